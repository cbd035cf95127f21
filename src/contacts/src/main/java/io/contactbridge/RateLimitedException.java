package io.contactbridge;

import java.time.Duration;
import java.util.Optional;

/** The account has made too many calls. The contact was not changed. */
public final class RateLimitedException extends ContactsException {
  RateLimitedException(Failure failure) {
    super(failure, null);
  }

  /** Returns how long the CRM asks to wait, counted from its answer, if it says so. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(failure().retryAfter());
  }
}
