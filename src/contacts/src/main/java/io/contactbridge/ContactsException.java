package io.contactbridge;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown when a contact was not updated, or when nobody can say whether it was.
 *
 * <p>The subclasses tell apart what a caller can do about it, and not the status codes, on which
 * the CRMs disagree: a missing contact is 404 at Linq and 400 at HighLevel. The message quotes the
 * CRM, which may quote the contact.
 */
public abstract sealed class ContactsException extends RuntimeException
    permits ConflictException,
        ContactNotFoundException,
        CredentialsException,
        InvalidUpdateException,
        RateLimitedException,
        UnavailableException {
  private final transient Failure failure;

  ContactsException(Failure failure, @Nullable Throwable cause) {
    super(failure.message(), cause);
    this.failure = failure;
  }

  ContactsException(Failure failure, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.failure = failure;
  }

  public final Crm crm() {
    return failure.crm();
  }

  /** Returns the HTTP status of the answer, or 0 if none came. */
  public final int status() {
    return failure.status();
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
