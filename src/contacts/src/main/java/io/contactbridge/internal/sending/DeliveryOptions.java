package io.contactbridge.internal.sending;

import io.contactbridge.DeliveryListener;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How a caller wants updates to be delivered. Mutable, since it is a part of a builder. */
public final class DeliveryOptions {
  static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** A hundred years, whose nanoseconds fit into a long. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  /** Fits into one array and leaves room. */
  private static final long MOST_BYTES = 1L << 30;

  private Duration timeout = TIMEOUT;
  private DeadlineOption deadline = new DeadlineOption(Duration.ofSeconds(60), false);
  private int maxRetries = 2;
  private long answerLimit = 1L << 20;
  private @Nullable RateOption rates;
  private List<Instant> earlierCalls = List.of();
  private BooleanSupplier guard = () -> true;
  private final List<DeliveryListener> listeners = new ArrayList<>();
  private Time time = SystemTime.INSTANCE;

  /** Returns how long one attempt may take. */
  Duration timeout() {
    return timeout;
  }

  public void timeout(Duration timeout) {
    this.timeout = positive("a timeout", timeout);
  }

  /** Returns how long an update may take as a whole. */
  DeadlineOption deadline() {
    return deadline;
  }

  public void deadline(Duration deadline) {
    this.deadline = chosen(deadline);
  }

  int maxRetries() {
    return maxRetries;
  }

  public void maxRetries(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException(
          "a number of retries is 0 or greater, unlike " + maxRetries);
    }
    this.maxRetries = maxRetries;
  }

  long answerLimit() {
    return answerLimit;
  }

  public void answerLimit(long bytes) {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "a limit of answers is from 1 to " + MOST_BYTES + " bytes, unlike " + bytes);
    }
    this.answerLimit = bytes;
  }

  /** Returns the caller's own rates, or null for the documented ones. */
  @Nullable RateOption rates() {
    return rates;
  }

  public void rates(RateOption rates) {
    this.rates = rates;
  }

  List<Instant> earlierCalls() {
    return earlierCalls;
  }

  public void earlierCalls(Collection<Instant> calls) {
    this.earlierCalls = List.copyOf(calls);
  }

  BooleanSupplier guard() {
    return guard;
  }

  public void guard(BooleanSupplier guard) {
    this.guard = guard;
  }

  List<DeliveryListener> listeners() {
    return listeners;
  }

  public void listener(DeliveryListener listener) {
    listeners.add(listener);
  }

  Time time() {
    return time;
  }

  public void time(Time time) {
    this.time = time;
  }

  static DeadlineOption chosen(Duration deadline) {
    return new DeadlineOption(positive("a deadline", deadline), true);
  }

  public static Duration positive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException(what + " is positive, unlike " + duration);
    }
    return duration.compareTo(LONGEST) > 0 ? LONGEST : duration;
  }
}
