package io.contactbridge.bulk;

import io.contactbridge.ContactsException;
import io.contactbridge.bulk.engine.Ending;
import io.contactbridge.bulk.internal.results.RowFailure;
import io.contactbridge.bulk.internal.results.RowResult;
import java.time.Instant;
import java.util.List;

/** Creates the result of a row from the end of its update. */
final class RowResultFactory {
  private static final String DIFFERENT = "the CRM has another value for a field than the one sent";

  private RowResultFactory() {}

  static RowResult made(SendableRow row, BulkAccount.Sent sent, boolean strict, Instant now) {
    RowResult made =
        RowResult.made(row.number(), row.line(), row.id(), now, sent.attempts(), sent.outcomes());
    return strict && made.isDifferent()
        ? made.asFailure(new RowFailure("DIFFERENT", 0, DIFFERENT, List.of(), null, true))
        : made;
  }

  static RowResult failed(SendableRow row, Throwable thrown, Instant now) {
    if (!(thrown instanceof ContactsException e)) {
      return RowResult.failed(
          row.number(), row.line(), row.id(), now, 0, RowFailure.refused(words(thrown)));
    }
    RowFailure failure =
        new RowFailure(
            Ending.reason(e),
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
}
