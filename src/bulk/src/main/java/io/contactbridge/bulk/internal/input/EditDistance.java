package io.contactbridge.bulk.internal.input;

/** The edit distance between two words, to suggest a correction of a mistyped one. */
public final class EditDistance {
  private EditDistance() {}

  /** Counts the letters to insert, delete or replace to turn one word into the other. */
  public static int between(String one, String other) {
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
