package io.contactbridge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a contact was not updated, or may not have been.
 *
 * <p>There is a subclass for each thing a caller can do about it. Status codes do not tell: a
 * missing contact is 404 at Linq and 400 at HighLevel. The message quotes the CRM, which may quote
 * the contact. If an update was sent more than once, this describes the last attempt; the failures
 * of earlier ones are suppressed exceptions.
 */
public abstract sealed class ContactsException extends RuntimeException
    permits ConflictException,
        ContactNotFoundException,
        CredentialsException,
        InvalidUpdateException,
        RateLimitedException,
        UnavailableException {
  private static final long serialVersionUID = 1;

  private static final String CHECK =
      "; an earlier attempt may have made the change, so check the contact";

  private final Failure failure;
  private final boolean mayHaveBeenApplied;

  /** For a refusal by the CRM. */
  ContactsException(Failure failure) {
    this(failure, "");
  }

  /** For a refusal by the CRM, with a further explanation. */
  ContactsException(Failure failure, String more) {
    this(failure, false, more + (failure.progress().mayHaveBeenApplied() ? CHECK : ""), null);
  }

  ContactsException(
      Failure failure, boolean lastMayHave, String consequence, @Nullable Throwable cause) {
    super(failure.message() + consequence, cause);
    this.failure = failure;
    this.mayHaveBeenApplied = lastMayHave || failure.progress().mayHaveBeenApplied();
  }

  public final Crm crm() {
    return failure.crm();
  }

  /** Returns the HTTP status of the answer, or 0 if none came. */
  public final int status() {
    return failure.status();
  }

  /** Returns the number of attempts to send the update. */
  public final int attempts() {
    return failure.progress().attempts();
  }

  /**
   * Returns false if the change was certainly not made: no request reached the CRM whole, or the
   * CRM refused each of them. Returns true if that is unknown, because the CRM did not answer an
   * attempt or answered with a failure of its own. The same update can be sent again without harm,
   * unless the message says otherwise. Before a different update of the contact, look at the
   * contact.
   */
  public final boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }

  /** Returns the CRM's own code, such as {@code CONTACT_NOT_FOUND}. */
  public final Optional<String> code() {
    return Optional.ofNullable(failure.code());
  }

  /**
   * Returns the CRM's own message, or a description of the answer if it has no readable message.
   */
  public final Optional<String> crmMessage() {
    return Optional.ofNullable(failure.words());
  }

  /**
   * Returns the CRM's messages, one entry per fault, such as {@code email: Invalid format}; empty
   * if it does not list faults.
   */
  public final List<String> details() {
    return failure.details();
  }

  /** Returns the CRM's id of the request, which its support may ask for. */
  public final Optional<String> requestId() {
    return Optional.ofNullable(failure.requestId());
  }

  /** Returns the answer's body as it came, or an empty string. It may hold personal data. */
  public final String body() {
    return failure.body();
  }

  final Failure failure() {
    return failure;
  }
}
