package io.contactbridge;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a CRM alone that has failed again and again, and tries one call after a while. Failsafe
 * counts; when it is time is told by our clock, which tests can move.
 */
final class Circuit {
  private static final int FAILURES = 20;
  private static final Duration REST = Duration.ofSeconds(30);
  private static final Duration NEVER = Duration.ofDays(36_500);

  private final Time time;
  private final CircuitBreaker<Object> breaker =
      CircuitBreaker.builder()
          .withFailureThreshold(FAILURES)
          .withSuccessThreshold(1)
          .withDelay(NEVER)
          .build();
  private Deadline rest;
  private Instant until = Instant.EPOCH;
  private Object phase = new Object();

  Circuit(Time time) {
    this.time = time;
    this.rest = new Deadline(REST, time);
  }

  /** Returns why no call can be made now, or null if one can. */
  synchronized @Nullable String refusal() {
    if (breaker.isClosed() || (breaker.isOpen() && !rest.allows(Duration.ZERO))) {
      return null;
    }
    return "the last " + FAILURES + " calls failed, so the next is made " + when();
  }

  /** Returns what the call's end is to be noted with, or null if no call can be made now. */
  synchronized @Nullable Object enter() {
    if (breaker.isOpen() && !rest.allows(Duration.ZERO)) {
      breaker.halfOpen();
      phase = new Object();
    }
    return breaker.tryAcquirePermit() ? phase : null;
  }

  /** Notes the end of a call; what began before the circuit changed says nothing any more. */
  synchronized void leave(Object entered, boolean available) {
    if (entered != phase) {
      return;
    }
    boolean trial = breaker.isHalfOpen();
    if (available) {
      breaker.recordSuccess();
    } else {
      breaker.recordFailure();
    }
    if (trial || breaker.isOpen()) {
      phase = new Object();
    }
    if (breaker.isOpen()) {
      rest = new Deadline(REST, time);
      until = time.now().plus(REST).truncatedTo(ChronoUnit.SECONDS);
    }
  }

  /** Notes that a call was given up before it told anything. */
  synchronized void forget(Object entered) {
    if (entered == phase && breaker.isHalfOpen()) {
      // Failsafe takes no permit back. The rest is over, so the next call is another trial.
      breaker.open();
      phase = new Object();
    }
  }

  private String when() {
    return breaker.isOpen() ? "at " + until : "once another that is under way has succeeded";
  }
}
