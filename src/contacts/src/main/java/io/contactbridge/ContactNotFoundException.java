package io.contactbridge;

/** The CRM has no contact with the given id, or none that the account may see. */
public final class ContactNotFoundException extends ContactsException {
  ContactNotFoundException(Failure failure) {
    super(failure);
  }
}
