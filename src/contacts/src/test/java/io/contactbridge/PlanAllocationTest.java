package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What planning an update takes of memory, before the compiler spares any of it. */
final class PlanAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Half as much again as it takes, of which the request itself is the most. */
  private static final long MOST_BYTES = 5_000;

  private final Contacts contacts = Contacts.highLevel("token-0123456789").build();

  private final ContactUpdate update =
      ContactUpdate.builder()
          .firstName("Jane")
          .lastName("Doe")
          .email("jane@example.com")
          .phone("+12055550123")
          .company("Doe Enterprises")
          .street("3535 1st St N")
          .city("Dolomite")
          .region("AL")
          .postalCode("35061")
          .build();

  @Test
  void planTakesLittleMoreThanItsRequest() {
    assertThat(plan()).isNotNull();

    long before = THREADS.getCurrentThreadAllocatedBytes();
    UpdatePlan plan = plan();
    long taken = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(plan.fields()).hasSize(9);
    assertThat(taken).isLessThan(MOST_BYTES);
  }

  private UpdatePlan plan() {
    return contacts.plan("ocQHyuzHvuMOe5N5jjXF", update);
  }
}
