package io.contactbridge.internal.answer;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The headers in which a CRM tells its rate limit.
 *
 * @param remaining has the calls that are left
 * @param reset has the second since 1970 from which there are more
 * @param interval has the length of the window in milliseconds
 * @param longest has the calls that are left in the longest window, where that is another one
 */
public record RateHeaders(
    @Nullable String remaining,
    @Nullable String reset,
    @Nullable String interval,
    @Nullable String longest) {
  public static final RateHeaders NONE = new RateHeaders(null, null, null, null);

  /** Returns how many calls are left in the longest window, or null if nothing says so. */
  public @Nullable Long left(Answer answer) {
    return longest == null ? null : RetryAfter.number(value(answer, longest));
  }

  /** Returns how long no call can succeed, or null if the headers do not say that. */
  @Nullable Duration pause(Answer answer, Instant now) {
    Duration untilReset = untilReset(answer, now);
    return untilReset == null && isSpent(answer)
        ? RetryAfter.milliseconds(value(answer, interval))
        : untilReset;
  }

  /** Returns how long it is until there are calls again, or null if some are left. */
  public @Nullable Duration untilReset(Answer answer, Instant now) {
    return isSpent(answer) || answer.status() == 429
        ? RetryAfter.untilSecond(value(answer, reset), answer.headers(), now)
        : null;
  }

  private boolean isSpent(Answer answer) {
    return "0".equals(value(answer, remaining));
  }

  private static @Nullable String value(Answer answer, @Nullable String name) {
    return name == null ? null : answer.headers().get(name);
  }
}
