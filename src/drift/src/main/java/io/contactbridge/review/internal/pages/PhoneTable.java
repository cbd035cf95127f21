package io.contactbridge.review.internal.pages;

import io.contactbridge.client.JsonValue;

/**
 * Which phone numbers the library takes where it writes them in E.164 form, by country code, number
 * of digits behind it, and the first of these. It was found out by asking the library, whose rules
 * are too large for a page, and a test asks it again. For each first digit it has {@code y} if the
 * number is sent as it is, {@code n} if it is refused, and {@code ?} if samples fared differently,
 * so that the page says that it cannot tell.
 */
final class PhoneTable {
  private static final String JSON = Templates.text("phones.json");

  private PhoneTable() {}

  static Object get() {
    return java.util.Objects.requireNonNull(JsonValue.parse(JSON));
  }
}
