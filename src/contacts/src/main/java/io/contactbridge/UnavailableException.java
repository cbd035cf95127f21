package io.contactbridge;

import org.jspecify.annotations.Nullable;

/** The CRM gave no answer, or one that says that it cannot work now, or was not asked. */
public final class UnavailableException extends ContactsException {
  UnavailableException(Failure failure, boolean mayHaveBeenApplied, @Nullable Throwable cause) {
    super(
        failure,
        mayHaveBeenApplied,
        mayHaveBeenApplied || failure.course().mayHaveBeenApplied()
            ? "; the change may have been applied, and may be sent again"
            : "; the contact was not changed",
        cause);
  }
}
