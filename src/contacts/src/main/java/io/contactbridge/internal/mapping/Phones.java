package io.contactbridge.internal.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phone numbers, as libphonenumber knows them. */
public final class Phones {
  private static final int NORTH_AMERICAN = "+12025550123".length();

  private Phones() {}

  public static Set<String> regions() {
    return Library.UTIL.getSupportedRegions();
  }

  /**
   * Returns {@code phone} in E.164 form.
   *
   * @param region where it is from if it has no country code
   * @throws IllegalArgumentException if it is no phone number; the message says what would be right
   */
  static String e164(String phone, @Nullable String region) {
    if (isNorthAmerican(phone)) {
      return phone;
    }
    try {
      PhoneNumber number = Library.UTIL.parse(phone, region);
      // Not isPossibleNumber, which also takes numbers that lack their area code.
      if (Library.UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          && !number.hasExtension()) {
        return Library.UTIL.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      // Said below, without the number, which is personal data.
    }
    throw new IllegalArgumentException(
        "a phone number with its country code and without an extension, such as +12025550123"
            + (region == null ? "; or set defaultRegion" : "; or one from " + region));
  }

  /**
   * Returns whether it is a number of the North American plan in E.164 form, which libphonenumber
   * would return as it is: most of these CRMs' contacts have one, and parsing costs more than all
   * other fields of an update. Elsewhere a number may have a prefix too many.
   */
  private static boolean isNorthAmerican(String phone) {
    if (phone.length() != NORTH_AMERICAN || !phone.startsWith("+1") || phone.charAt(2) < '2') {
      return false;
    }
    for (int i = 2; i < NORTH_AMERICAN; i++) {
      if (phone.charAt(i) < '0' || phone.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether both are the same number, as far as can be told from what they hold.
   *
   * @param region where a number is from that has no country code; if it is null, such a number is
   *     the same as one with any country code before it
   */
  static boolean same(String one, String other, @Nullable String region) {
    MatchType match = Library.UTIL.isNumberMatch(inRegion(one, region), inRegion(other, region));
    return match == MatchType.EXACT_MATCH || match == MatchType.NSN_MATCH;
  }

  private static String inRegion(String phone, @Nullable String region) {
    try {
      return region == null
          ? phone
          : Library.UTIL.format(Library.UTIL.parse(phone, region), PhoneNumberFormat.RFC3966);
    } catch (NumberParseException e) {
      return phone;
    }
  }

  /** Loaded when it is first needed: it has rules for all countries. */
  private static final class Library {
    private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  }
}
