package io.contactbridge.review.internal.changes;

import io.contactbridge.Crm;

/**
 * A decision about a change, as {@code specs/decisions.yaml} has it.
 *
 * @param fingerprint of the change
 * @param base the commit that the change was made against
 * @param level of the change when it was decided about
 * @param change the change in a sentence, so that the decision can be read when the change is old
 * @param by the name of the person
 * @param date as ISO 8601
 * @param expires the last day on which it holds, as ISO 8601, or empty
 */
public record Decision(
    String fingerprint,
    String base,
    Crm crm,
    Severity level,
    String change,
    Verdict verdict,
    String by,
    String date,
    String expires,
    String reason) {}
