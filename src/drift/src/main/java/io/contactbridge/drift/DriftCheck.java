package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import java.util.List;
import java.util.function.Supplier;

/**
 * One comparison to make. Nothing is read or sent before a {@link DriftRun} makes it.
 *
 * <pre>{@code
 * DriftRun run =
 *     DriftRun.of(
 *         List.of(DriftCheck.spec(Crm.LINQ, Source.of("main:specs/linq.yaml"), Source.of("specs/linq.yaml"))),
 *         Acknowledgements.none(), Level.MAY_BREAK, LocalDate.now());
 * System.out.print(run.write(ReportFormat.TEXT));
 * }</pre>
 */
public final class DriftCheck {
  static final List<String> COMPARISONS = List.of("spec", "docs", "live", "traffic");

  private final String comparison;
  private final Crm crm;
  private final String before;
  private final String after;
  private final Supplier<DriftReport> comparing;

  DriftCheck(
      String comparison, Crm crm, String before, String after, Supplier<DriftReport> comparing) {
    this.comparison = comparison;
    this.crm = requireNonNull(crm, "crm");
    this.before = before;
    this.after = after;
    this.comparing = comparing;
  }

  String comparison() {
    return comparison;
  }

  Crm crm() {
    return crm;
  }

  String before() {
    return before;
  }

  String after() {
    return after;
  }

  /**
   * Makes the comparison by itself.
   *
   * @throws CannotCheckException if that cannot be done, or if nothing was compared
   */
  public DriftReport run() {
    DriftReport report = comparing.get();
    if (report.checked() == 0) {
      throw new CannotCheckException(
          "%s says nothing that %s says too, so nothing was compared".formatted(after, before));
    }
    return report;
  }
}
