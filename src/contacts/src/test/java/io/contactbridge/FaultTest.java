package io.contactbridge;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is seen for what it is, and leaves nothing behind. */
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
  @MethodSource("io.contactbridge.Faults#atEachCrm")
  void callerSeesTheFaultForWhatItIs(Fault fault, Crm crm) {
    rig.close();
    rig = new Rig(crm);
    fault.stage().accept(rig);

    Object seen = rig.send(rig.contacts().build());

    fault.seen().assertSeen(rig, seen);
  }
}
