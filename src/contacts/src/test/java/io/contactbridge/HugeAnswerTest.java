package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can make a caller read more than it wants to. */
@Timeout(30)
final class HugeAnswerTest {
  /** What the network holds on its way beside what is read. */
  private static final long ON_ITS_WAY = 16 << 20;

  private static final long MEMORY = 48 << 20;

  @ParameterizedTest
  @ValueSource(strings = {"body of 100 MB", "refusal of 100 MB", "gzip bomb"})
  void answerIsReadUpToTheLimit(String name) {
    Fault fault = Faults.named(name);
    try (Rig rig = new Rig(Crm.RAZE)) {
      fault.stage().accept(rig);

      long before = allocated();
      Object seen = rig.send(rig.contacts().build());
      long taken = allocated() - before;

      String body =
          seen instanceof UpdateResult result ? result.body() : ((ContactsException) seen).body();
      assertThat(body).hasSize(1 << 20);
      assertThat(taken).as("memory").isLessThan(MEMORY);
      rig.assertNothingIsLeft();
      assertThat(rig.server().served()).isLessThan((1 << 20) + ON_ITS_WAY);
    }
  }

  /** Returns how much memory all threads that there are have ever taken. */
  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
        .filter(bytes -> bytes > 0)
        .sum();
  }
}
