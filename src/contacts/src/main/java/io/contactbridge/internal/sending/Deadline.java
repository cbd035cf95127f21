package io.contactbridge.internal.sending;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/** When an update must have ended. */
final class Deadline {
  private final Time time;
  private final DeadlineOption option;
  private final LongUnaryOperator ownLimit;
  private final long stalled;
  private final long end;

  /**
   * @param ownLimit returns how many nanoseconds our own rate limit has held updates up until a
   *     moment
   */
  Deadline(DeadlineOption option, Time time, LongUnaryOperator ownLimit) {
    this.time = time;
    this.option = option;
    this.ownLimit = ownLimit;
    long now = time.nanos();
    this.stalled = ownLimit.applyAsLong(now);
    this.end = now + option.length().toNanos();
  }

  /** Returns how many nanoseconds are left; after the deadline that is not positive. */
  long left() {
    long now = time.nanos();
    long left = end - now;
    return option.countsOwnLimit() ? left : left + ownLimit.applyAsLong(now) - stalled;
  }

  boolean isOver() {
    return left() <= 0;
  }

  /** Returns whether there is time for a wait and for something after it. */
  boolean allows(Duration wait) {
    return left() > wait.toNanos();
  }

  /** Returns whether a wait for our own rate limit of such a period uses this deadline up. */
  boolean counts(Duration period) {
    return option.countsOwnLimit() || period.compareTo(option.length()) > 0;
  }
}
