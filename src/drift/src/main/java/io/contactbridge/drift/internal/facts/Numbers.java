package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The spelling of JSON texts, which is the same for all sources so that they can be compared. */
public final class JsonLiterals {
  private static final int DIGITS = 40;

  private JsonLiterals() {}

  /** Returns a number without the zeros that say nothing, or null if the text is none. */
  public static @Nullable BigDecimal number(String text) {
    try {
      BigDecimal number = new BigDecimal(text.replace("_", ""));
      return shortest(number);
    } catch (NumberFormatException e) {
      return null;
    }
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

  public static String quoted(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> {
          if (c < ' ') {
            json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            json.append(c);
          }
        }
      }
    }
    return json.append('"').toString();
  }
}
