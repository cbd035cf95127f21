package io.contactbridge;

/** The CRM refused the update; {@link #details} has its message for each fault. */
public final class InvalidUpdateException extends ContactsException {
  private static final long serialVersionUID = 1;

  public InvalidUpdateException(Failure failure) {
    super(failure);
  }
}
