package io.contactbridge.review;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;

/**
 * What somebody decided about a change, as {@code specs/decisions.yaml} has it.
 *
 * @param fingerprint of the change
 * @param level of the change when it was decided about
 * @param change the change in a sentence, so that the decision can be read when the change is old
 * @param by whom
 * @param date as ISO 8601
 */
record Decision(
    String fingerprint,
    Crm crm,
    Level level,
    String change,
    Verdict verdict,
    String by,
    String date,
    String reason) {
  /**
   * Returns whether it approves the change at a level: what has become worse since was not seen.
   */
  boolean approves(Level now) {
    return verdict == Verdict.APPROVED && level.compareTo(now) >= 0;
  }
}
