package io.contactbridge.drift.internal.checks;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import java.util.List;
import java.util.function.Supplier;

/**
 * One comparison to make.
 *
 * @param comparison one of {@link #COMPARISONS}
 * @param before what is compared, as the caller named it
 * @param after with what
 * @param comparing makes the comparison
 */
public record Check(
    String comparison, Crm crm, String before, String after, Supplier<DriftReport> comparing) {
  static final List<String> COMPARISONS = List.of("spec", "docs", "live", "traffic");

  /**
   * Makes the comparison.
   *
   * @throws CannotCheckException if that cannot be done, or if nothing was compared and no drift
   *     was found
   */
  public DriftReport run() {
    DriftReport report = comparing.get();
    if (report.checked() == 0 && report.drifts().isEmpty()) {
      throw new CannotCheckException(
          "%s says nothing that %s says too, so nothing was compared".formatted(after, before));
    }
    return report;
  }
}
