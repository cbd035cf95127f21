package io.contactbridge.drift.internal.facts;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The regular expressions of specifications. */
public final class RegularExpressions {
  private static final int LONGEST = 1000;

  private RegularExpressions() {}

  /** Returns whether the text is as a pattern says; any is if there is none that can be tried. */
  public static boolean admits(@Nullable Object pattern, String text) {
    if (!(pattern instanceof String expression) || text.length() > LONGEST) {
      return true;
    }
    try {
      return Pattern.compile(expression).matcher(text).find();
    } catch (PatternSyntaxException | StackOverflowError e) {
      return true;
    }
  }
}
