package io.contactbridge.cli;

import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no result.
 *
 * @param crm the CRM that was asked for, as far as that is known
 * @param refusal the CRM's refusal, if the failure comes from the CRM
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
            // Not the exception's message, which may hold anything.
            ? "internal error: " + e.getClass().getName() + " at " + e.getStackTrace()[0]
            : Terminal.plain(withOptions(String.valueOf(e.getMessage())));
    return new CommandFailure(
        kind, crm, message, e instanceof ContactsException refusal ? refusal : null);
  }

  /** The library names its settings, which have other names here. */
  private static String withOptions(String message) {
    return message
        .replace("allowUndocumentedClear", "--allow-undocumented-clear")
        .replace("set defaultRegion", "give --default-region");
  }
}
