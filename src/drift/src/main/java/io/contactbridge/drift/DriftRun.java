package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.drift.internal.checks.RunResult;
import io.contactbridge.drift.internal.report.Format;
import io.contactbridge.drift.internal.report.TextFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;

/** The results of several comparisons. Immutable. */
public final class DriftRun {
  private final RunResult result;

  private DriftRun(RunResult result) {
    this.result = result;
  }

  /**
   * Makes the comparisons, one after the other. One that cannot be made does not keep the others
   * from being made.
   *
   * @param acknowledged the drift that is known, and does not count
   * @param failOn the lowest level that counts
   * @param today on which acknowledgements may have expired
   */
  public static DriftRun of(
      List<DriftCheck> checks, Acknowledgements acknowledged, Level failOn, LocalDate today) {
    requireNonNull(acknowledged, "acknowledged");
    requireNonNull(failOn, "failOn");
    requireNonNull(today, "today");
    return new DriftRun(
        RunResult.of(
            checks.stream().map(DriftCheck::check).toList(), acknowledged.file(), failOn, today));
  }

  /**
   * Returns 0 if there is no drift that counts, 1 if there is, and 2 if a comparison could not be
   * made, whatever the others found.
   */
  public int exitCode() {
    return result.exitCode();
  }

  /** Returns the report, which ends in a line break and holds no colours. */
  public String write(ReportFormat format) {
    return Format.of(format).write(result);
  }

  /**
   * Returns the report in text for a terminal.
   *
   * @param paint gives a text the colour of a level
   */
  public String text(BiFunction<Level, String, String> paint) {
    return new TextFormat(paint).write(result);
  }

  RunResult result() {
    return result;
  }
}
