package io.contactbridge;

/** Another contact already has a value that the CRM allows only once, such as the email address. */
public final class ConflictException extends ContactsException {
  ConflictException(Failure failure) {
    super(failure);
  }
}
