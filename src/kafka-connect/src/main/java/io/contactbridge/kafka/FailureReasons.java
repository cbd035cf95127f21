package io.contactbridge.kafka;

import io.contactbridge.ContactField;
import io.contactbridge.ContactsException;
import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.engine.Ending;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a record failed for good: a kind, and our message or the CRM's. */
final class FailureReasons {
  private static final String DIFFERENT = "DIFFERENT";

  private FailureReasons() {}

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
            + " accepted the update, but has other values than those sent: "
            + fields;
  }
}
