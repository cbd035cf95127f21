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
 * The end of an update, as far as it matters for later rows.
 *
 * @param retryAfter how long calls will keep failing, if that is known
 */
public record Ending(Kind kind, @Nullable Duration retryAfter) {
  /** The CRM accepted the row. */
  public static final Ending MADE = new Ending(Kind.MADE, null);

  /** The row cannot be sent as it is. */
  public static final Ending REFUSED = new Ending(Kind.REFUSED, null);

  /** The CRM refused the row for its contents. */
  public static final Ending REJECTED = new Ending(Kind.REJECTED, null);

  /** The ways in which an update can end. */
  public enum Kind {
    /** The CRM accepted it. */
    MADE,
    /** It was not sent, and cannot be. */
    REFUSED,
    /** The CRM refused this update. */
    REJECTED,
    /** The rate limit is used up, by our count or according to the CRM. */
    LIMITED,
    /** It was not sent, because the circuit breaker is open. */
    NOT_SENT,
    /** It was sent, and failed for a transient reason. */
    UNAVAILABLE,
    /** The CRM refused the credential. */
    CREDENTIALS,
    /** An internal error, independent of the row. */
    BUG
  }

  /** Returns the ending of an update that threw this exception. */
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
   * Returns one word for the reason of a failed update, such as {@code NOT_FOUND}, from the type of
   * its exception.
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

  /**
   * Returns whether waiting does not help: a redirect or another server's 404 will be the same next
   * time.
   */
  private static boolean isLasting(int status) {
    return status >= 300 && status < 500 && status != 408 && status != 425;
  }
}
