package io.contactbridge.bulk.engine;

/** Why no rows are sent. */
public enum HaltReason {
  /** The rate limit is used up, by our count or according to the CRM. */
  LIMIT,
  /** The CRM gives no answer, or is temporarily unavailable. */
  UNAVAILABLE,
  /** The CRM refuses the credential for one contact after another. */
  CREDENTIALS,
  /** More rows failed than the caller allows. */
  TOO_MANY_FAILED,
  /** An update failed because of a bug and not because of its row. */
  BUG
}
