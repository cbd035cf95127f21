package io.contactbridge;

import static java.util.Objects.requireNonNull;

/**
 * Thrown by {@link UpdateResult#requireConfirmed} when the CRM accepted an update and its answer
 * does not show all of it. The change may have been made all the same: look at the contact.
 */
public sealed class NotConfirmedException extends RuntimeException permits NotAppliedException {
  private static final long serialVersionUID = 1;

  private final UpdateResult result;

  /** Creates one; an {@link UpdateResult} does, and a test of a caller may. */
  public NotConfirmedException(UpdateResult result, String message) {
    super(message);
    this.result = requireNonNull(result, "result");
  }

  /** Returns what became of each field. */
  public UpdateResult result() {
    return result;
  }
}
