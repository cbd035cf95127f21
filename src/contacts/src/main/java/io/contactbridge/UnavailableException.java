package io.contactbridge;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CRM gave no answer, answered that it cannot work now, or was not called because it keeps
 * failing.
 */
public final class UnavailableException extends ContactsException {
  private static final long serialVersionUID = 1;

  /**
   * Creates one for a CRM that gave no answer, or was not called.
   *
   * @param mayHaveBeenApplied whether the last attempt may have made the change
   * @param cause why no answer came, or null
   */
  public UnavailableException(
      Failure failure, boolean mayHaveBeenApplied, @Nullable Throwable cause) {
    super(
        failure,
        mayHaveBeenApplied,
        mayHaveBeenApplied || failure.progress().mayHaveBeenApplied()
            ? applied(failure.harm())
            : "; the contact was not changed",
        cause);
  }

  /**
   * Creates one for an answer that is not the CRM's own about a contact.
   *
   * @param advice what to look at, as the continuation of the message
   */
  public UnavailableException(Failure failure, String advice) {
    super(
        failure,
        false,
        advice
            + (failure.progress().mayHaveBeenApplied()
                ? applied(failure.harm())
                : "; the contact was not changed"),
        null);
  }

  private static String applied(@Nullable String harm) {
    return harm == null
        ? "; the change may have been applied, and may be sent again"
        : "; the change may have been applied in part, so look at the contact before it is sent"
            + " again; observed: "
            + harm;
  }

  /**
   * Returns how long to wait, if that is known: the time until the next call is allowed, if the
   * update was not sent because the CRM keeps failing; otherwise what the CRM asks for, counted
   * from its answer and at most an hour.
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(failure().retryAfter());
  }
}
