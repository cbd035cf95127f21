package io.contactbridge.drift.internal.checks;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
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
public record RunResult(
    List<CheckResult> checks, AcknowledgementFile acknowledged, Level failOn, LocalDate today) {
  public RunResult {
    checks = List.copyOf(checks);
  }

  /** Makes the comparisons, one after the other. */
  public static RunResult of(
      List<Check> checks, AcknowledgementFile acknowledged, Level failOn, LocalDate today) {
    return new RunResult(
        checks.stream().map(check -> checked(check, acknowledged, today)).toList(),
        acknowledged,
        failOn,
        today);
  }

  private static CheckResult checked(
      Check check, AcknowledgementFile acknowledged, LocalDate today) {
    DriftReport report;
    try {
      report = check.run();
    } catch (CannotCheckException e) {
      return CheckResult.failed(check, e);
    }
    List<Finding> findings = new ArrayList<>();
    for (Drift drift : report.drifts()) {
      Optional<Acknowledgement> word = acknowledged.of(check, drift.fingerprint());
      findings.add(new Finding(drift, word, word.filter(w -> w.isExpired(today)).isPresent()));
    }
    findings.sort(Comparator.comparing((Finding f) -> f.drift().level()).reversed());
    return new CheckResult(check, Optional.empty(), findings, report.notes(), report.checked());
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

  /** Returns what all comparisons found. */
  public List<Finding> findings() {
    return checks.stream().flatMap(check -> check.findings().stream()).toList();
  }

  /** Returns the file into which drift that is known goes. */
  public String acknowledgedIn() {
    return acknowledged.file().isEmpty() ? "specs/drift.yaml" : acknowledged.file();
  }

  /** Returns what is wrong with acknowledgements, in the order of their file. */
  public List<StaleAcknowledgement> stale() {
    List<StaleAcknowledgement> stale = new ArrayList<>();
    for (Acknowledgement entry : acknowledged.entries()) {
      if (entry.isExpired(today)) {
        stale.add(new StaleAcknowledgement(entry, StaleAcknowledgement.State.EXPIRED));
      } else if (isUnmatched(entry)) {
        stale.add(new StaleAcknowledgement(entry, StaleAcknowledgement.State.UNMATCHED));
      }
    }
    return stale;
  }

  /** An entry is only said to match nothing if all ran that it could have matched. */
  private boolean isUnmatched(Acknowledgement entry) {
    return StaleAcknowledgement.places(entry).stream().allMatch(place -> ran(place, entry))
        && findings().stream()
            .noneMatch(finding -> finding.acknowledgement().equals(Optional.of(entry)));
  }

  private boolean ran(StaleAcknowledgement.Place place, Acknowledgement entry) {
    List<CheckResult> there =
        checks.stream()
            .filter(check -> place.crm() == check.check().crm())
            .filter(check -> place.comparison().equals(check.check().comparison()))
            .filter(check -> entry.concerns(check.check()))
            .toList();
    return !there.isEmpty() && there.stream().allMatch(check -> check.failure().isEmpty());
  }
}
