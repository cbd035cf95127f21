package io.contactbridge;

/** What became of a field, going by the CRM's answer to the update. */
public enum Outcome {
  /** The contact has the value that was asked for. */
  APPLIED,
  /** The contact has the same value in another form, such as an email address in lower case. */
  NORMALISED,
  /** The contact has another value: the CRM kept the old one or chose its own. */
  DIFFERENT,
  /** The answer does not show the field. */
  NOT_ECHOED,
  /** It was not sent, since the CRM cannot store it. */
  DROPPED
}
