package io.contactbridge;

import java.time.Duration;

/**
 * How a caller wants updates to be delivered.
 *
 * @param timeout of one attempt
 * @param deadline of an update as a whole
 * @param answerLimit in bytes
 */
record Delivering(
    Duration timeout, Duration deadline, int maxRetries, long answerLimit, Time time) {
  /** So long that the nanoseconds still fit into a number. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  static final Delivering DEFAULT =
      new Delivering(Duration.ofSeconds(30), Duration.ofSeconds(60), 2, 1L << 20, Time.SYSTEM);

  Delivering withTimeout(Duration timeout) {
    return new Delivering(positive("a timeout", timeout), deadline, maxRetries, answerLimit, time);
  }

  Delivering withDeadline(Duration deadline) {
    return new Delivering(timeout, positive("a deadline", deadline), maxRetries, answerLimit, time);
  }

  Delivering withMaxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException(
          "a number of retries is 0 or greater, unlike " + maxRetries);
    }
    return new Delivering(timeout, deadline, maxRetries, answerLimit, time);
  }

  Delivering withAnswerLimit(long answerLimit) {
    if (answerLimit < 1 || answerLimit > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "a limit of answers is from 1 byte to 2 GiB, unlike " + answerLimit);
    }
    return new Delivering(timeout, deadline, maxRetries, answerLimit, time);
  }

  Delivering withTime(Time time) {
    return new Delivering(timeout, deadline, maxRetries, answerLimit, time);
  }

  private static Duration positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is positive, unlike " + duration);
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
