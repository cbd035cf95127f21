package io.contactbridge.drift;

import static io.contactbridge.drift.Runs.REMOVED;
import static io.contactbridge.drift.Runs.REWORDED;
import static io.contactbridge.drift.Runs.SHORTER;
import static io.contactbridge.drift.Runs.acknowledging;
import static io.contactbridge.drift.Runs.check;
import static io.contactbridge.drift.Runs.failing;
import static io.contactbridge.drift.Runs.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.checks.Finding;
import io.contactbridge.drift.internal.checks.StaleAcknowledgement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DriftRunTest {
  @Test
  void noDriftExitsWith0() {
    assertThat(Runs.of(finding()).exitCode()).isZero();
  }

  @Test
  void driftBelowTheLevelExitsWith0() {
    assertThat(Runs.of(finding(REWORDED)).exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"NO_EFFECT, 1", "MAY_BREAK, 1", "BREAKS, 0"})
  void driftAtTheLevelOrAboveExitsWith1(Level failOn, int exitCode) {
    DriftRun run =
        DriftRun.of(List.of(finding(SHORTER)), Acknowledgements.none(), failOn, Runs.TODAY);

    assertThat(run.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void aFailedComparisonExitsWith2WhateverTheOthersFound() {
    DriftRun run = Runs.of(failing("docs", Crm.RAZE, "no page"), finding(REMOVED));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.result().findings()).hasSize(1);
  }

  @Test
  void comparisonOfNothingCouldNotBeChecked() {
    DriftRun run = Runs.of(check("traffic", Crm.LINQ, 0, List.of()));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.result().checks().get(0).failure())
        .hasValue(
            "specs/linq.yaml says nothing that main:specs/linq.yaml says too, so nothing was"
                + " compared");
  }

  @Test
  void aRunWithoutComparisonsExitsWith2() {
    assertThat(Runs.of().exitCode()).isEqualTo(2);
  }

  @Test
  void worstComesFirst() {
    assertThat(Runs.of(finding(REWORDED, SHORTER, REMOVED)).result().findings())
        .extracting(Finding::drift)
        .containsExactly(REMOVED, SHORTER, REWORDED);
  }

  @Test
  void acknowledgedDriftDoesNotCount() {
    DriftRun run = Runs.of(acknowledging("0123456789ab", "2026-11-21"), finding(REMOVED));

    assertThat(run.exitCode()).isZero();
    assertThat(run.result().stale()).isEmpty();
  }

  @Test
  void driftCountsAgainTheDayAfterItsAcknowledgementExpires() {
    DriftRun run = Runs.of(acknowledging("0123456789ab", "2026-11-20"), finding(REMOVED));

    assertThat(run.exitCode()).isOne();
    assertThat(run.result().stale())
        .extracting(StaleAcknowledgement::sentence)
        .containsExactly("the acknowledgement of 0123456789ab by ada expired on 2026-11-20");
  }

  @Test
  void anAcknowledgementThatMatchesNothingIsReported() {
    DriftRun run = Runs.of(acknowledging("ffffffffffff", "2026-12-31"), finding(REMOVED));

    assertThat(run.exitCode()).isOne();
    assertThat(run.result().stale())
        .extracting(StaleAcknowledgement::sentence)
        .containsExactly(
            "the acknowledgement of ffffffffffff by ada matches no drift any more and can be taken"
                + " out");
  }

  @Test
  void anAcknowledgementOfAComparisonThatDidNotRunIsNotReported() {
    Acknowledgements acknowledged = acknowledging("ffffffffffff", "2026-12-31");

    assertThat(Runs.of(acknowledged, check("docs", Crm.LINQ, 1, List.of())).result().stale())
        .isEmpty();
    assertThat(Runs.of(acknowledged, check("spec", Crm.RAZE, 1, List.of())).result().stale())
        .isEmpty();
    assertThat(Runs.of(acknowledged, failing("spec", Crm.LINQ, "no file")).result().stale())
        .isEmpty();
    assertThat(Runs.of(acknowledged, finding(), failing("spec", Crm.LINQ, "")).result().stale())
        .isEmpty();
  }

  @Test
  void acknowledgementHoldsForNoOtherCrmOrComparison() {
    Acknowledgements acknowledged = acknowledging("0123456789ab", "2026-12-31");

    assertThat(Runs.of(acknowledged, check("docs", Crm.LINQ, 1, List.of(), REMOVED)).exitCode())
        .isOne();
    assertThat(Runs.of(acknowledged, check("spec", Crm.RAZE, 1, List.of(), REMOVED)).exitCode())
        .isOne();
  }

  @Test
  void acknowledgementWithoutCrmAndComparisonHoldsForAll() {
    Acknowledgements acknowledged =
        Runs.acknowledged(
            "[{fingerprint: 0123456789ab, reason: known, owner: ada, expires: 2026-12-31}]");

    assertThat(Runs.of(acknowledged, check("docs", Crm.LINQ, 1, List.of(), REMOVED)).exitCode())
        .isZero();
    assertThat(Runs.of(acknowledged, finding()).result().stale()).isEmpty();
  }
}
