package io.contactbridge.bulk.engine;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.CredentialsException;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How an update ended, as far as it matters to the rows after it.
 *
 * @param retryAfter how long no call can succeed, if that is known
 */
public record Ending(Kind kind, @Nullable Duration retryAfter) {
  /** Of a row that the CRM took. */
  public static final Ending MADE = new Ending(Kind.MADE, null);

  /** Of a row that cannot be sent as it is. */
  public static final Ending REFUSED = new Ending(Kind.REFUSED, null);

  /** Of a row that the CRM refused for what it asks. */
  public static final Ending REJECTED = new Ending(Kind.REJECTED, null);

  /** What an update can end with. */
  public enum Kind {
    /** The CRM took it. */
    MADE,
    /** It was not sent and never can be. */
    REFUSED,
    /** The CRM answered that it does not take this update. */
    REJECTED,
    /** The account may make no call now, by our count or by the CRM's word. */
    LIMITED,
    /** It was not sent, since the CRM is left alone for a while. */
    NOT_SENT,
    /** It was sent, and failed in a way that passes. */
    UNAVAILABLE,
    /** The CRM refused the credential. */
    CREDENTIALS,
    /** Something that no row can cause. */
    BUG
  }

  /** Returns how an update ended that threw, going by the type of what it threw. */
  public static Ending of(Throwable thrown) {
    if (thrown instanceof InvalidUpdateException
        || thrown instanceof ContactNotFoundException
        || thrown instanceof ConflictException) {
      return REJECTED;
    } else if (thrown instanceof CredentialsException) {
      return new Ending(Kind.CREDENTIALS, null);
    } else if (thrown instanceof RateLimitedException limited) {
      return new Ending(Kind.LIMITED, limited.retryAfter().orElse(null));
    } else if (thrown instanceof UnavailableException unavailable) {
      if (isLasting(unavailable.status())) {
        return REJECTED;
      }
      return new Ending(
          unavailable.attempts() == 0 ? Kind.NOT_SENT : Kind.UNAVAILABLE,
          unavailable.retryAfter().orElse(null));
    } else if (thrown instanceof IllegalArgumentException) {
      return REFUSED;
    }
    return new Ending(Kind.BUG, null);
  }

  /**
   * Returns in one word why an update failed that threw, such as {@code NOT_FOUND}, going by the
   * type of what it threw.
   */
  public static String reason(Throwable thrown) {
    if (thrown instanceof InvalidUpdateException) {
      return "INVALID";
    } else if (thrown instanceof ContactNotFoundException) {
      return "NOT_FOUND";
    } else if (thrown instanceof ConflictException) {
      return "CONFLICT";
    } else if (thrown instanceof CredentialsException) {
      return "CREDENTIALS";
    } else if (thrown instanceof RateLimitedException) {
      return "RATE_LIMITED";
    }
    return thrown instanceof UnavailableException ? "UNAVAILABLE" : "REFUSED";
  }

  /** Whether to wait is in vain: a redirect, or somebody else's 404, is there the next time too. */
  private static boolean isLasting(int status) {
    return status >= 300 && status < 500 && status != 408 && status != 425;
  }
}
