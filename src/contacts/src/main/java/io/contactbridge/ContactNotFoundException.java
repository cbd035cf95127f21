package io.contactbridge;

/**
 * The CRM itself says that it has no such contact, or no longer has it. A proxy's page, an unknown
 * path or another missing object leads to an {@link UnavailableException} or an {@link
 * InvalidUpdateException}.
 */
public final class ContactNotFoundException extends ContactsException {
  private static final long serialVersionUID = 1;

  public ContactNotFoundException(Failure failure) {
    super(failure);
  }
}
