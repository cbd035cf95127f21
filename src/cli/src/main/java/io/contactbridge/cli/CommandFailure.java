package io.contactbridge.cli;

import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import org.jspecify.annotations.Nullable;

/**
 * A failure of the command.
 *
 * @param crm the CRM of the command, or null if it is unknown
 * @param refusal the CRM's refusal, or null if the failure has another cause
 */
record CommandFailure(
    ErrorKind kind, @Nullable Crm crm, String message, @Nullable ContactsException refusal) {
  static CommandFailure usage(String message) {
    return new CommandFailure(ErrorKind.USAGE, null, message, null);
  }

  static CommandFailure of(Exception e, @Nullable Crm crm) {
    ErrorKind kind = ErrorKind.of(e);
    String message =
        kind == ErrorKind.INTERNAL
            // The exception's message is left out, because it may contain personal data.
            ? "internal error: " + e.getClass().getName() + " at " + e.getStackTrace()[0]
            : Terminal.plain(withOptions(String.valueOf(e.getMessage())));
    return new CommandFailure(
        kind, crm, message, e instanceof ContactsException refusal ? refusal : null);
  }

  /** Replaces the names of the library's settings by those of the options. */
  private static String withOptions(String message) {
    return message
        .replace("allowUndocumentedClear", "--allow-undocumented-clear")
        .replace("set defaultRegion", "give --default-region");
  }
}
