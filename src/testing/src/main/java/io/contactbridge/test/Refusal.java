package io.contactbridge.test;

/** The reasons for which a {@link FakeCrm} can refuse an update. */
public enum Refusal {
  /** Leads to an {@link io.contactbridge.InvalidUpdateException}. */
  INVALID,
  /** Leads to a {@link io.contactbridge.ContactNotFoundException}. */
  NOT_FOUND,
  /** Leads to a {@link io.contactbridge.ConflictException}. */
  CONFLICT,
  /** Leads to a {@link io.contactbridge.CredentialsException}. */
  CREDENTIALS,
  /** Leads to a {@link io.contactbridge.RateLimitedException}. */
  RATE_LIMITED,
  /**
   * The CRM answers 500 or 503, which leads to an {@link io.contactbridge.UnavailableException}.
   */
  UNAVAILABLE,
  /** The connection breaks, which leads to an {@link io.contactbridge.UnavailableException}. */
  NO_ANSWER
}
