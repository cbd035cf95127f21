package io.contactbridge;

import io.contactbridge.internal.sending.SystemTime;
import io.contactbridge.internal.sending.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;

/** A clock that each wait moves on, so that nobody waits. A random part is the whole. */
public final class SkippingTime implements Time {
  private final Instant start;
  private final List<Duration> waits = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  public SkippingTime() {
    this(Instant.parse("2026-11-21T12:00:00Z"));
  }

  public SkippingTime(Instant start) {
    this.start = start;
  }

  /** Returns the waits so far. */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }

  public synchronized void pass(Duration time) {
    passed = passed.plus(time);
  }

  @Override
  public synchronized Instant now() {
    return start.plus(passed);
  }

  @Override
  public synchronized long nanos() {
    return passed.toNanos();
  }

  @Override
  public Duration part(Duration most) {
    return most;
  }

  @Override
  public synchronized ScheduledFuture<?> after(Duration wait, Runnable task) {
    // What has no length is a wait for Failsafe alone.
    if (wait.compareTo(Duration.ofMillis(1)) >= 0) {
      waits.add(wait);
      passed = passed.plus(wait);
    }
    return SystemTime.alarm(Duration.ZERO, task);
  }
}
