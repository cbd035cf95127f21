package io.contactbridge;

/** What to do with an update if the CRM cannot store every field of it. */
public enum OnUnsupported {
  /** Refuse the whole update before anything is sent. */
  REFUSE,
  /** Send the rest and report the field as {@link Fate#DROPPED}. */
  DROP
}
