package io.contactbridge;

/**
 * The CRM itself says that it has no such contact, or no longer. A page of a proxy, an unknown path
 * or something else that is not found is an {@link UnavailableException} or an {@link
 * InvalidUpdateException}.
 */
public final class ContactNotFoundException extends ContactsException {
  private static final long serialVersionUID = 1;

  ContactNotFoundException(Failure failure) {
    super(failure);
  }
}
