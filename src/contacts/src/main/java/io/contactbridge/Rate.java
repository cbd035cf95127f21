package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.internal.text.Seconds;
import java.time.Duration;

/**
 * A limit on the number of calls in any period of a given length.
 *
 * @param calls 1 or more
 * @param per from a millisecond to 31 days
 */
public record Rate(int calls, Duration per) {
  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Rate {
    requireNonNull(per, "per");
    if (calls < 1) {
      throw new IllegalArgumentException("a rate limit is of 1 call or more, unlike " + calls);
    }
    if (per.compareTo(Duration.ofMillis(1)) < 0 || per.compareTo(Duration.ofDays(31)) > 0) {
      throw new IllegalArgumentException(
          "the period of a rate limit is from a millisecond to 31 days, unlike " + per);
    }
  }

  @Override
  public String toString() {
    return calls + (calls == 1 ? " call per " : " calls per ") + Seconds.of(per);
  }
}
