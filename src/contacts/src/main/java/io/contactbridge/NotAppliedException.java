package io.contactbridge;

import java.util.Set;

/**
 * Thrown by {@link UpdateResult#requireApplied} when the CRM accepted an update but the contact has
 * another value, or when the CRM denies in its answer that it made the change. Sending it again is
 * unlikely to help.
 */
public final class NotAppliedException extends NotConfirmedException {
  private static final long serialVersionUID = 1;

  NotAppliedException(UpdateResult result) {
    super(result, message(result));
  }

  private static String message(UpdateResult result) {
    return result
        .denial()
        .map(denial -> result.crm() + " answered " + result.status() + ", but " + denial)
        .map(Failure::printable)
        .orElseGet(
            () ->
                result.crm()
                    + " took the update, but the contact has other values in "
                    + list(result, Set.of(Outcome.DIFFERENT)));
  }
}
