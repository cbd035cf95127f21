package io.contactbridge.internal.sending;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a stage to an update: now, later, or no, with the reason. Stages decide and never
 * wait; the driver of the update waits.
 *
 * @param nanos how long to wait before asking again, unless woken earlier
 * @param reason why it is no
 */
record Decision(Kind kind, long nanos, @Nullable String reason) {
  enum Kind {
    NOW,
    WAIT,
    NO
  }

  static final Decision NOW = new Decision(Kind.NOW, 0, null);

  /** Another update, or the end of a call, wakes this one. */
  static final Decision WHEN_WOKEN = new Decision(Kind.WAIT, Long.MAX_VALUE, null);

  static Decision in(long nanos) {
    return new Decision(Kind.WAIT, nanos, null);
  }

  /**
   * @param nanos after which it would be another answer
   */
  static Decision no(String reason, long nanos) {
    return new Decision(Kind.NO, nanos, reason);
  }

  /** Returns whether the wait has a length; otherwise another update or call ends it. */
  boolean isTimed() {
    return nanos != Long.MAX_VALUE;
  }

  boolean isNow() {
    return kind == Kind.NOW;
  }

  boolean isNo() {
    return kind == Kind.NO;
  }

  Duration duration() {
    return Duration.ofNanos(nanos);
  }
}
