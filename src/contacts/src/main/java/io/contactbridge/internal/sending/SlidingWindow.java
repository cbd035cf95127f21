package io.contactbridge.internal.sending;

import io.contactbridge.Rate;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls of a period that slides with the time. The calls are kept in a fixed number of
 * slots and not one by one, so a call counts for up to one slot longer than the period, and never
 * shorter. Not safe for threads.
 */
final class SlidingWindow {
  private static final int SLOTS = 100;

  /**
   * So few calls have not caused the refusal, so the account waits only as long as the CRM asks.
   */
  private static final int LEAST_WHERE_UNKNOWN = 10;

  private static final long FOREVER = Long.MAX_VALUE / 4;

  /** How long the CRM's own count is trusted; after that a call is tried. */
  private static final long BELIEVED = Duration.ofHours(1).toNanos();

  private final @Nullable Rate rate;
  private final long period;
  private final long slot;
  private final long[] calls = new long[SLOTS + 1];
  private long newest;
  private long used;
  private long normal;
  private long allowed;
  private long slowed;
  private long quietSince;
  private long ofOthers;
  private long ofOthersUntil;

  /** Creates a window that limits nothing before it is slowed down. */
  SlidingWindow(Duration period, long now) {
    this(null, period, now);
  }

  SlidingWindow(Rate rate, long now) {
    this(rate, rate.per(), now);
  }

  private SlidingWindow(@Nullable Rate rate, Duration period, long now) {
    this.rate = rate;
    this.period = period.toNanos();
    this.slot = this.period / SLOTS + (this.period % SLOTS == 0 ? 0 : 1);
    this.newest = Math.floorDiv(now, slot);
    this.slowed = now - 1;
    this.normal = rate == null ? Long.MAX_VALUE : rate.calls();
    this.allowed = normal;
  }

  Duration period() {
    return Duration.ofNanos(period);
  }

  /** Returns how long it takes until a call may be made, if others come before it. */
  long delay(long others, long now) {
    moveOn(now);
    if (allowed == Long.MAX_VALUE) {
      return 0;
    }
    long wait = delayOfOwn(others, now);
    return ofOthers > 0 && used + ofOthers + others >= allowed
        ? Math.max(wait, ofOthersUntil - now)
        : wait;
  }

  private long delayOfOwn(long others, long now) {
    // Each call that expires makes room for another, so everything repeats after a period.
    long excess = used + others % allowed + 1 - allowed;
    long whole = (SLOTS + 1) * slot;
    long wait = others / allowed > FOREVER / whole ? FOREVER : others / allowed * whole;
    if (excess <= 0 && wait > 0) {
      // A period is counted from the slot in which it begins.
      wait -= Math.floorMod(now, slot);
    }
    for (long number = newest - SLOTS; number <= newest && excess > 0; number++) {
      excess -= calls[index(number)];
      if (excess <= 0) {
        wait += (number + SLOTS + 1) * slot - now;
      }
    }
    return wait;
  }

  void call(long now) {
    moveOn(now);
    calls[index(newest)]++;
    used++;
  }

  /**
   * Counts a call from when it ended and no longer from when it was let through: the CRM has
   * counted it at some moment in between.
   */
  void end(long called, long now) {
    moveOn(now);
    long number = Math.floorDiv(called, slot);
    if (newest - number <= SLOTS) {
      calls[index(number)]--;
      used--;
    }
    calls[index(newest)]++;
    used++;
  }

  /** Counts a call that was made some time ago. */
  void callBefore(long age, long now) {
    long number = Math.floorDiv(now - age, slot);
    if (newest - number <= SLOTS) {
      calls[index(number)]++;
      used++;
    }
  }

  /** Counts the calls of others as well, going by how many the CRM says are left. */
  void left(long calls, long now) {
    moveOn(now);
    if (rate != null && calls >= 0) {
      ofOthers = Math.max(0, rate.calls() - used - calls);
      ofOthersUntil = now + BELIEVED;
    }
  }

  /**
   * Halves what is allowed, because the CRM refused a call for its rate. Refusals of calls that
   * were under way at the last halving are ignored.
   */
  void slowDown(long called, long now) {
    moveOn(now);
    quietSince = now;
    if (called - slowed <= 0) {
      return;
    }
    slowed = now;
    if (allowed == Long.MAX_VALUE) {
      normal = used;
      allowed = used;
    }
    allowed = Math.max(rate == null ? LEAST_WHERE_UNKNOWN : 1, allowed / 2);
  }

  private void moveOn(long now) {
    long number = Math.max(newest, Math.floorDiv(now, slot));
    if (number - newest > SLOTS) {
      Arrays.fill(calls, 0);
      used = 0;
      newest = number;
    }
    while (newest < number) {
      newest++;
      used -= calls[index(newest)];
      calls[index(newest)] = 0;
    }
    if (now - ofOthersUntil >= 0) {
      ofOthers = 0;
    }
    while (allowed < normal && now - quietSince >= period) {
      quietSince += period;
      allowed += Math.max(1, normal / 10);
    }
    if (allowed >= normal) {
      normal = rate == null ? Long.MAX_VALUE : rate.calls();
      allowed = normal;
    }
  }

  private static int index(long number) {
    return Math.floorMod(number, SLOTS + 1);
  }

  @Override
  public String toString() {
    int calls = (int) Math.min(allowed, Integer.MAX_VALUE);
    return new Rate(calls, Duration.ofNanos(period)).toString();
  }
}
