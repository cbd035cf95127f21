package io.contactbridge;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.stream.Stream;

/**
 * Thrown by {@link UpdateResult#requireApplied} when the CRM took an update and the contact does
 * not have all of it. Sending it again will hardly help.
 */
public final class NotAppliedException extends RuntimeException {
  private final UpdateResult result;

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
        + Stream.concat(different(result.outcomes()), different(result.additions()))
            .collect(joining(", "));
  }

  private static Stream<String> different(Map<?, Outcome> outcomes) {
    return outcomes.entrySet().stream()
        .filter(outcome -> outcome.getValue() == Outcome.DIFFERENT)
        .map(outcome -> outcome.getKey().toString());
  }
}
