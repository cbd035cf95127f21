package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.mutation.Controls;
import io.contactbridge.drift.mutation.Controls.Control;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no drift must not alarm, and what says the same must not even be mentioned. */
final class ControlsTest {
  static List<Control> specifications() {
    return Controls.specifications();
  }

  @ParameterizedTest
  @MethodSource
  void specifications(Control control) {
    DriftReport report = Specs.drift(control.crm(), control.before(), control.after());

    assertThat(report.drifts())
        .filteredOn(drift -> !control.words() || drift.level() != Level.NO_EFFECT)
        .extracting(drift -> drift.level() + " " + drift.sentence())
        .isEmpty();
  }
}
