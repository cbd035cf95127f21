package io.contactbridge.internal.text;

import java.time.Duration;

/** Durations in messages: in whole seconds, of which a part counts as one. */
public final class Seconds {
  private Seconds() {}

  public static String of(Duration duration) {
    long seconds = duration.plusNanos(999_999_999).toSeconds();
    return seconds == 1 ? "1 second" : seconds + " seconds";
  }
}
