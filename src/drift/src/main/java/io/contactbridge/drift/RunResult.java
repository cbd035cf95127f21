package io.contactbridge.drift;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Comparisons that were made, and what came of them.
 *
 * @param acknowledged the drift that is known, and does not count
 * @param failOn the lowest level that counts
 * @param today on which acknowledgements may have expired
 */
record RunResult(
    List<Checked> checks, AcknowledgementFile acknowledged, Level failOn, LocalDate today) {
  RunResult {
    checks = List.copyOf(checks);
  }

  /** Makes the comparisons, one after the other. */
  static RunResult of(
      List<Check> checks, AcknowledgementFile acknowledged, Level failOn, LocalDate today) {
    return new RunResult(
        checks.stream().map(check -> checked(check, acknowledged, today)).toList(),
        acknowledged,
        failOn,
        today);
  }

  private static Checked checked(Check check, AcknowledgementFile acknowledged, LocalDate today) {
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
  int exitCode() {
    if (checks.isEmpty() || checks.stream().anyMatch(check -> check.failure().isPresent())) {
      return 2;
    }
    return findings().stream().anyMatch(finding -> finding.counts(failOn)) ? 1 : 0;
  }

  /** Returns what all comparisons found. */
  List<Finding> findings() {
    return checks.stream().flatMap(check -> check.findings().stream()).toList();
  }

  /** Returns the file into which drift that is known goes. */
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
