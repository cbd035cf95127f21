package io.contactbridge.client;

/** Where a statement of a specification comes from. */
public enum Evidence {
  /** The vendor's page about the operation says so. */
  PAGE,
  /** The vendor's other documents say so. */
  VENDOR,
  /** People who called the live API report it, or published source of the server shows it. */
  OBSERVED,
  /** This project concluded it. */
  ASSUMED,
  /** The vendor's own documents contradict each other. */
  CONTRADICTORY
}
