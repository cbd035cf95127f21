package io.contactbridge;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Gives an account's calls their places in time, in the order in which they ask. The shortest
 * window is slowed down when the CRM refuses a call for its rate: the others are too long for that.
 */
final class RateLimit {
  private static final Duration LATELY = Duration.ofSeconds(10);

  private final Time time;
  private final Handover handover;
  private final boolean off;
  private final List<Window> windows = new ArrayList<>();
  private final Queue<Place> queue = new ArrayDeque<>();
  private long pausedUntil;
  private boolean awaited;

  /**
   * @param rates the shortest first; null for no limit at all, and none if nothing is known yet
   */
  RateLimit(@Nullable List<Rate> rates, Time time, Handover handover) {
    this.time = time;
    this.handover = handover;
    this.off = rates == null;
    this.pausedUntil = time.nanos();
    if (rates != null) {
      rates.forEach(rate -> windows.add(new Window(rate, time.nanos())));
      if (rates.isEmpty()) {
        windows.add(new Window(LATELY, time.nanos()));
      }
    }
  }

  /** Returns a place, which completes when the call may be made, or is known to come too late. */
  Place take(Deadline deadline) {
    Place place = new Place(deadline);
    if (off) {
      place.open(time.nanos());
      place.complete(true);
    } else {
      enqueue(place);
      serve();
    }
    return place;
  }

  /** Takes back a place that is not wanted any more. */
  synchronized void leave(Place place) {
    queue.remove(place);
  }

  /** Notes that the CRM refused the call at a place for its rate. */
  synchronized void slowDown(Place place) {
    if (!off) {
      windows.get(0).slowDown(place.opened(), time.nanos());
    }
  }

  /** Has no call be made for a while. */
  void pause(Duration pause) {
    List<Place> late = new ArrayList<>();
    synchronized (this) {
      long until = time.nanos() + pause.toNanos();
      if (off || until - pausedUntil <= 0) {
        return;
      }
      pausedUntil = until;
      queue.removeIf(place -> !place.allows(pause) && late.add(place));
    }
    late.forEach(place -> place.refuse(pause, reason(null, pause)));
  }

  private synchronized void enqueue(Place place) {
    long now = time.nanos();
    Duration wait = Duration.ofNanos(delay(queue.size(), now));
    if (place.allows(wait)) {
      queue.add(place);
    } else {
      place.refuse(wait, reason(tightest(queue.size(), now), wait));
    }
  }

  private void serve() {
    List<Place> open = new ArrayList<>();
    synchronized (this) {
      long now = time.nanos();
      while (!queue.isEmpty() && delay(0, now) == 0) {
        Place next = queue.remove();
        next.open(now);
        windows.forEach(window -> window.call(now));
        open.add(next);
      }
      if (!queue.isEmpty() && !awaited) {
        awaited = true;
        var unused =
            time.after(Duration.ofNanos(delay(0, now)), () -> handover.execute(this::wake));
      }
    }
    open.forEach(place -> place.complete(true));
  }

  private void wake() {
    synchronized (this) {
      awaited = false;
    }
    serve();
  }

  private long delay(int before, long now) {
    long wait = Math.max(0, pausedUntil - now);
    for (Window window : windows) {
      wait = Math.max(wait, window.delay(before, now));
    }
    return wait;
  }

  /** Returns the window that has a call wait longest, or null if it is a pause. */
  private @Nullable Window tightest(int before, long now) {
    return windows.stream()
        .max(Comparator.comparingLong(window -> window.delay(before, now)))
        .filter(window -> window.delay(before, now) > pausedUntil - now)
        .orElse(null);
  }

  private static String reason(@Nullable Window window, Duration wait) {
    return window == null
        ? "it wants to be left alone for " + Seconds.of(wait)
        : "the limit of " + window + " leaves no place for " + Seconds.of(wait);
  }
}
