package io.contactbridge;

import java.util.regex.Pattern;

/**
 * What a contact's id can be, so that none can change the path of a request. The messages do not
 * repeat what was given: it may be an email address.
 */
final class ContactIds {
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private ContactIds() {}

  static long number(Crm crm, String id) {
    if (!NUMBER.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a contact's id is a positive number at " + crm + ", unlike the one given");
    }
    return Long.parseLong(id);
  }

  static String word(Crm crm, String id) {
    if (!WORD.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "a contact's id is made of letters, digits, _ and - at "
              + crm
              + ", unlike the one given");
    }
    return id;
  }
}
