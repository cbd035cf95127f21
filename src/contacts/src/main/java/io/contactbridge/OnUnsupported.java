package io.contactbridge;

/** What to do with an update of which the CRM cannot store every field. */
public enum OnUnsupported {
  /** Refuse the whole update before anything is sent. */
  REFUSE,
  /** Send the rest and report the field as {@link Fate#DROPPED}. */
  DROP
}
