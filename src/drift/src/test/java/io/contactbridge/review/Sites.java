package io.contactbridge.review;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The sites that the tests look at. */
final class Sites {
  private Sites() {}

  /** Writes a site about the specifications as they are, against ones in which much was other. */
  static void review(Path folder) throws IOException {
    review().build().write(folder);
  }

  private static Review.Builder review() {
    Map<Crm, Source> earlier = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      earlier.put(crm, Source.text("main:" + crm, earlier(Source.shipped(crm).text())));
    }
    return Review.builder().since("main", earlier);
  }

  /** Returns what is told of a change that breaks, once half of it is decided about. */
  static Review changed(String verdict) {
    String spec = Source.shipped(Crm.RAZE).text();
    return Review.builder()
        .spec(Crm.RAZE, Source.text("specs/raze.yaml", spec.replace("    position:", "    title:")))
        .since("main", Map.of(Crm.RAZE, Source.shipped(Crm.RAZE)))
        .decisions(Source.text("decisions", decision(verdict, "Ana Souza", "They told us.")))
        .build();
  }

  /** Writes a site of which every text means harm. */
  static void hostile(Path folder) throws IOException {
    Review.Builder builder = Review.builder();
    Map<Crm, Source> earlier = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      builder.spec(crm, Source.text(HostileSpec.TEXT, HostileSpec.of(crm)));
      earlier.put(crm, Source.shipped(crm));
    }
    String decision = decision("questioned", HostileSpec.TEXT, HostileSpec.TEXT + " endless");
    builder
        .since(HostileSpec.TEXT, earlier)
        .decisions(Source.text("decisions", decision))
        .build()
        .write(folder);
  }

  private static String earlier(String spec) {
    return spec.replace("        position:", "        role:")
        .replace("        title:", "        job:")
        .replace(
            "          description: Family name of the person.", "          description: Name.")
        .replace("maxLength: 2", "maxLength: 3");
  }

  static String decision(String verdict, String by, String reason) {
    return """
    - fingerprint: "8c1936425cbf"
      crm: raze
      level: breaks
      change: %s
      decision: %s
      by: %s
      date: "2026-11-21"
      reason: %s
    """
        .formatted(
            Json.write("The property `$.data.position` is now called `$.data.title`."),
            verdict,
            Json.write(by),
            Json.write(reason));
  }
}
