package io.contactbridge.internal.sending;

import io.contactbridge.Rate;
import io.contactbridge.internal.text.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Gives the calls of an account their slots, in the order in which they ask. The shortest window is
 * slowed down when the CRM refuses a call for its rate: the other windows are too long for that.
 *
 * <p>The first in the queue waits until its slot opens; the others are woken when they are first,
 * or when their slot has opened together with others.
 */
final class RateLimit {
  private static final Duration RECENT = Duration.ofSeconds(10);

  private final Time time;
  private final boolean off;
  private final List<SlidingWindow> windows = new ArrayList<>();
  private final Queue<RateSlot> queue = new ArrayDeque<>();
  private long pausedUntil;
  // Read without the lock, for deadlines.
  private volatile Stall stall = new Stall(0, null);

  /**
   * @param rates the shortest first; null for no limit at all, and none if nothing is known yet
   * @param earlier when calls were made that count as well
   */
  RateLimit(@Nullable List<Rate> rates, Time time, Collection<Instant> earlier) {
    this.time = time;
    this.off = rates == null;
    this.pausedUntil = time.nanos();
    if (rates != null) {
      rates.forEach(rate -> windows.add(new SlidingWindow(rate, time.nanos())));
      if (rates.isEmpty()) {
        windows.add(new SlidingWindow(RECENT, time.nanos()));
      }
      remember(earlier);
    }
  }

  private void remember(Collection<Instant> earlier) {
    if (earlier.isEmpty()) {
      return;
    }
    Instant now = time.now();
    long nanos = time.nanos();
    for (SlidingWindow window : windows) {
      earlier.stream()
          // A clock that was set back must not put calls into the future.
          .map(call -> call.isAfter(now) ? Duration.ZERO : Duration.between(call, now))
          .filter(age -> age.compareTo(window.period()) < 0)
          .forEach(age -> window.callBefore(age.toNanos(), nanos));
    }
  }

  /** Says whether the call of a slot may be made, and counts it if so. */
  Decision ask(RateSlot slot) {
    List<RateSlot> woken = new ArrayList<>(0);
    Decision decision = ask(slot, woken);
    woken.forEach(RateSlot::wake);
    return decision;
  }

  private synchronized Decision ask(RateSlot slot, List<RateSlot> woken) {
    long now = time.nanos();
    if (slot.isOpen()) {
      return Decision.NOW;
    }
    if (off || (queue.isEmpty() && delay(0, now) == 0)) {
      open(slot, now);
      return Decision.NOW;
    }
    Decision refusal = refusal(slot, now);
    if (refusal != null) {
      remove(slot, woken);
      return refusal;
    }
    if (!slot.isQueued()) {
      slot.queue();
      queue.add(slot);
      stall(now);
    }
    serve(now, woken);
    woken.remove(slot);
    if (slot.isOpen()) {
      return Decision.NOW;
    }
    return slot == queue.peek() ? Decision.in(delay(0, now)) : Decision.WHEN_WOKEN;
  }

  /**
   * Opens every slot that may open, and wakes the first of the others to ask how long it has to
   * wait.
   */
  private void serve(long now, List<RateSlot> woken) {
    boolean served = false;
    while (!queue.isEmpty() && delay(0, now) == 0) {
      RateSlot next = queue.remove();
      open(next, now);
      woken.add(next);
      served = true;
    }
    RateSlot first = queue.peek();
    if (served && first != null) {
      woken.add(first);
    }
    stall(now);
  }

  private void open(RateSlot slot, long now) {
    slot.open(now);
    windows.forEach(window -> window.call(now));
  }

  /** Notes that the call of a slot has ended, or that the slot is not wanted any more. */
  void leave(RateSlot slot) {
    List<RateSlot> woken = new ArrayList<>(0);
    synchronized (this) {
      if (slot.isOpen() && !off) {
        long now = time.nanos();
        windows.forEach(window -> window.end(slot.opened(), now));
      }
      remove(slot, woken);
    }
    woken.forEach(RateSlot::wake);
  }

  private void remove(RateSlot slot, List<RateSlot> woken) {
    if (!slot.isQueued()) {
      return;
    }
    boolean first = slot == queue.peek();
    slot.leaveQueue();
    queue.remove(slot);
    stall(time.nanos());
    RateSlot next = queue.peek();
    if (first && next != null) {
      woken.add(next);
    }
  }

  /** Notes that the CRM refused the call of a slot for its rate. */
  synchronized void slowDown(RateSlot slot) {
    if (!off) {
      windows.get(0).slowDown(slot.opened(), time.nanos());
    }
  }

  /** Notes how many calls the CRM says are left in the longest window, which others use too. */
  synchronized void left(long calls) {
    if (!off) {
      windows.get(windows.size() - 1).left(calls, time.nanos());
    }
  }

  /** Prevents calls for a while. */
  void pause(Duration pause) {
    List<RateSlot> late;
    synchronized (this) {
      long until = time.nanos() + pause.toNanos();
      if (off || until - pausedUntil <= 0) {
        return;
      }
      pausedUntil = until;
      late = queue.stream().filter(slot -> !slot.deadline().allows(pause)).toList();
    }
    late.forEach(RateSlot::wake);
  }

  /**
   * Returns for how many nanoseconds in all calls have waited for this limit, whichever calls they
   * were.
   */
  long stalled(long now) {
    Stall known = stall;
    return known.before() + (known.since() == null ? 0 : Math.max(0, now - known.since()));
  }

  private synchronized void stall(long now) {
    boolean waiting = !queue.isEmpty();
    Stall known = stall;
    if (waiting && known.since() == null) {
      stall = new Stall(known.before(), now);
    } else if (!waiting && known.since() != null) {
      stall = new Stall(known.before() + now - known.since(), null);
    }
  }

  /**
   * For how long calls have waited.
   *
   * @param before in nanoseconds, until calls last stopped waiting
   * @param since when they began again, or null if none waits
   */
  private record Stall(long before, @Nullable Long since) {}

  private @Nullable Decision refusal(RateSlot slot, long now) {
    int before = slot.isQueued() ? 0 : queue.size();
    Deadline deadline = slot.deadline();
    long wait = Math.max(0, pausedUntil - now);
    for (SlidingWindow window : windows) {
      if (deadline.counts(window.period())) {
        wait = Math.max(wait, window.delay(before, now));
      }
    }
    if (wait == 0 || deadline.allows(Duration.ofNanos(wait))) {
      return null;
    }
    SlidingWindow window = tightest(before, now);
    String words =
        window == null
            ? "it wants to be left alone for "
            : "the limit of " + window + " leaves no place for ";
    return Decision.no(
        words + Seconds.of(Duration.ofNanos(wait)) + ", which is longer than the deadline allows",
        wait);
  }

  private long delay(int before, long now) {
    long wait = Math.max(0, pausedUntil - now);
    for (SlidingWindow window : windows) {
      wait = Math.max(wait, window.delay(before, now));
    }
    return wait;
  }

  /** Returns the window that has a call wait longest, or null if it is a pause. */
  private @Nullable SlidingWindow tightest(int before, long now) {
    return windows.stream()
        .max(Comparator.comparingLong(window -> window.delay(before, now)))
        .filter(window -> window.delay(before, now) > pausedUntil - now)
        .orElse(null);
  }
}
