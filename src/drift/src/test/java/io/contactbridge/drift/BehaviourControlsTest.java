package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.mutation.Controls;
import io.contactbridge.drift.mutation.Experience;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Recording;
import io.contactbridge.drift.mutation.VendorServer;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A vendor who answers otherwise and means the same must not alarm. */
final class BehaviourControlsTest {
  static List<Mutation> vendors() {
    return Controls.vendors();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void vendorsWhoWereCalled(Mutation control) {
    try (VendorServer vendor = VendorServer.drifted(control)) {
      DriftReport report =
          LiveDrift.report(
              control.crm(),
              SpecReader.read("spec", control.before()),
              Experience.sandbox(control.crm()),
              vendor.baseUrl(),
              vendor.contactId());

      assertThat(alarms(report)).isEmpty();
      assertThat(report.checked()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void vendorsWhoseTrafficWasRecorded(Mutation control) {
    DriftReport report =
        TrafficDrift.report(
            control.crm(),
            SpecReader.read("spec", control.before()),
            "new.har",
            Recording.drifted(control),
            "old.har",
            Recording.asBefore(control));

    assertThat(alarms(report)).isEmpty();
    assertThat(report.checked()).isPositive();
  }

  private static List<String> alarms(DriftReport report) {
    return report.drifts().stream()
        .filter(drift -> drift.level() != Level.NO_EFFECT)
        .map(drift -> drift.level() + " " + drift.sentence())
        .toList();
  }
}
