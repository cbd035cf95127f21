package io.contactbridge.drift.internal.report;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.internal.checks.Acknowledgement;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.checks.StaleAcknowledgement;
import io.contactbridge.drift.internal.facts.PlainText;

/** Annotations, by the commands that GitHub's runners look for in what a step prints. */
final class GitHubFormat implements Format {
  @Override
  public String write(RunResult run) {
    StringBuilder text = new StringBuilder();
    for (CheckResult checked : run.checks()) {
      String title = "%s, %s".formatted(checked.check().crm(), checked.check().comparison());
      checked.failure().ifPresent(reason -> text.append(failure(title, reason)));
      checked.findings().stream()
          .filter(finding -> !finding.isAcknowledged())
          .forEach(finding -> text.append(annotation(title, finding.drift())));
    }
    run.stale().forEach(stale -> text.append(warning(run.acknowledgedIn(), stale.entry(), stale)));
    return text.append(message(ReportWords.summary(run))).append('\n').toString();
  }

  private static String failure(String title, String reason) {
    return "::error title=%s::Could not check: %s\n".formatted(property(title), message(reason));
  }

  private static String warning(String file, Acknowledgement entry, StaleAcknowledgement stale) {
    return "::warning file=%s,line=%d::%s\n"
        .formatted(property(file), entry.line(), message(stale.sentence()));
  }

  private static String annotation(String title, Drift drift) {
    String command =
        switch (drift.level()) {
          case BREAKS -> "error";
          case MAY_BREAK -> "warning";
          case NO_EFFECT -> "notice";
        };
    SourceLine where = SourceLine.here(drift);
    return "::%s file=%s,line=%d,title=%s::%s\n"
        .formatted(
            command,
            property(where.file()),
            where.line(),
            property(title + ": " + ReportWords.level(drift.level())),
            message(
                "%s %s [%s]"
                    .formatted(drift.sentence(), drift.consequence(), drift.fingerprint())));
  }

  /** Leaves no line break, so that nothing but our own commands starts a line. */
  private static String message(String text) {
    return PlainText.line(text).replace("%", "%25");
  }

  private static String property(String text) {
    return message(text).replace(":", "%3A").replace(",", "%2C");
  }
}
