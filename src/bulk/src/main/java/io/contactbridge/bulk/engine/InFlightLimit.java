package io.contactbridge.bulk.engine;

import io.contactbridge.Rate;
import java.time.Duration;
import java.util.List;

/** Limits how many updates may be under way at once. */
public final class InFlightLimit {
  /** Half an update's time limit: after a longer wait for its rate slot it might be refused. */
  private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(30);

  private InFlightLimit() {}

  /** Returns how many updates, up to {@code most}, get a rate slot in time under the limits. */
  public static int within(List<Rate> limits, int most) {
    int inFlight = most;
    for (Rate limit : limits) {
      double inTime = limit.calls() * (double) WAIT_FOR_A_PLACE.toNanos() / limit.per().toNanos();
      // A day's calls may be made at once, so only a wait in every period counts.
      if (limit.per().compareTo(WAIT_FOR_A_PLACE) <= 0 || inTime >= limit.calls()) {
        inFlight = (int) Math.max(1, Math.min(inFlight, inTime));
      }
    }
    return inFlight;
  }
}
