package io.contactbridge;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One update that has ended. Immutable. */
public final class UpdateEvent {
  private final Crm crm;
  private final @Nullable String exception;
  private final int attempts;
  private final Duration duration;
  private final Duration waited;
  private final Map<Outcome, Integer> outcomes;

  /** Creates one, for tests of listeners; see the methods for what the parameters mean. */
  public UpdateEvent(
      Crm crm,
      @Nullable String exception,
      int attempts,
      Duration duration,
      Duration waited,
      Map<Outcome, Integer> outcomes) {
    this.crm = requireNonNull(crm, "crm");
    this.exception = exception;
    this.attempts = attempts;
    this.duration = requireNonNull(duration, "duration");
    this.waited = requireNonNull(waited, "waited");
    Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
    copy.putAll(outcomes);
    this.outcomes = Collections.unmodifiableMap(copy);
  }

  public Crm crm() {
    return crm;
  }

  /** Returns the simple name of the exception, if there was no result. */
  public Optional<String> exception() {
    return Optional.ofNullable(exception);
  }

  /** Returns the number of attempts to send the update. */
  public int attempts() {
    return attempts;
  }

  /** Returns how long the update took as a whole. */
  public Duration duration() {
    return duration;
  }

  /**
   * Returns the part of it spent waiting: behind earlier updates of the contact, for the rate limit
   * and between attempts.
   */
  public Duration waited() {
    return waited;
  }

  /**
   * Returns how many fields had each outcome, in the order {@link Outcome} has; empty if there was
   * no result.
   */
  public Map<Outcome, Integer> outcomes() {
    return outcomes;
  }

  @Override
  public String toString() {
    // Not formatted, which would write the digits of the default locale.
    return crm
        + " update: "
        + (exception == null ? outcomes : exception)
        + " after "
        + attempts
        + " attempts and "
        + duration.toMillis()
        + " ms, of which it waited "
        + waited.toMillis()
        + " ms";
  }
}
