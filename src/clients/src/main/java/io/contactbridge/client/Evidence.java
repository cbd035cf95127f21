package io.contactbridge.client;

/** How it is known what a specification says. */
public enum Evidence {
  /** The vendor's page about the operation says so. */
  PAGE,
  /** The vendor's other documents say so. */
  VENDOR,
  /** People who called the live API report it, or published source of the server shows it. */
  OBSERVED,
  /** It is a conclusion of this project. */
  ASSUMED,
  /** The vendor's own documents contradict each other, so nobody can tell. */
  CONTRADICTORY
}
