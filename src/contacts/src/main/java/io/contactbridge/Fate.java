package io.contactbridge;

/** What becomes of a field when an update is sent. */
public enum Fate {
  /** It is sent as it was given. */
  SENT,
  /** It is sent in another form, such as a phone number in E.164. */
  CONVERTED,
  /** It is sent as null, which empties it. */
  CLEARED,
  /** It is not sent, since the CRM cannot store it. */
  DROPPED
}
