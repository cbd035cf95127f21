package io.contactbridge.cli;

import io.contactbridge.NotConfirmedException;
import io.contactbridge.UpdateResult;

/** What the answer of a CRM must show for an update to count as done. */
enum Strictness {
  /** Nothing that speaks against it. */
  APPLIED,
  /** All that was sent. */
  CONFIRMED;

  boolean isMetBy(UpdateResult result) {
    try {
      UpdateResult unused = this == APPLIED ? result.requireApplied() : result.requireConfirmed();
      return true;
    } catch (NotConfirmedException e) {
      // The report has said why.
      return false;
    }
  }
}
