package io.contactbridge.cli;

import io.contactbridge.bulk.internal.input.EditDistance;
import java.util.Collection;
import java.util.Comparator;

/** Guesses what a mistyped word was meant to be. */
final class Spelling {
  private Spelling() {}

  /** Returns a question to append to a message, or nothing if no word is close enough. */
  static String suggestion(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> EditDistance.between(typed, word) <= 2)
        .min(Comparator.comparingInt(word -> EditDistance.between(typed, word)))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }
}
