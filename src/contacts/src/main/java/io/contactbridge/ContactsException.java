package io.contactbridge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a contact was not updated, or when nobody can say whether it was.
 *
 * <p>The subclasses tell apart what a caller can do about it, and not the status codes, on which
 * the CRMs disagree: a missing contact is 404 at Linq and 400 at HighLevel. The message quotes the
 * CRM, which may quote the contact. Where an update was sent more than once, this is about the last
 * attempt, and the failures of the earlier ones are suppressed exceptions.
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

  /** Of a CRM that refused. */
  ContactsException(Failure failure) {
    this(failure, "");
  }

  /** Of a CRM that refused, with more to say. */
  ContactsException(Failure failure, String more) {
    this(failure, false, more + (failure.course().mayHaveBeenApplied() ? CHECK : ""), null);
  }

  ContactsException(
      Failure failure, boolean lastMayHave, String consequence, @Nullable Throwable cause) {
    super(failure.message() + consequence, cause);
    this.failure = failure;
    this.mayHaveBeenApplied = lastMayHave || failure.course().mayHaveBeenApplied();
  }

  public final Crm crm() {
    return failure.crm();
  }

  /** Returns the HTTP status of the answer, or 0 if none came. */
  public final int status() {
    return failure.status();
  }

  /** Returns how often the update was sent, or was tried to be sent. */
  public final int attempts() {
    return failure.course().attempts();
  }

  /**
   * Returns false if the change was surely not made: no request reached the CRM whole, or the CRM
   * refused each. Returns true if nobody can say, because the CRM gave no answer to an attempt, or
   * answered that it had failed. The same update can be sent again without harm, unless the message
   * says what harm it would do; before another one of the contact, look at the contact.
   */
  public final boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }

  /** Returns the CRM's own code, such as {@code CONTACT_NOT_FOUND}. */
  public final Optional<String> code() {
    return Optional.ofNullable(failure.code());
  }

  /** Returns the CRM's own message; where it sent none that can be read, what came instead. */
  public final Optional<String> crmMessage() {
    return Optional.ofNullable(failure.words());
  }

  /**
   * Returns the CRM's words one entry per fault, such as {@code email: Invalid format}; none if it
   * does not tell faults apart.
   */
  public final List<String> details() {
    return failure.details();
  }

  /** Returns the name that the CRM gave the request, for asking its support. */
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
