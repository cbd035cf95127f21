package io.contactbridge.drift.internal.report;

import static java.util.stream.Collectors.joining;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.facts.PlainText;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** For people: the worst first, and what to do at the end. */
public final class TextFormat implements Format {
  private static final String INDENT = "    ";

  private final BiFunction<Level, String, String> paint;

  public TextFormat(BiFunction<Level, String, String> paint) {
    this.paint = paint;
  }

  @Override
  public String write(RunResult run) {
    StringBuilder text = new StringBuilder();
    for (CheckResult checked : run.checks()) {
      check(text, checked);
      text.append('\n');
    }
    run.stale().forEach(stale -> line(text, "note: ", PlainText.line(stale.sentence())));
    line(text, "", ReportWords.summary(run));
    hint(text, run);
    return text.toString();
  }

  private void check(StringBuilder text, CheckResult checked) {
    line(text, "", ReportWords.title(checked.check()));
    checked
        .failure()
        .ifPresent(
            reason ->
                line(
                    text,
                    "  " + paint.apply(Level.BREAKS, "could not check") + ": ",
                    PlainText.line(reason)));
    checked.findings().forEach(finding -> finding(text, finding));
    if (checked.failure().isEmpty() && checked.findings().isEmpty()) {
      line(text, "  ", "no drift; %d facts compared".formatted(checked.facts()));
    }
    checked.notes().forEach(note -> line(text, "  note: ", PlainText.line(note)));
  }

  private void finding(StringBuilder text, Finding finding) {
    Drift drift = finding.drift();
    String level = finding.isAcknowledged() ? "known" : ReportWords.level(drift.level());
    line(
        text,
        "  "
            + paint.apply(finding.isAcknowledged() ? Level.NO_EFFECT : drift.level(), level)
            + ": ",
        PlainText.line(drift.sentence()));
    values(text, drift);
    line(text, INDENT, PlainText.line(drift.consequence()));
    line(text, INDENT, ReportWords.acknowledged(finding));
    if (!drift.also().isEmpty()) {
      line(text, INDENT + "also: ", PlainText.line(String.join("; ", drift.also())));
    }
    String concerned =
        drift.fields().stream().map(Enum::name).sorted().collect(joining(", "))
            + (drift.fields().isEmpty() || drift.code().isEmpty() ? "" : "; ")
            + String.join(", ", drift.code());
    line(text, concerned.isEmpty() ? "" : INDENT + "concerns: ", PlainText.line(concerned));
    line(text, INDENT + "at: ", SourceLine.of(drift).map(SourceLine::toString).orElse(null));
    line(text, INDENT + "rule: ", drift.rule());
    line(text, INDENT + "fingerprint: ", drift.fingerprint());
  }

  private static void values(StringBuilder text, Drift drift) {
    if (drift.oldValue().isPresent() || drift.newValue().isPresent()) {
      line(text, INDENT + "before: ", drift.oldValue().map(PlainText::line).orElse("not said"));
      line(text, INDENT + "after: ", drift.newValue().map(PlainText::line).orElse("not said"));
    }
  }

  private static void hint(StringBuilder text, RunResult run) {
    run.checks().stream()
        .filter(
            checked -> checked.findings().stream().anyMatch(found -> found.counts(run.failOn())))
        .map(checked -> ReportWords.advice(checked.check().comparison(), checked.check().crm()))
        .distinct()
        .forEach(advice -> line(text, "", advice));
    if (run.exitCode() == 1) {
      line(
          text,
          "",
          "What is known and may stay goes into %s, with its fingerprint."
              .formatted(run.acknowledgedIn()));
    }
  }

  /** Appends a line, unless there is nothing to say. */
  private static void line(StringBuilder text, String start, @Nullable String rest) {
    if (rest != null && !rest.isEmpty()) {
      text.append(start).append(rest).append('\n');
    }
  }
}
