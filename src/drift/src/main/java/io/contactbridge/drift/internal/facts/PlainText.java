package io.contactbridge.drift.internal.facts;

/** Text of a vendor or a file, made harmless. */
public final class PlainText {
  private static final int LONGEST = 1000;

  private PlainText() {}

  /**
   * Returns {@code text} on one line, and without what could steer a terminal or turn letters
   * around.
   */
  public static String line(String text) {
    String line = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ");
    line = line.replaceAll("[\\p{Cf}\\p{Cs}\\p{Cn}]", "").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return line.substring(0, end) + "…";
  }
}
