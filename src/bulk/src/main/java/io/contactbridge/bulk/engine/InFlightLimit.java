package io.contactbridge.bulk.engine;

import io.contactbridge.Rate;
import java.time.Duration;
import java.util.List;

/** How many updates may be under way at once. */
public final class InFlight {
  /** Half of what an update may take: what waits longer for its place might be refused it. */
  private static final Duration WAIT_FOR_A_PLACE = Duration.ofSeconds(30);

  private InFlight() {}

  /** Returns how many of {@code most} get their place in time under the limits of the account. */
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
