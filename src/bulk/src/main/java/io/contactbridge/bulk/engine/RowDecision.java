package io.contactbridge.bulk.engine;

/** What becomes of a row whose update has ended. */
public enum RowDecision {
  /** The CRM took the update. */
  MADE,
  /** It failed for good, and sending it again would not help. */
  DEAD,
  /** It is given out again later, before any other row of its contact. */
  AGAIN
}
