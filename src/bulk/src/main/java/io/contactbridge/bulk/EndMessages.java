package io.contactbridge.bulk;

import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Says why a run ended. */
final class EndMessages {
  private EndMessages() {}

  static BulkEnd of(
      BulkEnd.How how, Progress progress, @Nullable Throwable cause, Crm crm, Path results) {
    return new BulkEnd(how, progress, results, message(how, progress, crm, cause), cause);
  }

  private static String message(
      BulkEnd.How how, Progress progress, Crm crm, @Nullable Throwable cause) {
    return switch (how) {
      case FINISHED -> "every row has a result";
      case STOPPED -> "stopped on request; no update is under way";
      case CREDENTIALS ->
          crm + " refuses the credential for one contact after another" + status(cause);
      case TOO_MANY_FAILED ->
          "%d of %d rows failed, which is more than allowed; the results have the reasons"
              .formatted(progress.failed(), progress.ended());
      case GAVE_UP -> "no row could be sent for too long";
      case INPUT -> "the file could not be read to its end: " + words(cause);
      case DISK ->
          "the results could not be written: "
              + words(cause)
              + "; rows that were under way may be sent again";
      case BUG ->
          "the run stopped because of an unexpected error: "
              + (cause == null ? "unknown" : cause.getClass().getName());
    };
  }

  private static String status(@Nullable Throwable cause) {
    return cause instanceof ContactsException e && e.status() != 0 ? " (" + e.status() + ")" : "";
  }

  private static String words(@Nullable Throwable cause) {
    return cause == null || cause.getMessage() == null ? String.valueOf(cause) : cause.getMessage();
  }
}
