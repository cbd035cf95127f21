package io.contactbridge.bulk;

import io.contactbridge.Rate;
import io.contactbridge.bulk.engine.SendingState;
import io.contactbridge.bulk.internal.results.EarlierResults;
import io.contactbridge.bulk.internal.results.RowResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts rows, and estimates the time for the remaining ones. Not thread-safe. */
final class Tally {
  private static final Duration LATELY = Duration.ofSeconds(10);

  private final long rows;
  private final List<Rate> limits;
  private long ended;
  private long made;
  private long different;
  private long nothing;
  private long failed;
  private long superseded;
  private Instant since;
  private long endedThen;
  private double perSecond;

  Tally(long rows, List<Rate> limits, Instant now) {
    this.rows = rows;
    this.limits = limits;
    this.since = now;
  }

  /** Counts the rows of earlier runs, without those that failed if they are sent again. */
  void addEarlier(EarlierResults earlier, boolean again) {
    failed = again ? 0 : earlier.failed();
    ended = earlier.ended() - (again ? earlier.failed() : 0);
    different = earlier.different();
    nothing = earlier.nothing();
    made = earlier.ended() - earlier.failed() - nothing;
    endedThen = ended;
  }

  void add(RowResult result) {
    ended++;
    if (result.failure() != null) {
      failed++;
    } else if (result.supersededBy() != 0) {
      superseded++;
    } else if (result.isNothing()) {
      nothing++;
    } else {
      made++;
      different += result.isDifferent() ? 1 : 0;
    }
  }

  long failed() {
    return failed;
  }

  Progress progress(SendingState state, int inFlight, Instant now) {
    Duration passed = Duration.between(since, now);
    if (passed.compareTo(LATELY) >= 0 || (perSecond == 0 && !passed.isZero())) {
      perSecond = (ended - endedThen) * 1000.0 / passed.toMillis();
    }
    if (passed.compareTo(LATELY) >= 0) {
      since = now;
      endedThen = ended;
    }
    return new ProgressSnapshot(
        rows,
        ended,
        made,
        different,
        nothing,
        failed,
        superseded,
        perSecond,
        inFlight,
        state,
        end(state, now));
  }

  /** Returns the least time that the limits allow for this number of calls. */
  static Duration atLeast(long calls, List<Rate> limits) {
    Duration longest = Duration.ZERO;
    for (Rate limit : limits) {
      Duration whole = limit.per().multipliedBy(Math.max(0, calls - 1) / limit.calls());
      longest = whole.compareTo(longest) > 0 ? whole : longest;
    }
    return longest;
  }

  private @Nullable Instant end(SendingState state, Instant now) {
    long left = rows - ended;
    if (left == 0 || state.isStopped()) {
      return null;
    }
    Duration limited = atLeast(left, limits);
    if (perSecond == 0 && limited.isZero()) {
      return null;
    }
    Duration bySpeed =
        perSecond == 0 ? Duration.ZERO : Duration.ofMillis((long) (left * 1000 / perSecond));
    Instant start = state.until() == null ? now : state.until();
    return start.plus(state.isHeld() || limited.compareTo(bySpeed) > 0 ? limited : bySpeed);
  }
}
