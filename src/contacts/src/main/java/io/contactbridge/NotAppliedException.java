package io.contactbridge;

/**
 * Thrown by {@link UpdateResult#requireApplied} when the CRM accepted an update but the contact has
 * another value, or when the CRM denies in its answer that it made the change. Sending it again is
 * unlikely to help.
 */
public final class NotAppliedException extends NotConfirmedException {
  private static final long serialVersionUID = 1;

  /** Creates one; an {@link UpdateResult} does, and a test of a caller may. */
  public NotAppliedException(UpdateResult result, String message) {
    super(result, message);
  }
}
