package io.contactbridge.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Knows whether the task may still send. A worker that was suspended, by a pause of its machine or
 * a long collection, wakes with records whose partitions another task may have meanwhile, and is
 * told so only by its next heartbeats. So nothing is sent when the worker was not heard of for the
 * length of the lease, nor for as long after that.
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
   * @param monotonic nanoseconds, which on some systems do not pass while the machine is suspended
   * @param wall milliseconds, which do, but may be set
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

  /** Begins anew, when there is nothing left to send from before. */
  synchronized void begin() {
    long now = monotonic.getAsLong();
    heard(now);
    fencedUntil = now;
  }

  /** Notes that the worker is alive. Returns whether it was not for too long. */
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
