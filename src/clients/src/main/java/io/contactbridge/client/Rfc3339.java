package io.contactbridge.client;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Date-times such as {@code 2026-02-01T20:48:15.123-05:00}. Nearly all have this form, and
 * java.time takes more time to read one than Moshi takes for the rest of its contact.
 */
final class Rfc3339 {
  private static final int SECONDS_END = "2026-02-01T20:48:15".length();
  private static final int OFFSET = "-05:00".length();
  private static final int NANO_DIGITS = 9;

  private Rfc3339() {}

  /** Does what {@link OffsetDateTime#parse(CharSequence)} does. */
  static OffsetDateTime parse(String text) {
    int offset = offsetStart(text);
    return offset < SECONDS_END || !hasMarks(text) || !hasDigits(text, offset)
        ? OffsetDateTime.parse(text)
        : OffsetDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            nanos(text, offset),
            offset(text, offset));
  }

  private static int offsetStart(String text) {
    int length = text.length();
    return text.endsWith("Z") ? length - 1 : length - OFFSET;
  }

  private static boolean hasMarks(String text) {
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.charAt(10) == 'T'
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  private static boolean hasDigits(String text, int offset) {
    return areDigits(text, 0, 4)
        && areDigits(text, 5, 7)
        && areDigits(text, 8, 10)
        && areDigits(text, 11, 13)
        && areDigits(text, 14, 16)
        && areDigits(text, 17, SECONDS_END)
        && isFraction(text, offset)
        && isOffset(text, offset);
  }

  private static boolean isFraction(String text, int end) {
    int digits = end - SECONDS_END - 1;
    return digits < 0
        || (text.charAt(SECONDS_END) == '.'
            && digits > 0
            && digits <= NANO_DIGITS
            && areDigits(text, SECONDS_END + 1, end));
  }

  private static boolean isOffset(String text, int start) {
    char sign = text.charAt(start);
    // In front of anything else a Z is no offset.
    return start == text.length() - 1
        || ((sign == '+' || sign == '-')
            && areDigits(text, start + 1, start + 3)
            && text.charAt(start + 3) == ':'
            && areDigits(text, start + 4, start + OFFSET));
  }

  private static boolean areDigits(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }

  private static int nanos(String text, int end) {
    int start = Math.min(SECONDS_END + 1, end);
    int nanos = number(text, start, end);
    for (int digits = end - start; digits < NANO_DIGITS; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private static ZoneOffset offset(String text, int start) {
    if (text.charAt(start) == 'Z') {
      return ZoneOffset.UTC;
    }
    int sign = text.charAt(start) == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        sign * number(text, start + 1, start + 3), sign * number(text, start + 4, start + OFFSET));
  }
}
