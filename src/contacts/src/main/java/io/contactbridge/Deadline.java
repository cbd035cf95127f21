package io.contactbridge;

import java.time.Duration;

/** When an update must have ended. */
final class Deadline {
  private final Time time;
  private final DeadlineOption option;
  private final RateLimit limit;
  private final long stalled;
  private final long end;

  Deadline(DeadlineOption option, Time time, RateLimit limit) {
    this.time = time;
    this.option = option;
    this.limit = limit;
    long now = time.nanos();
    this.stalled = limit.stalled(now);
    this.end = now + option.length().toNanos();
  }

  /** Returns how many nanoseconds are left; after the deadline that is not positive. */
  long left() {
    long now = time.nanos();
    long left = end - now;
    return option.countsOwnLimit() ? left : left + limit.stalled(now) - stalled;
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
