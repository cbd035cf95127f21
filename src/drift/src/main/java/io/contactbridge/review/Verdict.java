package io.contactbridge.review;

/** The decision about a change. */
enum Verdict {
  APPROVED("Approved"),
  QUESTIONED("Questioned"),
  REJECTED("Rejected");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  String word() {
    return Words.word(this);
  }
}
