package io.contactbridge.review;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The sites that the tests look at. */
final class Sites {
  private Sites() {}

  /** Writes a site about the specifications as they are, against ones in which much was other. */
  static void review(Path folder) throws IOException {
    Path before = Files.createDirectories(folder.resolveSibling("before"));
    Map<Crm, Source> earlier = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      earlier.put(crm, file(before, crm, earlier(Source.shipped(crm).text())));
    }
    Path decisions = before.resolve("decisions.yaml");
    Files.writeString(decisions, decision("approved", "Ana Souza", "They told us in May."));
    Review.builder()
        .since("main", earlier)
        .decisions(Source.of(decisions.toString()))
        .build()
        .write(folder);
  }

  /** Writes a site of which every text means harm. */
  static void hostile(Path folder) throws IOException {
    Path specs = Files.createDirectories(folder.resolveSibling("hostile-specs"));
    Review.Builder builder = Review.builder();
    Map<Crm, Source> earlier = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      builder.spec(crm, file(specs, crm, HostileSpec.of(crm)));
      earlier.put(crm, Source.shipped(crm));
    }
    Path decisions = specs.resolve("decisions.yaml");
    Files.writeString(
        decisions, decision("questioned", HostileSpec.TEXT, HostileSpec.TEXT + " endless"));
    builder
        .since(HostileSpec.TEXT, earlier)
        .decisions(Source.of(decisions.toString()))
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
        - fingerprint: "0123456789ab"
          crm: raze
          level: breaks
          change: %s
          decision: %s
          by: %s
          date: "2026-11-21"
          reason: %s
        """
        .formatted(
            Json.write("The property `$.title` is now called `$.position`."),
            verdict,
            Json.write(by),
            Json.write(reason));
  }

  private static Source file(Path folder, Crm crm, String text) throws IOException {
    Path file = folder.resolve(crm.name().toLowerCase(java.util.Locale.ROOT) + ".yaml");
    Files.writeString(file, text);
    return Source.of(file.toString());
  }
}
