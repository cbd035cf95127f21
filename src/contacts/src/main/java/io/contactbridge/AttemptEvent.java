package io.contactbridge;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to a CRM, and how it ended. Immutable. */
public final class AttemptEvent {
  private final UpdatePlan plan;
  private final int number;
  private final int status;
  private final @Nullable String exception;
  private final Duration duration;

  AttemptEvent(UpdatePlan plan, int number, @Nullable AttemptResult reply, Duration duration) {
    this.plan = plan;
    this.number = number;
    this.status = reply == null ? 0 : reply.status();
    this.exception = reply == null ? "CancellationException" : name(reply.failure());
    this.duration = duration;
  }

  private static @Nullable String name(@Nullable Throwable failure) {
    return failure == null ? null : failure.getClass().getSimpleName();
  }

  public Crm crm() {
    return plan.crm();
  }

  public String method() {
    return plan.method();
  }

  /** Returns the path with {@code {contactId}} in the place of the id. */
  public String uri() {
    return plan.uriTemplate();
  }

  /** Returns which attempt of its update this was, from 1. */
  public int number() {
    return number;
  }

  /** Returns the HTTP status of the answer, or 0 if none came. */
  public int status() {
    return status;
  }

  /** Returns the simple name of the exception, if no answer came. */
  public Optional<String> exception() {
    return Optional.ofNullable(exception);
  }

  /** Returns the time from the request to the end of the answer. */
  public Duration duration() {
    return duration;
  }

  @Override
  public String toString() {
    // Not formatted, which would write the digits of the default locale.
    return crm()
        + " attempt "
        + number
        + ": "
        + (exception == null ? status : exception)
        + " after "
        + duration.toMillis()
        + " ms";
  }
}
