package io.contactbridge;

import java.time.Duration;
import java.util.Optional;

/** The account has made too many calls. */
public final class RateLimitedException extends ContactsException {
  private static final long serialVersionUID = 1;

  RateLimitedException(Failure failure) {
    super(failure);
  }

  /**
   * Returns how long the CRM asks to wait, counted from its answer, if it says so, and at most an
   * hour; where the update was not sent for the sake of the {@linkplain Contacts.Builder#rateLimit
   * limit}, how long it takes until it can be.
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(failure().retryAfter());
  }
}
