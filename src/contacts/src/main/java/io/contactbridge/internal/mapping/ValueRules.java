package io.contactbridge.internal.mapping;

import static java.util.Objects.requireNonNull;

import io.contactbridge.ContactField;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for values that hold at every CRM.
 *
 * <p>The messages do not repeat the value: it is personal data.
 */
public final class ValueRules {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private static final Set<Class<?>> SCALARS =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          BigInteger.class,
          BigDecimal.class);

  private ValueRules() {}

  /**
   * Returns {@code value}, copied if it could change.
   *
   * @throws IllegalArgumentException if no CRM could have it as the value of {@code field}
   */
  public static Object checked(ContactField field, Object value) {
    if (!field.type().isInstance(value)) {
      throw new IllegalArgumentException(
          field
              + " is a "
              + field.type().getSimpleName()
              + ", not a "
              + value.getClass().getSimpleName());
    }
    // Checked before copying and comparing, which would never end for a value that contains itself.
    String unfit =
        field == ContactField.CUSTOM_FIELDS
            ? JsonCheck.objectionToEach(value)
            : JsonCheck.objection(value);
    if (unfit != null) {
      throw new IllegalArgumentException(field + " must be " + unfit);
    }
    Object copy = requireNonNull(copy(value));
    String objection = objection(field, copy);
    if (objection != null) {
      throw new IllegalArgumentException(field + " must be " + objection);
    }
    return copy;
  }

  /**
   * Returns {@code value}, copied if it could change.
   *
   * @throws IllegalArgumentException if it has no form in JSON; the message says what would be
   *     right
   */
  public static @Nullable Object json(@Nullable Object value) {
    String unfit = JsonCheck.objection(value);
    if (unfit != null || !isJson(value)) {
      throw new IllegalArgumentException(
          unfit == null
              ? "a JSON value (null, String, Boolean, finite number, List, Map with text as keys)"
              : unfit);
    }
    return copy(value);
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Map<?, ?> map) {
      Map<@Nullable Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, member) -> copy.put(key, copy(member)));
      return Collections.unmodifiableMap(copy);
    }
    return value;
  }

  /** Returns what would be right, or null if the value is. */
  private static @Nullable String objection(ContactField field, Object value) {
    return switch (field) {
      case EMAIL -> require(isEmail((String) value), "an address such as ada@example.com");
      case PHONE -> require(hasDigits((String) value, 3), "a phone number such as +12025550123");
      case DATE_OF_BIRTH ->
          require(
              ((LocalDate) value).getYear() >= 1 && ((LocalDate) value).getYear() <= 9999,
              "a date with a year of four digits");
      case COUNTRY ->
          require(
              COUNTRIES.contains((String) value),
              "a code of ISO 3166-1 alpha-2 in capitals, such as US");
      case TIMEZONE ->
          require(
              ZoneId.getAvailableZoneIds().contains((String) value),
              "the name of an IANA time zone, such as Europe/London");
      case WEBSITE, LINKEDIN_URL ->
          require(isWebAddress((String) value), "a URL such as https://example.com/");
      case TAGS ->
          require(isSetOfWords((List<?>) value), "strings that are not blank, none of them twice");
      case CUSTOM_FIELDS ->
          require(
              isCustomFields((Map<?, ?>) value),
              "at least one JSON value (String, Boolean, finite number, List, Map) by a key that is"
                  + " not blank");
      default -> null;
    };
  }

  private static boolean hasDigits(String text, int least) {
    int digits = 0;
    for (int i = 0; i < text.length() && digits < least; i++) {
      digits += Character.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits >= least;
  }

  private static @Nullable String require(boolean right, String whatWouldBe) {
    return right ? null : whatWouldBe;
  }

  private static boolean isSetOfWords(List<?> list) {
    return list.stream().allMatch(ValueRules::isWord)
        && list.stream().distinct().count() == list.size();
  }

  /**
   * Deliberately loose, since the CRM decides; this finds only addresses that cannot receive mail.
   */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    int dot = text.indexOf('.', at + 2);
    return at > 0
        && at == text.lastIndexOf('@')
        && dot > 0
        && dot < text.length() - 1
        && !hasBlank(text);
  }

  private static boolean hasBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ' || (c >= '\t' && c <= '\r')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCustomFields(Map<?, ?> map) {
    return !map.isEmpty()
        && map.keySet().stream().allMatch(ValueRules::isWord)
        && map.values().stream().allMatch(value -> value != null && isJson(value));
  }

  private static boolean isJson(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().allMatch(ValueRules::isJson);
    }
    if (value instanceof Map<?, ?> map) {
      return map.keySet().stream().allMatch(String.class::isInstance)
          && map.values().stream().allMatch(ValueRules::isJson);
    }
    if (value instanceof Double || value instanceof Float) {
      return Double.isFinite(((Number) value).doubleValue());
    }
    return value == null || SCALARS.contains(value.getClass());
  }

  private static boolean isWord(@Nullable Object value) {
    return value instanceof String text && !text.isBlank();
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = new URI(text);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
