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
   * Returns false if the request surely did not reach the CRM, and true if nobody can say whether
   * the change was made. An update can be sent again without harm.
   */
  public boolean mayHaveBeenApplied() {
    return mayHaveBeenApplied;
  }
}
