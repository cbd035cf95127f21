package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault is seen for what it is, and leaves nothing behind. That it is at each CRM, and of a
 * future, stands in the {@link CanaryTest}.
 */
@Timeout(30)
final class FaultTest {
  private Rig rig = new Rig(Crm.LINQ);

  @AfterEach
  void nothingIsLeft() {
    try {
      rig.assertNothingIsLeft();
    } finally {
      rig.close();
    }
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("io.contactbridge.Faults#atSomeCrm")
  void callerSeesTheFaultForWhatItIs(Fault fault, Crm crm) {
    rig.close();
    rig = new Rig(crm);
    fault.stage().accept(rig);

    Object seen = rig.send(rig.contacts().build());

    fault.seen().assertSeen(rig, seen, fault.attempts());
  }

  @ParameterizedTest(name = "{0} at {1}")
  @MethodSource("io.contactbridge.Faults#thatHeal")
  void updateIsMadeOnceTheFaultHasGone(Fault fault, Crm crm) {
    for (int bad = 1; bad < fault.attempts(); bad++) {
      rig.close();
      rig = new Rig(crm);
      fault.stage().accept(rig);
      rig.heal(bad);

      UpdateResult result = (UpdateResult) rig.send(rig.contacts().build());

      assertThat(result.outcomes()).containsEntry(ContactField.EMAIL, Outcome.APPLIED);
      assertThat(result.attempts()).isEqualTo(bad + 1);
      assertThat(rig.server().requests()).isEqualTo(bad + 1);
    }
  }
}
