package io.contactbridge.drift.internal.report;

import static java.util.stream.Collectors.joining;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import java.util.List;

/** For the comments, summaries and issues of a forge. */
public final class MarkdownFormat implements Format {
  private static final int LONGEST_CELL = 80;

  @Override
  public String write(RunResult run) {
    StringBuilder text = new StringBuilder("## Drift\n\n");
    text.append(MarkdownText.text(ReportWords.summary(run))).append('\n');
    run.checks().forEach(checked -> check(text, checked));
    if (!run.stale().isEmpty()) {
      text.append("\n### Acknowledgements\n\n");
      run.stale()
          .forEach(
              stale -> text.append("- ").append(MarkdownText.text(stale.sentence())).append('\n'));
    }
    return text.toString();
  }

  /** Returns one drift as the body of an issue. */
  public static String issue(Check check, Finding finding) {
    Drift drift = finding.drift();
    StringBuilder text = new StringBuilder();
    paragraph(text, MarkdownText.text(drift.sentence()));
    paragraph(text, MarkdownText.text(drift.consequence()));
    paragraph(text, MarkdownText.text(ReportWords.acknowledged(finding)));
    item(text, "Level", ReportWords.level(drift.level()));
    item(text, "Found by", MarkdownText.text(ReportWords.title(check)));
    drift.oldValue().ifPresent(value -> item(text, "Before", MarkdownText.code(value)));
    drift.newValue().ifPresent(value -> item(text, "After", MarkdownText.code(value)));
    item(text, "Also", codes(drift.also()));
    item(text, "Fields", codes(drift.fields().stream().map(Enum::name).sorted().toList()));
    item(text, "Code", codes(drift.code()));
    SourceLine.of(drift).ifPresent(where -> item(text, "At", MarkdownText.code(where.toString())));
    item(text, "Fingerprint", MarkdownText.code(drift.fingerprint()));
    text.append('\n')
        .append(MarkdownText.text(ReportWords.advice(check.comparison(), drift.crm())));
    return text.append('\n').toString();
  }

  private static void check(StringBuilder text, CheckResult checked) {
    text.append("\n### ")
        .append(MarkdownText.text(ReportWords.title(checked.check())))
        .append("\n\n");
    checked
        .failure()
        .ifPresent(
            reason ->
                text.append("**Could not check:** ")
                    .append(MarkdownText.text(reason))
                    .append('\n'));
    if (checked.failure().isEmpty() && checked.findings().isEmpty()) {
      text.append("No drift; %d facts compared.\n".formatted(checked.facts()));
    }
    if (!checked.findings().isEmpty()) {
      text.append("| | What changed | Before | After | What it means | At | Fingerprint |\n")
          .append("|---|---|---|---|---|---|---|\n");
      checked.findings().forEach(finding -> row(text, finding));
    }
    if (!checked.notes().isEmpty()) {
      text.append('\n');
      checked
          .notes()
          .forEach(note -> text.append("- ").append(MarkdownText.text(note)).append('\n'));
    }
  }

  private static void row(StringBuilder text, Finding finding) {
    Drift drift = finding.drift();
    text.append(
        "| %s | %s | %s | %s | %s | %s | %s |\n"
            .formatted(
                finding.isAcknowledged() ? "known" : "**" + ReportWords.level(drift.level()) + "**",
                MarkdownText.text(drift.sentence()),
                drift.oldValue().map(MarkdownFormat::cell).orElse(""),
                drift.newValue().map(MarkdownFormat::cell).orElse(""),
                MarkdownText.text(
                    (drift.consequence() + " " + ReportWords.acknowledged(finding)).strip()),
                SourceLine.of(drift).map(where -> MarkdownText.code(where.toString())).orElse(""),
                MarkdownText.code(drift.fingerprint())));
  }

  private static String cell(String value) {
    return MarkdownText.code(
        value.length() <= LONGEST_CELL ? value : value.substring(0, LONGEST_CELL) + "…");
  }

  private static void paragraph(StringBuilder text, String paragraph) {
    if (!paragraph.isEmpty()) {
      text.append(paragraph).append("\n\n");
    }
  }

  private static void item(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append("- ").append(name).append(": ").append(value).append('\n');
    }
  }

  private static String codes(List<String> texts) {
    return texts.stream().map(MarkdownText::code).collect(joining(", "));
  }
}
