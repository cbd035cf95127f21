package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The spelling of numbers, which is the same for all sources so that they can be compared. */
public final class Numbers {
  private static final int DIGITS = 40;

  private Numbers() {}

  /** Returns the number in a text without trailing zeros, or null if the text is no number. */
  public static @Nullable BigDecimal parse(String text) {
    try {
      return shortest(new BigDecimal(text.replace("_", "")));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Returns a number of JSON with all its digits. */
  public static BigDecimal exact(Number number) {
    return new BigDecimal(number.toString());
  }

  /** Returns the number without an exponent, unless that would be long. */
  public static String plain(BigDecimal number) {
    BigDecimal stripped = shortest(number);
    return Math.abs((long) stripped.scale()) > DIGITS
        ? stripped.toString()
        : stripped.toPlainString();
  }

  private static BigDecimal shortest(BigDecimal number) {
    BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() >= -DIGITS ? stripped.setScale(0) : stripped;
  }
}
