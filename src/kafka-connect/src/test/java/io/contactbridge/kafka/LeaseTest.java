package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LeaseTest {
  private long nanos;
  private long millis;
  private final Lease lease = new Lease(Duration.ofSeconds(10), () -> nanos, () -> millis);

  @Test
  void isValidWhileTheWorkerRuns() {
    for (int i = 0; i < 5; i++) {
      pass(9_000);
      assertThat(lease.renew()).isFalse();
      assertThat(lease.isHeld()).isTrue();
    }
  }

  @Test
  void isLostAfterASuspension() {
    pass(10_000);
    assertThat(lease.isHeld()).isTrue();
    pass(1);
    assertThat(lease.isHeld()).isFalse();
  }

  @Test
  void isValidAgainOnlyOneLeaseAfterTheSuspension() {
    pass(60_000);

    assertThat(lease.renew()).isTrue();
    for (int i = 0; i < 9; i++) {
      assertThat(lease.isHeld()).isFalse();
      pass(1_000);
      lease.renew();
    }
    assertThat(lease.isHeld()).isFalse();
    pass(1_000);
    assertThat(lease.isHeld()).isTrue();
  }

  @Test
  void isLostEvenIfTheMonotonicClockStoodStill() {
    millis += 60_000;

    assertThat(lease.isHeld()).isFalse();
    assertThat(lease.renew()).isTrue();
  }

  @Test
  void isValidEvenIfTheWallClockIsSetBack() {
    pass(5_000);
    millis -= 3_600_000;

    assertThat(lease.isHeld()).isTrue();
  }

  @Test
  void startsAgainWhenNothingIsLeft() {
    pass(60_000);
    lease.renew();

    lease.begin();

    assertThat(lease.isHeld()).isTrue();
  }

  private void pass(long time) {
    nanos += time * 1_000_000;
    millis += time;
  }
}
