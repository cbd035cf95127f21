package io.contactbridge.internal.text;

import java.util.regex.Pattern;

/**
 * A CRM's words in a message of ours: they may be as long as its answer, and may contain line
 * breaks that forge log lines.
 */
public final class Printable {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
  private static final int LONGEST = 1000;

  private Printable() {}

  /** Returns one line, cut off where it is too long. */
  public static String line(CharSequence words) {
    String line = CONTROL.matcher(words).replaceAll(" ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
