package io.contactbridge.drift.internal.report;

import static io.contactbridge.drift.internal.report.JsonText.object;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.internal.checks.Check;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.facts.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** SARIF 2.1.0: a rule for each kind of drift, and where its cause is written down. */
final class SarifFormat implements Format {
  @Override
  public String write(RunResult run) {
    List<String> rules =
        List.copyOf(
            new TreeSet<>(run.findings().stream().map(found -> found.drift().kind()).toList()));
    return JsonText.write(
        object(
            "$schema",
            "https://json.schemastore.org/sarif-2.1.0.json",
            "version",
            "2.1.0",
            "runs",
            List.of(
                object(
                    "tool",
                    object(
                        "driver",
                        object(
                            "name",
                            "contactbridge drift",
                            "rules",
                            rules.stream().map(SarifFormat::rule).toList())),
                    "invocations",
                    List.of(invocation(run)),
                    "results",
                    run.findings().stream().map(found -> result(rules, found)).toList()))));
  }

  private static Map<String, @Nullable Object> rule(String kind) {
    return object("id", kind, "shortDescription", text("Drift: " + kind.replace('-', ' ')));
  }

  /** A comparison that could not be made is no result, and must not look like none. */
  private static Map<String, @Nullable Object> invocation(RunResult run) {
    Stream<Map<String, @Nullable Object>> failures =
        run.checks().stream()
            .flatMap(
                checked ->
                    checked.failure().stream()
                        .map(reason -> notification("error", checked.check(), reason)));
    Stream<Map<String, @Nullable Object>> notes =
        run.checks().stream()
            .flatMap(
                checked ->
                    checked.notes().stream()
                        .map(note -> notification("note", checked.check(), note)));
    Stream<Map<String, @Nullable Object>> stale =
        run.stale().stream()
            .map(word -> object("level", "warning", "message", text(word.sentence())));
    return object(
        "executionSuccessful",
        run.exitCode() != 2,
        "exitCode",
        run.exitCode(),
        "toolExecutionNotifications",
        Stream.of(failures, notes, stale).flatMap(all -> all).toList());
  }

  private static Map<String, @Nullable Object> notification(
      String level, Check check, String sentence) {
    return object("level", level, "message", text(ReportWords.title(check) + ": " + sentence));
  }

  private static Map<String, @Nullable Object> result(List<String> rules, Finding finding) {
    Drift drift = finding.drift();
    Map<String, @Nullable Object> result =
        object(
            "ruleId",
            drift.kind(),
            "ruleIndex",
            rules.indexOf(drift.kind()),
            "level",
            level(drift.level()),
            "message",
            text(drift.sentence() + " " + drift.consequence()),
            "locations",
            List.of(location(drift)),
            "partialFingerprints",
            object("contactbridgeDrift/v1", drift.fingerprint()));
    if (finding.isAcknowledged()) {
      result.put(
          "suppressions",
          List.of(object("kind", "external", "justification", ReportWords.acknowledged(finding))));
    }
    return result;
  }

  private static Map<String, @Nullable Object> location(Drift drift) {
    SourceLine where = SourceLine.here(drift);
    return object(
        "physicalLocation",
        object(
            "artifactLocation",
            object("uri", uri(where.file())),
            "region",
            object("startLine", where.line())),
        "logicalLocations",
        List.of(object("fullyQualifiedName", PlainText.line(drift.place()))));
  }

  private static String level(Level level) {
    return switch (level) {
      case BREAKS -> "error";
      case MAY_BREAK -> "warning";
      case NO_EFFECT -> "note";
    };
  }

  private static Map<String, @Nullable Object> text(String text) {
    return object("text", PlainText.line(text));
  }

  private static String uri(String file) {
    try {
      // As an absolute path, which may hold a colon.
      String path = "/" + PlainText.line(file).replaceFirst("^\\./", "");
      return new URI(null, null, path, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
