package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Comparisons that were made, and what came of them. Immutable. */
public final class DriftRun {
  private final List<Checked> checks;
  private final Acknowledgements acknowledged;
  private final Level failOn;
  private final LocalDate today;

  private DriftRun(
      List<Checked> checks, Acknowledgements acknowledged, Level failOn, LocalDate today) {
    this.checks = List.copyOf(checks);
    this.acknowledged = acknowledged;
    this.failOn = failOn;
    this.today = today;
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
        checks.stream().map(check -> checked(check, acknowledged, today)).toList(),
        acknowledged,
        failOn,
        today);
  }

  private static Checked checked(DriftCheck check, Acknowledgements acknowledged, LocalDate today) {
    DriftReport report;
    try {
      report = check.run();
    } catch (CannotCheckException e) {
      return Checked.failed(check, e);
    }
    List<Finding> findings = new ArrayList<>();
    for (Drift drift : report.drifts()) {
      Optional<Acknowledgement> word = acknowledged.of(check, drift.fingerprint());
      findings.add(new Finding(drift, word, word.filter(w -> w.isExpired(today)).isPresent()));
    }
    findings.sort(Comparator.comparing((Finding f) -> f.drift().level()).reversed());
    return new Checked(check, Optional.empty(), findings, report.notes(), report.checked());
  }

  /**
   * Returns 0 if there is no drift that counts, 1 if there is, and 2 if a comparison could not be
   * made, whatever the others found.
   */
  public int exitCode() {
    if (checks.isEmpty() || checks.stream().anyMatch(check -> check.failure().isPresent())) {
      return 2;
    }
    return findings().stream().anyMatch(finding -> finding.counts(failOn)) ? 1 : 0;
  }

  /** Returns the report, which ends in a line break and holds no colours. */
  public String write(ReportFormat format) {
    return Format.of(format).write(this);
  }

  /**
   * Returns the report in text for a terminal.
   *
   * @param paint gives a text the colour of a level
   */
  public String text(BiFunction<Level, String, String> paint) {
    return new TextFormat(paint).write(this);
  }

  List<Checked> checks() {
    return checks;
  }

  Level failOn() {
    return failOn;
  }

  List<Finding> findings() {
    return checks.stream().flatMap(check -> check.findings().stream()).toList();
  }

  String acknowledgedIn() {
    return acknowledged.file().isEmpty() ? "specs/drift.yaml" : acknowledged.file();
  }

  /** Returns what is wrong with acknowledgements, in the order of their file. */
  List<Stale> stale() {
    List<Stale> stale = new ArrayList<>();
    for (Acknowledgement entry : acknowledged.entries()) {
      if (entry.isExpired(today)) {
        stale.add(new Stale(entry, Stale.State.EXPIRED));
      } else if (isUnmatched(entry)) {
        stale.add(new Stale(entry, Stale.State.UNMATCHED));
      }
    }
    return stale;
  }

  /** An entry is only said to match nothing if all ran that it could have matched. */
  private boolean isUnmatched(Acknowledgement entry) {
    return Stale.places(entry).stream().allMatch(place -> ran(place, entry))
        && findings().stream()
            .noneMatch(finding -> finding.acknowledgement().equals(Optional.of(entry)));
  }

  private boolean ran(Stale.Place place, Acknowledgement entry) {
    List<Checked> there =
        checks.stream()
            .filter(check -> place.crm() == check.check().crm())
            .filter(check -> place.comparison().equals(check.check().comparison()))
            .filter(check -> entry.concerns(check.check()))
            .toList();
    return !there.isEmpty() && there.stream().allMatch(check -> check.failure().isEmpty());
  }
}
