package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can make a caller read more than it wants to. */
@Timeout(30)
final class HugeAnswerTest {
  /** What the network holds on its way beside what is read. */
  private static final long ON_ITS_WAY = 16 << 20;

  @ParameterizedTest
  @ValueSource(strings = {"body of 100 MB", "refusal of 100 MB", "gzip bomb"})
  void answerIsReadUpToTheLimit(String name) {
    Fault fault = Faults.named(name);
    try (Rig rig = new Rig(Crm.RAZE)) {
      fault.stage().accept(rig);

      Object seen = rig.send(rig.contacts().build());

      String body =
          seen instanceof UpdateResult result ? result.body() : ((ContactsException) seen).body();
      assertThat(body).hasSize(1 << 20);
      rig.assertNothingIsLeft();
      assertThat(rig.server().served()).isLessThan((1 << 20) + ON_ITS_WAY);
    }
  }
}
