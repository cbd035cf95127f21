package io.contactbridge.bulk.engine;

/** Why rows are not given out. */
public enum Why {
  /** The account may make no call now, by our count or by the CRM's word. */
  LIMIT,
  /** The CRM gives no answer, or says that it cannot work now. */
  UNAVAILABLE,
  /** The CRM refuses the credential, of one contact after another. */
  CREDENTIALS,
  /** More rows failed than the caller allows. */
  TOO_MANY_FAILED,
  /** An update ended in a way that no row can be blamed for. */
  BUG
}
