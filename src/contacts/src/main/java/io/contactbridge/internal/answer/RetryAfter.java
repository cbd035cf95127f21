package io.contactbridge.internal.answer;

import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Reads how long a CRM asks to wait, and survives absurd values. */
public final class RetryAfter {
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final int DIGITS_OF_A_LONG = 18;

  private RetryAfter() {}

  /** Returns what Retry-After says, in seconds or as a date of any form of RFC 9110. */
  static @Nullable Duration retryAfter(Headers headers, Instant now) {
    Duration seconds = seconds(headers.get("Retry-After"));
    Instant date = headers.getInstant("Retry-After");
    return seconds != null || date == null ? seconds : until(date, headers, now);
  }

  static @Nullable Duration seconds(@Nullable String text) {
    Long seconds = number(text);
    return seconds == null ? null : limited(seconds, LONGEST.toSeconds(), 1000);
  }

  static @Nullable Duration milliseconds(@Nullable String text) {
    Long milliseconds = number(text);
    return milliseconds == null ? null : limited(milliseconds, LONGEST.toMillis(), 1);
  }

  /** Returns the time until a moment that is given as seconds since 1970. */
  static @Nullable Duration untilSecond(@Nullable String text, Headers headers, Instant now) {
    Long second = number(text);
    // A time beyond the range of Instant counts as its last moment.
    return second == null
        ? null
        : until(
            Instant.ofEpochSecond(Math.min(second, Instant.MAX.getEpochSecond())), headers, now);
  }

  /** Counts from the moment at which the CRM says it answered: its clock may not be ours. */
  private static Duration until(Instant moment, Headers headers, Instant now) {
    Instant answered = headers.getInstant("Date");
    Duration pause = Duration.between(answered == null ? now : answered, moment);
    return pause.isNegative() ? Duration.ZERO : pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private static Duration limited(long amount, long most, long milliseconds) {
    return Duration.ofMillis(Math.min(amount, most) * milliseconds);
  }

  /** Returns a number that consists only of digits, or null for any other text. */
  static @Nullable Long number(@Nullable String text) {
    if (text == null || text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return null;
    }
    return text.length() > DIGITS_OF_A_LONG ? Long.MAX_VALUE : Long.parseLong(text);
  }
}
