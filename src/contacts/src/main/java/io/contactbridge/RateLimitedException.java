package io.contactbridge;

import java.time.Duration;
import java.util.Optional;

/** The account has made too many calls. */
public final class RateLimitedException extends ContactsException {
  private static final long serialVersionUID = 1;

  public RateLimitedException(Failure failure) {
    super(failure);
  }

  /**
   * Returns how long to wait, if that is known: what the CRM asks for, counted from its answer and
   * at most an hour; or, if the {@linkplain Contacts.Builder#rateLimit limit} kept the update from
   * being sent, the time until it can be.
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(failure().retryAfter());
  }
}
