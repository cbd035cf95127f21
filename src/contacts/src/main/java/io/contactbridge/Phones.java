package io.contactbridge;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.MatchType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phone numbers, as libphonenumber knows them. */
final class Phones {
  private static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();

  private Phones() {}

  static Set<String> regions() {
    return UTIL.getSupportedRegions();
  }

  /**
   * Returns {@code phone} in E.164 form.
   *
   * @param region where it is from if it has no country code
   * @throws IllegalArgumentException if it is no phone number; the message says what would be right
   */
  static String e164(String phone, @Nullable String region) {
    try {
      PhoneNumber number = UTIL.parse(phone, region);
      // Not isPossibleNumber, which also takes numbers that lack their area code.
      if (UTIL.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
          && !number.hasExtension()) {
        return UTIL.format(number, PhoneNumberFormat.E164);
      }
    } catch (NumberParseException e) {
      // Said below, without the number, which is personal data.
    }
    throw new IllegalArgumentException(
        "a phone number with its country code and without an extension, such as +12025550123"
            + (region == null ? "; or set defaultRegion" : "; or one from " + region));
  }

  /**
   * Returns whether both are the same number, as far as can be told from what they hold.
   *
   * @param region where a number is from that has no country code; if it is null, such a number is
   *     the same as one with any country code before it
   */
  static boolean same(String one, String other, @Nullable String region) {
    MatchType match = UTIL.isNumberMatch(inRegion(one, region), inRegion(other, region));
    return match == MatchType.EXACT_MATCH || match == MatchType.NSN_MATCH;
  }

  private static String inRegion(String phone, @Nullable String region) {
    try {
      return region == null
          ? phone
          : UTIL.format(UTIL.parse(phone, region), PhoneNumberFormat.RFC3966);
    } catch (NumberParseException e) {
      return phone;
    }
  }
}
