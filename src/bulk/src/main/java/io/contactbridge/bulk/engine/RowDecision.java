package io.contactbridge.bulk.engine;

/** What happens to a row after its update has ended. */
public enum RowDecision {
  /** The CRM accepted the update. */
  MADE,
  /** It failed for good, and sending it again would not help. */
  FAILED,
  /** It is sent again later, before any other row of its contact. */
  RETRY
}
