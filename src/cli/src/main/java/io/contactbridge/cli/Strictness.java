package io.contactbridge.cli;

import io.contactbridge.NotConfirmedException;
import io.contactbridge.UpdateResult;

/** The conditions under which an update counts as successful. */
enum Strictness {
  /** The answer shows no different value. */
  APPLIED,
  /** The answer shows every value that was sent. */
  CONFIRMED;

  boolean isMetBy(UpdateResult result) {
    try {
      UpdateResult unused = this == APPLIED ? result.requireApplied() : result.requireConfirmed();
      return true;
    } catch (NotConfirmedException e) {
      // The report has already given the reason.
      return false;
    }
  }
}
