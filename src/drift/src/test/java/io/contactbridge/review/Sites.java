package io.contactbridge.review;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.ChangeCard;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The sites that the tests look at. */
public final class Sites {
  private Sites() {}

  /** Returns a comparison with the whole fixed set of changes. */
  static Review.Builder fixed() {
    Review.Builder builder = Review.builder();
    FixedChanges.after().forEach(builder::spec);
    return builder.since("main", FixedChanges.before());
  }

  /** Returns the specifications as they are. */
  static Map<Crm, Source> shipped() {
    Map<Crm, Source> shipped = new EnumMap<>(Crm.class);
    for (Crm crm : Crm.values()) {
      shipped.put(crm, Source.shipped(crm));
    }
    return shipped;
  }

  /** Writes a site with the fixed set of changes, some of which are decided about. */
  static void review(Path folder) throws IOException {
    Map<String, String> prints = new LinkedHashMap<>();
    for (ChangeCard card : fixed().build().changes().all()) {
      prints.put(card.headline(), card.fingerprint());
    }
    StringBuilder entries = new StringBuilder();
    entries.append(entry(print(prints, "Linq now calls"), "breaks", "main", "2026-11-19", ""));
    entries.append(entry(print(prints, "Raze now calls"), "may-break", "main", "2026-11-20", ""));
    entries.append(
        entry(print(prints, "Raze takes updates"), "breaks", "0a1b2c3d", "2026-11-18", ""));
    entries.append(
        entry(
            print(prints, "Acquire takes updates"), "breaks", "main", "2026-11-17", "2026-11-18"));
    entries.append(entry("000000000000", "breaks", "main", "2026-11-16", ""));
    fixed()
        .decisions(Source.text("decisions", entries.toString()))
        .today(LocalDate.of(2026, 11, 21))
        .build()
        .write(folder);
  }

  private static String print(Map<String, String> prints, String headline) {
    return prints.entrySet().stream()
        .filter(each -> each.getKey().startsWith(headline))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private static String entry(
      String fingerprint, String level, String base, String date, String expires) {
    return """
    - fingerprint: "%s"
      base: "%s"
      crm: linq
      level: %s
      change: A change of %s.
      decision: approved
      by: Ana Souza
      date: "%s"
    %s  reason: They told us.
    """
        .formatted(
            fingerprint,
            base,
            level,
            date,
            date,
            expires.isEmpty() ? "" : "  expires: \"" + expires + "\"\n");
  }

  /** Returns a comparison with one change that breaks, and an entry about it. */
  public static Review changed(String verdict) {
    return compared(decision(verdict, "Ana Souza", "They told us."));
  }

  public static Review changed(UnaryOperator<String> entry) {
    return compared(entry.apply(decision("approved", "Ana Souza", "They told us.")));
  }

  private static Review compared(String entries) {
    String spec = Source.shipped(Crm.RAZE).text();
    return Review.builder()
        .spec(Crm.RAZE, Source.text("specs/raze.yaml", spec.replace("    position:", "    title:")))
        .since("main", Map.of(Crm.RAZE, Source.shipped(Crm.RAZE)))
        .decisions(Source.text("decisions", entries))
        .today(LocalDate.of(2026, 11, 21))
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

  public static String decision(String verdict, String by, String reason) {
    return """
    - fingerprint: "265db240a9e8"
      base: main
      crm: raze
      level: breaks
      change: %s
      decision: %s
      by: %s
      date: "2026-11-21"
      reason: %s
    """
        .formatted(
            JsonValue.write("The property `$.data.position` is now called `$.data.title`."),
            verdict,
            JsonValue.write(by),
            JsonValue.write(reason));
  }
}
