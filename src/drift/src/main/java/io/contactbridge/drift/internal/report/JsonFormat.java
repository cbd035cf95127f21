package io.contactbridge.drift.internal.report;

import static io.contactbridge.drift.internal.report.JsonText.object;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.internal.checks.Acknowledgement;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.CheckResult;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.checks.StaleAcknowledgement;
import io.contactbridge.drift.internal.facts.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** For programs, as {@code drift-report.schema.json} describes. */
final class JsonFormat implements Format {
  @Override
  public String write(RunResult run) {
    Map<String, @Nullable Object> json = object("version", 1);
    json.put("exitCode", run.exitCode());
    json.put("failOn", run.failOn().name());
    json.put("summary", ReportWords.summary(run));
    json.put("checks", run.checks().stream().map(checked -> check(run, checked)).toList());
    json.put("staleAcknowledgements", run.stale().stream().map(JsonFormat::stale).toList());
    return JsonText.write(json);
  }

  private static Map<String, @Nullable Object> check(RunResult run, CheckResult checked) {
    Check check = checked.check();
    Map<String, @Nullable Object> json = object("comparison", check.comparison());
    json.put("crm", check.crm().name());
    json.put("before", check.before());
    json.put("after", check.after());
    json.put("couldNotCheck", checked.failure().orElse(null));
    json.put("factsCompared", checked.facts());
    json.put("notes", checked.notes());
    json.put("drifts", checked.findings().stream().map(found -> drift(run, check, found)).toList());
    return json;
  }

  private static Map<String, @Nullable Object> drift(RunResult run, Check check, Finding finding) {
    Drift drift = finding.drift();
    Map<String, @Nullable Object> json = object("fingerprint", drift.fingerprint());
    json.put("level", drift.level().name());
    json.put("counts", finding.counts(run.failOn()));
    json.put("rule", drift.rule());
    json.put("kind", drift.kind());
    json.put("sentence", drift.sentence());
    json.put("consequence", drift.consequence());
    json.put("before", end(drift.before().orElse(null), drift.oldValue().orElse(null)));
    json.put("after", end(drift.after().orElse(null), drift.newValue().orElse(null)));
    json.put("also", drift.also());
    json.put("fields", drift.fields().stream().map(Enum::name).sorted().toList());
    json.put("code", List.copyOf(drift.code()));
    json.put(
        "origin",
        Optional.ofNullable(drift.change().origin()).map(JsonFormat::origin).orElse(null));
    json.put(
        "acknowledged",
        finding
            .acknowledgement()
            .map(word -> acknowledgement(word, finding.expired()))
            .orElse(null));
    json.put("markdown", MarkdownFormat.issue(check, finding));
    return json;
  }

  private static Map<String, @Nullable Object> end(@Nullable String place, @Nullable String value) {
    return object("place", place, "value", value);
  }

  private static Map<String, @Nullable Object> origin(Facts.Origin origin) {
    return object(
        "file",
        origin.file(),
        "pointer",
        origin.pointer().isEmpty() ? null : origin.pointer(),
        "line",
        origin.line() == 0 ? null : origin.line());
  }

  private static Map<String, @Nullable Object> acknowledgement(
      Acknowledgement word, boolean expired) {
    return object(
        "reason",
        word.reason(),
        "owner",
        word.owner(),
        "expires",
        word.expires().toString(),
        "expired",
        expired);
  }

  private static Map<String, @Nullable Object> stale(StaleAcknowledgement stale) {
    Map<String, @Nullable Object> json =
        object("fingerprint", stale.entry().fingerprint(), "state", stale.state().name());
    json.put("owner", stale.entry().owner());
    json.put("expires", stale.entry().expires().toString());
    json.put("sentence", stale.sentence());
    return json;
  }
}
