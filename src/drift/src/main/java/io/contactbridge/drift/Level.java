package io.contactbridge.drift;

/** The effect of a drift on users of ContactBridge, the worst last. */
public enum Level {
  /** Nothing that a user of the library could notice. */
  NO_EFFECT,
  /** It depends on the contact, the account or the caller. */
  MAY_BREAK,
  /** Updates that worked are refused, lost or misread. */
  BREAKS
}
