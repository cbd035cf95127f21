package io.contactbridge.review.internal.changes;

import io.contactbridge.review.internal.content.Words;

/** The decision about a change. */
public enum Verdict {
  APPROVED("Approved"),
  QUESTIONED("Questioned"),
  REJECTED("Rejected");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  String word() {
    return Words.word(this);
  }
}
