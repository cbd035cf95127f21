package io.contactbridge;

import org.jspecify.annotations.Nullable;

/**
 * What became of what was sent, and why it counts as that.
 *
 * @param reason why it is not confirmed, in words without a value of the contact, or null
 */
record Judgement(Outcome outcome, @Nullable String reason) {
  static Judgement of(Outcome outcome) {
    return new Judgement(outcome, null);
  }
}
