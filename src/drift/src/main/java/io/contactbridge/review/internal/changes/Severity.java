package io.contactbridge.review.internal.changes;

import io.contactbridge.drift.Level;
import io.contactbridge.review.internal.content.Words;

/** The effect of a change on users of the library, the worst last. */
public enum Severity {
  NO_EFFECT("No effect", "Nothing that a user of the library could notice."),
  LOOK_AT_THIS(
      "Look at this",
      "Updates that worked still do, but what we say or know is no longer the same."),
  MAY_BREAK("May break", "It depends on the contact, the account or the caller."),
  BREAKS("Breaks", "Updates that worked are refused, lost or misread.");

  private final String label;
  private final String meaning;

  Severity(String label, String meaning) {
    this.label = label;
    this.meaning = meaning;
  }

  static Severity of(Level level) {
    return switch (level) {
      case BREAKS -> BREAKS;
      case MAY_BREAK -> MAY_BREAK;
      case NO_EFFECT -> NO_EFFECT;
    };
  }

  public String label() {
    return label;
  }

  public String meaning() {
    return meaning;
  }

  public String word() {
    return Words.word(this);
  }

  /** Returns whether somebody has to approve it. */
  boolean needsApproval() {
    return compareTo(MAY_BREAK) >= 0;
  }
}
