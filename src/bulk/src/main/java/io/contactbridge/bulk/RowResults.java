package io.contactbridge.bulk;

import io.contactbridge.ConflictException;
import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactsException;
import io.contactbridge.CredentialsException;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.RateLimitedException;
import io.contactbridge.bulk.internal.results.RowFailure;
import io.contactbridge.bulk.internal.results.RowResult;
import java.time.Instant;
import java.util.List;

/** What is noted of a row that has ended. */
final class RowResults {
  private static final String DIFFERENT = "the CRM has another value of a field than was sent";

  private RowResults() {}

  static RowResult made(Prepared row, BulkAccount.Sent sent, boolean strict, Instant now) {
    RowResult made =
        RowResult.made(row.number(), row.line(), row.id(), now, sent.attempts(), sent.outcomes());
    return strict && made.isDifferent()
        ? made.asFailure(new RowFailure("DIFFERENT", 0, DIFFERENT, List.of(), null, true))
        : made;
  }

  static RowResult failed(Prepared row, Throwable thrown, Instant now) {
    if (!(thrown instanceof ContactsException e)) {
      return RowResult.failed(
          row.number(), row.line(), row.id(), now, 0, RowFailure.refused(words(thrown)));
    }
    RowFailure failure =
        new RowFailure(
            kind(e),
            e.status(),
            words(e),
            e.details(),
            e.requestId().orElse(null),
            e.mayHaveBeenApplied());
    return RowResult.failed(row.number(), row.line(), row.id(), now, e.attempts(), failure);
  }

  private static String words(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null ? thrown.getClass().getSimpleName() : message;
  }

  private static String kind(ContactsException e) {
    if (e instanceof InvalidUpdateException) {
      return "INVALID";
    } else if (e instanceof ContactNotFoundException) {
      return "NOT_FOUND";
    } else if (e instanceof ConflictException) {
      return "CONFLICT";
    } else if (e instanceof CredentialsException) {
      return "CREDENTIALS";
    }
    return e instanceof RateLimitedException ? "RATE_LIMITED" : "UNAVAILABLE";
  }
}
