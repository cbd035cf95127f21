package io.contactbridge;

import org.jspecify.annotations.Nullable;

/** The CRM gave no answer, or one that says that it cannot work now. */
public final class UnavailableException extends ContactsException {
  private final boolean mayHaveBeenApplied;

  UnavailableException(Failure failure, boolean mayHaveBeenApplied, @Nullable Throwable cause) {
    super(
        failure,
        failure.message()
            + (mayHaveBeenApplied
                ? "; the change may have been applied, and may be sent again"
                : "; the contact was not changed"),
        cause);
    this.mayHaveBeenApplied = mayHaveBeenApplied;
  }

  /**
   * Returns false if the change was surely not made: the request did not reach the CRM, or the
   * answer was a redirect, 408 or 425. Returns true if nobody can say. An update can be sent again
   * without harm.
   */
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
