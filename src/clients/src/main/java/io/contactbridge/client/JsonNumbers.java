package io.contactbridge.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers of JSON with all their digits, which a double would lose. */
final class JsonNumbers {
  /** Longer numbers take quadratic time to parse, and no CRM has a use for them. */
  private static final int LONGEST = 1000;

  /** As many characters may already be more than a Long can hold. */
  private static final int LONGEST_LONG = 19;

  private JsonNumbers() {}

  /** Returns a Long, BigInteger or BigDecimal, or null if the number is longer than is sensible. */
  static @Nullable Number parse(String text) {
    if (text.length() < LONGEST_LONG && isWhole(text)) {
      return Long.valueOf(text);
    }
    BigDecimal number = decimal(text);
    return number == null ? null : narrowest(number);
  }

  /**
   * Returns the number in {@code text}, or null if there is none or it is beyond a sensible size.
   */
  static @Nullable BigDecimal decimal(String text) {
    try {
      return text.length() <= LONGEST ? new BigDecimal(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static Number narrowest(BigDecimal number) {
    if (number.scale() != 0) {
      return number;
    }
    BigInteger whole = number.unscaledValue();
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValueExact() : whole;
  }

  private static boolean isWhole(String number) {
    return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
  }
}
