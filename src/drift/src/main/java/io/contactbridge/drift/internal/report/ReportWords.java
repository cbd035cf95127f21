package io.contactbridge.drift.internal.report;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.facts.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that all reports use. */
public final class ReportWords {
  private ReportWords() {}

  static String level(Level level) {
    return switch (level) {
      case BREAKS -> "breaking";
      case MAY_BREAK -> "may break";
      case NO_EFFECT -> "no effect";
    };
  }

  public static String word(Crm crm) {
    return crm.name().toLowerCase(Locale.ROOT);
  }

  /** Returns what is compared, such as {@code Linq, spec: specs/linq.yaml against …}. */
  static String title(Check check) {
    return PlainText.line(
        "%s, %s: %s against %s"
            .formatted(check.crm(), check.comparison(), check.after(), check.before()));
  }

  /** Returns the acknowledgement of a drift in a sentence, or an empty text. */
  static String acknowledged(Finding finding) {
    return finding
        .acknowledgement()
        .map(
            word ->
                PlainText.line(
                    finding.expired()
                        ? "Acknowledged by %s, which expired on %s: %s"
                            .formatted(word.owner(), word.expires(), word.reason())
                        : "Acknowledged by %s until %s: %s"
                            .formatted(word.owner(), word.expires(), word.reason())))
        .orElse("");
  }

  /** Returns advice for a reader of drift that a comparison found. */
  static String advice(String comparison, Crm crm) {
    String spec = "specs/" + word(crm) + ".yaml";
    return switch (comparison) {
      case "spec" -> "If the change is meant, adapt the facade's table and the contract test.";
      case "docs" ->
          "Read the page, change %s, and run mvn verify, which generates the client again."
              .formatted(spec);
      default ->
          "Ask the vendor about it, change %s, and run mvn verify, which generates the client again."
              .formatted(spec);
    };
  }

  /** Returns the numbers of drifts by level, such as {@code 2 breaking, 1 acknowledged}. */
  static String summary(RunResult run) {
    List<String> parts = new ArrayList<>();
    for (Level level : List.of(Level.BREAKS, Level.MAY_BREAK, Level.NO_EFFECT)) {
      long count =
          run.findings().stream()
              .filter(finding -> !finding.isAcknowledged() && finding.drift().level() == level)
              .count();
      add(parts, count, level(level));
    }
    add(parts, run.findings().stream().filter(Finding::isAcknowledged).count(), "acknowledged");
    add(
        parts,
        run.checks().stream().filter(check -> check.failure().isPresent()).count(),
        "could not be checked");
    int facts = run.checks().stream().mapToInt(CheckResult::facts).sum();
    return "%s; %d facts compared."
        .formatted(parts.isEmpty() ? "No drift" : String.join(", ", parts), facts);
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }
}
