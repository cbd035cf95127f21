package io.contactbridge.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides whether the task may still send. A worker can be suspended, by a pause of its machine or
 * a long garbage collection. When it wakes, another task may have its partitions, which it learns
 * only from its next heartbeats. So after the worker was suspended for the length of the lease, it
 * sends nothing for that length.
 *
 * <p>Safe for threads.
 */
final class Lease {
  private final long length;
  private final LongSupplier monotonic;
  private final LongSupplier wall;
  private long heardMonotonic;
  private long heardWall;
  private long fencedUntil;

  /**
   * @param monotonic a clock in nanoseconds, which on some systems stops while the machine is
   *     suspended
   * @param wall a clock in milliseconds, which does not stop then but may be set
   */
  Lease(Duration length, LongSupplier monotonic, LongSupplier wall) {
    this.length = length.toNanos();
    this.monotonic = monotonic;
    this.wall = wall;
    begin();
  }

  static Lease of(Duration length) {
    return new Lease(length, System::nanoTime, System::currentTimeMillis);
  }

  /** Starts again, when no earlier record is left to send. */
  synchronized void begin() {
    long now = monotonic.getAsLong();
    heard(now);
    fencedUntil = now;
  }

  /** Notes that the worker is running. Returns whether it was suspended for too long before. */
  synchronized boolean renew() {
    long now = monotonic.getAsLong();
    boolean late = silence(now) > length;
    if (late) {
      fencedUntil = now + length;
    }
    heard(now);
    return late;
  }

  /** Returns whether an attempt may be sent now. */
  synchronized boolean isHeld() {
    long now = monotonic.getAsLong();
    return silence(now) <= length && now - fencedUntil >= 0;
  }

  private void heard(long now) {
    heardMonotonic = now;
    heardWall = wall.getAsLong();
  }

  private long silence(long now) {
    return Math.max(now - heardMonotonic, (wall.getAsLong() - heardWall) * 1_000_000);
  }
}
