package io.contactbridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants updates to be delivered.
 *
 * @param timeout of one attempt
 * @param deadline of an update as a whole
 * @param answerLimit in bytes
 * @param rates the caller's own, or null for the documented ones
 */
record Delivering(
    Duration timeout,
    Duration deadline,
    int maxRetries,
    long answerLimit,
    @Nullable Rates rates,
    List<DeliveryListener> listeners,
    Time time) {
  /** So long that the nanoseconds still fit into a number. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** What fits into one array, and leaves room. */
  private static final long MOST_BYTES = 1L << 30;

  static final Delivering DEFAULT =
      new Delivering(
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          2,
          1L << 20,
          null,
          List.of(),
          Time.SYSTEM);

  Delivering withTimeout(Duration timeout) {
    Duration checked = positive("a timeout", timeout);
    return new Delivering(checked, deadline, maxRetries, answerLimit, rates, listeners, time);
  }

  Delivering withDeadline(Duration deadline) {
    Duration checked = positive("a deadline", deadline);
    return new Delivering(timeout, checked, maxRetries, answerLimit, rates, listeners, time);
  }

  Delivering withMaxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException(
          "a number of retries is 0 or greater, unlike " + maxRetries);
    }
    return new Delivering(timeout, deadline, maxRetries, answerLimit, rates, listeners, time);
  }

  Delivering withAnswerLimit(long bytes) {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a limit of answers is from 1 to " + MOST_BYTES + " bytes, unlike " + bytes);
    }
    return new Delivering(timeout, deadline, maxRetries, bytes, rates, listeners, time);
  }

  Delivering withRates(Rates rates) {
    return new Delivering(timeout, deadline, maxRetries, answerLimit, rates, listeners, time);
  }

  Delivering withListener(DeliveryListener listener) {
    List<DeliveryListener> all = new ArrayList<>(listeners);
    all.add(listener);
    return new Delivering(
        timeout, deadline, maxRetries, answerLimit, rates, List.copyOf(all), time);
  }

  Delivering withTime(Time time) {
    return new Delivering(timeout, deadline, maxRetries, answerLimit, rates, listeners, time);
  }

  private static Duration positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is positive, unlike " + duration);
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
