package io.contactbridge;

/** The CRM refused the credential: it is missing, wrong, expired or lacks the permission. */
public final class CredentialsException extends ContactsException {
  private static final long serialVersionUID = 1;

  public CredentialsException(Failure failure) {
    super(failure);
  }
}
