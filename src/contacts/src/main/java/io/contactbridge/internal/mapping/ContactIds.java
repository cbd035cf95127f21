package io.contactbridge.internal.mapping;

import io.contactbridge.Crm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The valid forms of a contact's id, so that an id cannot change the path of a request. The
 * messages do not repeat the value, which may be an email address.
 */
final class ContactIds {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final int LONGEST_WORD = 128;

  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,18})(\\.0+)?");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  private ContactIds() {}

  /** Returns whether {@code text} has the form of a UUID, in capitals or not. */
  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  /**
   * Returns whether the id that a CRM answered may be the one that was asked for: as a number or as
   * text, and as anything that is no id.
   */
  static boolean mayBe(String asked, @Nullable Object answered) {
    if (!(answered instanceof String || answered instanceof Number)) {
      return true;
    }
    String text = answered.toString().strip();
    if (text.equals(asked)) {
      return true;
    }
    if (isUuid(asked)) {
      return text.isEmpty() || text.equalsIgnoreCase(asked);
    }
    return text.isEmpty() || canonical(text).equals(canonical(asked));
  }

  /** Databases return a number with decimals, and some CRMs with leading zeros. */
  private static String canonical(String id) {
    Matcher whole = WHOLE.matcher(id);
    return whole.matches() ? Long.toString(Long.parseLong(whole.group(1))) : id;
  }

  static long number(Crm crm, String id) {
    if (!NUMBER.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a contact's id is a positive number at " + crm + ", unlike the one given");
    }
    return Long.parseLong(id);
  }

  static String word(Crm crm, String id) {
    if (!isWord(id)) {
      throw new IllegalArgumentException(
          "a contact's id is made of letters, digits, _ and - at "
              + crm
              + ", unlike the one given");
    }
    return id;
  }

  private static boolean isWord(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!isLetter && !(c >= '0' && c <= '9') && c != '_' && c != '-') {
        return false;
      }
    }
    return !id.isEmpty() && id.length() <= LONGEST_WORD;
  }
}
