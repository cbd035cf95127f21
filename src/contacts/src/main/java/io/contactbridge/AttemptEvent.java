package io.contactbridge;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to a CRM, and how it ended. Immutable. */
public final class AttemptEvent {
  private final Crm crm;
  private final String method;
  private final String uri;
  private final int number;
  private final int status;
  private final @Nullable String exception;
  private final Duration duration;

  /** Creates one, for tests of listeners; see the methods for what the parameters mean. */
  public AttemptEvent(
      Crm crm,
      String method,
      String uri,
      int number,
      int status,
      @Nullable String exception,
      Duration duration) {
    this.crm = requireNonNull(crm, "crm");
    this.method = requireNonNull(method, "method");
    this.uri = requireNonNull(uri, "uri");
    this.number = number;
    this.status = status;
    this.exception = exception;
    this.duration = requireNonNull(duration, "duration");
  }

  public Crm crm() {
    return crm;
  }

  public String method() {
    return method;
  }

  /** Returns the path with {@code {contactId}} in the place of the id. */
  public String uri() {
    return uri;
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
    return crm
        + " attempt "
        + number
        + ": "
        + (exception == null ? status : exception)
        + " after "
        + duration.toMillis()
        + " ms";
  }
}
