package io.contactbridge;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which a CRM tells its rate limit.
 *
 * @param remaining has the calls that are left
 * @param reset has the second since 1970 from which there are more
 * @param interval has the length of the window in milliseconds
 */
record RateHeaders(@Nullable String remaining, @Nullable String reset, @Nullable String interval) {
  static final RateHeaders NONE = new RateHeaders(null, null, null);

  /** Returns how long no call can succeed, or null if nothing says that none can. */
  @Nullable Duration pause(Answer answer, Instant now) {
    boolean spent = "0".equals(value(answer, remaining));
    if (!spent && answer.status() != 429) {
      return null;
    }
    Duration reset = Pauses.untilSecond(value(answer, this.reset), answer.headers(), now);
    return reset != null || !spent ? reset : Pauses.milliseconds(value(answer, interval));
  }

  private static @Nullable String value(Answer answer, @Nullable String name) {
    return name == null ? null : answer.headers().get(name);
  }
}
