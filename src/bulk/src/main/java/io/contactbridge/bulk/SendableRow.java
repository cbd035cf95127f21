package io.contactbridge.bulk;

import io.contactbridge.ContactUpdate;

/** A row that can be sent. */
record SendableRow(long number, long line, String id, ContactUpdate update) {
  /** Names no value, which is personal data. */
  @Override
  public String toString() {
    return "row " + number;
  }
}
