package io.contactbridge;

import java.time.Duration;

/** When an update must have ended. */
final class Deadline {
  private final Time time;
  private final long end;
  private volatile boolean passed;

  Deadline(Duration whole, Time time) {
    this.time = time;
    this.end = time.nanos() + whole.toNanos();
  }

  /** Returns what is left, which is not positive after the deadline. */
  Duration left() {
    return passed ? Duration.ZERO : Duration.ofNanos(end - time.nanos());
  }

  /** Returns whether there is time for a wait and for something after it. */
  boolean allows(Duration wait) {
    return left().compareTo(wait) > 0;
  }

  /** Notes that the deadline has passed, whatever the clock says. */
  void pass() {
    passed = true;
  }
}
