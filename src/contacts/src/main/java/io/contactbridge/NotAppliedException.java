package io.contactbridge;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * Thrown by {@link UpdateResult#requireApplied} when the CRM took an update and the contact does
 * not have all of it. Sending it again will hardly help.
 */
public final class NotAppliedException extends RuntimeException {
  private final transient UpdateResult result;

  NotAppliedException(UpdateResult result) {
    super(message(result));
    this.result = result;
  }

  /** Returns what became of each field. */
  public UpdateResult result() {
    return result;
  }

  private static String message(UpdateResult result) {
    return result.crm()
        + " took the update, but the contact has other values in "
        + result.outcomes().entrySet().stream()
            .filter(outcome -> outcome.getValue() == Outcome.DIFFERENT)
            .map(Map.Entry::getKey)
            .map(ContactField::name)
            .collect(Collectors.joining(", "));
  }
}
