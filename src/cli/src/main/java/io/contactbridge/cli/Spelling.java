package io.contactbridge.cli;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what a mistyped word was meant to be. */
final class Spelling {
  private Spelling() {}

  /** Returns a question to append to a message, or nothing if no word is close enough. */
  static String suggestion(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> distance(typed, word) <= 2)
        .min(Comparator.comparingInt(word -> distance(typed, word)))
        .map(" (did you mean %s?)"::formatted)
        .orElse("");
  }

  /** Counts the letters to insert, delete or replace to make one word of the other. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
