package io.contactbridge.kafka;

import io.contactbridge.ContactField;
import io.contactbridge.ContactsException;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.engine.Ending;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a record failed for good: a kind, and words of ours or of the CRM. */
final class Reasons {
  private static final String DIFFERENT = "DIFFERENT";

  private Reasons() {}

  static String of(Throwable thrown) {
    String words = thrown.getMessage();
    String message =
        Ending.reason(thrown) + ": " + (words == null ? thrown.getClass().getSimpleName() : words);
    return thrown instanceof ContactsException e && e.attempts() > 1
        ? message + " (" + e.attempts() + " attempts)"
        : message;
  }

  /** Returns which fields have another value at the CRM, or null if none has. */
  static @Nullable String different(UpdateResult result) {
    StringBuilder fields = new StringBuilder();
    for (Map.Entry<ContactField, Outcome> outcome : result.outcomes().entrySet()) {
      if (outcome.getValue() == Outcome.DIFFERENT) {
        fields
            .append(fields.isEmpty() ? "" : ", ")
            .append(outcome.getKey())
            .append(result.reason(outcome.getKey()).map(" (%s)"::formatted).orElse(""));
      }
    }
    return fields.isEmpty()
        ? null
        : DIFFERENT
            + ": "
            + result.crm()
            + " took the update, and has other values than were sent: "
            + fields;
  }
}
