package io.contactbridge.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stops calls to a CRM that no longer answers, and tries one call after a while.
 *
 * <p>It opens after an unbroken series of failures: {@link #FAILURES}, or {@link
 * #FAILURES_PER_UPDATE} for each update that was under way at once if that is more. So one short
 * fault that hits many updates at once does not open it; their retries overcome it.
 */
final class CircuitBreaker {
  static final int FAILURES = 20;

  /** The attempts of an update by default, so that a short fault ends no update. */
  static final int FAILURES_PER_UPDATE = 3;

  private static final Duration REST = Duration.ofSeconds(30);

  /** It is unknown when the running trial ends. */
  private static final Duration TRIAL = Duration.ofSeconds(1);

  private enum State {
    CLOSED,
    OPEN,
    TRIAL
  }

  private final Time time;
  private final Set<Runnable> waiting = new LinkedHashSet<>();
  // Read without the lock where it is closed, as it nearly always is.
  private volatile State state = State.CLOSED;
  private int phase;
  private int underWay;
  private int mostUnderWay;
  private int failures;
  private int openedAfter;
  private long restEnd;
  private Instant until = Instant.EPOCH;

  CircuitBreaker(Time time) {
    this.time = time;
  }

  /**
   * Says whether a call may be made. An update that has been sent before waits for the trial; one
   * that has not is refused.
   *
   * @param waiter is run after the trial of an update that has to wait; must not block
   */
  Decision ask(boolean sentBefore, Runnable waiter) {
    return state == State.CLOSED ? Decision.NOW : askWhileOpen(sentBefore, waiter);
  }

  private synchronized Decision askWhileOpen(boolean sentBefore, Runnable waiter) {
    long rest = restEnd - time.nanos();
    if (state == State.CLOSED || (state == State.OPEN && rest <= 0)) {
      return Decision.NOW;
    }
    if (state == State.OPEN) {
      return sentBefore ? Decision.in(rest) : Decision.no(words("at " + until), rest);
    }
    if (!sentBefore) {
      return Decision.no(words("once another that is under way has succeeded"), TRIAL.toNanos());
    }
    waiting.add(waiter);
    return Decision.WHEN_WOKEN;
  }

  private String words(String when) {
    return "the last " + openedAfter + " calls failed, so the next is made " + when;
  }

  /** A call under way, with what the circuit was when it began. */
  record Permit(int phase) {}

  /**
   * Returns the object on which to note the end of the call, or null if no call can be made now.
   *
   * @param first whether it is the first call of its update, whose end is to be noted as well
   */
  synchronized @Nullable Permit enter(boolean first) {
    if (state == State.TRIAL || (state == State.OPEN && restEnd - time.nanos() > 0)) {
      return null;
    }
    if (state == State.OPEN) {
      state = State.TRIAL;
      phase++;
    }
    if (first) {
      underWay++;
      mostUnderWay = Math.max(mostUnderWay, underWay);
    }
    return new Permit(phase);
  }

  /** Notes that an update has ended of which a call has entered. */
  synchronized void endOfUpdate() {
    underWay--;
    // One that ended in failure will fail no more.
    mostUnderWay = Math.max(underWay, mostUnderWay - 1);
  }

  /** Notes that an update does not wait any more. */
  void leave(Runnable waiter) {
    if (state != State.CLOSED) {
      synchronized (this) {
        waiting.remove(waiter);
      }
    }
  }

  /** Notes the end of a call. A call that began before the circuit changed is ignored. */
  void leave(Permit permit, boolean available) {
    wake(end(permit, available));
  }

  /** Notes that a call was abandoned without a result. */
  void forget(Permit permit) {
    wake(giveUp(permit));
  }

  private synchronized List<Runnable> end(Permit permit, boolean available) {
    if (permit.phase() != phase) {
      return List.of();
    }
    if (available) {
      failures = 0;
      mostUnderWay = underWay;
      return state == State.TRIAL ? close() : List.of();
    }
    if (state == State.TRIAL) {
      return open(REST);
    }
    failures++;
    if (failures < Math.max(FAILURES, FAILURES_PER_UPDATE * mostUnderWay)) {
      return List.of();
    }
    openedAfter = failures;
    return open(REST);
  }

  private synchronized List<Runnable> giveUp(Permit permit) {
    // The rest is over, so the next call is another trial.
    return permit.phase() == phase && state == State.TRIAL ? open(Duration.ZERO) : List.of();
  }

  private List<Runnable> close() {
    state = State.CLOSED;
    phase++;
    return waiters();
  }

  private List<Runnable> open(Duration rest) {
    state = State.OPEN;
    phase++;
    failures = 0;
    restEnd = time.nanos() + rest.toNanos();
    until = time.now().plus(rest).truncatedTo(ChronoUnit.SECONDS);
    return waiters();
  }

  private List<Runnable> waiters() {
    List<Runnable> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  /** Without the lock: a waiter asks this circuit at once. */
  private static void wake(List<Runnable> waiters) {
    waiters.forEach(Runnable::run);
  }

  /** Returns whether calls are refused. */
  boolean isOpen() {
    return state != State.CLOSED;
  }

  /** Returns the time until which no call is made. */
  synchronized Instant until() {
    return until;
  }
}
