package io.contactbridge.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Samples;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueRulesTest {
  private static final String EMAIL = "EMAIL must be an address such as ada@example.com";
  private static final String TAGS = "TAGS must be strings that are not blank, none of them twice";
  private static final String CUSTOM_FIELDS =
      "CUSTOM_FIELDS must be at least one JSON value (String, Boolean, finite number, List, Map) by"
          + " a key that is not blank";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "canary",
        "canary@",
        "@canary.com",
        "can ary@example.com",
        "a@b@canary.com",
        "canary@example",
        "canary@example.com\n",
        "Ada <canary@example.com>"
      })
  void emailIsAnAddress(String value) {
    assertRefused(ContactField.EMAIL, value, EMAIL);
  }

  @Property
  void emailIsWhatThePatternSays(
      @ForAll @Chars({'a', '@', '.', ' ', '\t', '\u000b', '\u00a0'}) @StringLength(max = 9)
          String text) {
    assertThat(ValueRules.isEmail(text)).isEqualTo(text.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.com",
        "ADA+vip@mail.example.co.uk",
        "o'hara@example.com",
        "ä@bücher.de"
      })
  void emailMayLookOddly(String value) {
    assertTaken(ContactField.EMAIL, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "us", "USA", "UK", "ZZ", "United States", " US"})
  void countryIsACode(String value) {
    assertRefused(
        ContactField.COUNTRY,
        value,
        "COUNTRY must be a code of ISO 3166-1 alpha-2 in capitals, such as US");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "London", "europe/london", "GMT+25", "Mars/Olympus"})
  void timezoneIsAName(String value) {
    assertRefused(
        ContactField.TIMEZONE,
        value,
        "TIMEZONE must be the name of an IANA time zone, such as Europe/London");
  }

  @ParameterizedTest
  @CsvSource({
    "WEBSITE, ''",
    "WEBSITE, canary.example.com",
    "WEBSITE, ftp://canary.example.com/",
    "WEBSITE, javascript:canary()",
    "WEBSITE, https://",
    "WEBSITE, https:///canary",
    "WEBSITE, https://canary example.com/",
    "LINKEDIN_URL, linkedin.com/in/canary",
    "LINKEDIN_URL, https:canary",
  })
  void webAddressIsAUrl(ContactField field, String value) {
    assertRefused(field, value, field + " must be a URL such as https://example.com/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://example.com", "HTTP://example.com:8080/a?b=c#d", "http://[::1]/"})
  void webAddressMayBeAnyOnTheWeb(String value) {
    assertTaken(ContactField.WEBSITE, value);
  }

  static Stream<List<?>> noTags() {
    return Stream.of(
        List.of("canary", ""),
        List.of("canary", " \t"),
        List.of("canary", "canary"),
        List.of("canary", 1),
        Arrays.asList("canary", null));
  }

  @ParameterizedTest
  @MethodSource("noTags")
  void tagsAreASetOfWords(List<?> value) {
    assertRefused(ContactField.TAGS, value, TAGS);
  }

  @Test
  void tagsMayBeNone() {
    assertTaken(ContactField.TAGS, List.of());
  }

  static Stream<Map<?, ?>> noCustomFields() {
    return Stream.of(
        Map.of(),
        Map.of("", "canary"),
        Map.of(" ", "canary"),
        Map.of(1, "canary"),
        Collections.singletonMap(null, "canary"),
        Collections.singletonMap("canary", null),
        Map.of("canary", Double.NaN),
        Map.of("canary", Float.NEGATIVE_INFINITY),
        Map.of("canary", new AtomicInteger()),
        Map.of("canary", 'c'),
        Map.of("canary", List.of(new Object())),
        Map.of("canary", Map.of(1, 2)));
  }

  @ParameterizedTest
  @MethodSource("noCustomFields")
  void customFieldsAreJson(Map<?, ?> value) {
    assertRefused(ContactField.CUSTOM_FIELDS, value, CUSTOM_FIELDS);
  }

  static Stream<Object> json() {
    return Stream.of(
        "",
        true,
        (byte) 1,
        (short) 1,
        1,
        1L,
        1.5,
        1.5f,
        new BigInteger("9".repeat(400)),
        new BigDecimal("1E+999"),
        List.of(),
        Arrays.asList(1, null),
        Map.of("a", List.of(Map.of())));
  }

  @ParameterizedTest
  @MethodSource("json")
  void customFieldIsAnyJsonButNull(Object value) {
    assertTaken(ContactField.CUSTOM_FIELDS, Map.of("key", value));
  }

  @ParameterizedTest
  @EnumSource
  void valueIsOfTheTypeOfItsField(ContactField field) {
    Object canary = field == ContactField.COMPANY ? List.of("canary") : 'c';

    assertRefused(
        field,
        canary,
        field
            + " is a "
            + field.type().getSimpleName()
            + ", not a "
            + canary.getClass().getSimpleName());
  }

  @ParameterizedTest
  @EnumSource
  void sampleIsTaken(ContactField field) {
    assertTaken(field, Samples.value(field));
  }

  private static void assertTaken(ContactField field, Object value) {
    ContactUpdate.Builder builder = ContactUpdate.builder();

    assertThatNoException().isThrownBy(() -> builder.set(field, value));
    assertThat(builder.build().get(field)).isEqualTo(value);
  }

  private static void assertRefused(ContactField field, Object value, String message) {
    ContactUpdate.Builder builder = ContactUpdate.builder();

    assertThatThrownBy(() -> builder.set(field, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message)
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "canary", "12"})
  void phoneHasDigits(String value) {
    assertRefused(ContactField.PHONE, value, "PHONE must be a phone number such as +12025550123");
  }

  @Test
  void dateHasAYearOfFourDigits() {
    assertRefused(
        ContactField.DATE_OF_BIRTH,
        LocalDate.of(12026, 1, 1),
        "DATE_OF_BIRTH must be a date with a year of four digits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary\ud800", "\udc00canary", "can\ud800\ud800ary", "\udc00\ud800"})
  void halfOfASurrogatePairIsRefused(String text) {
    String message =
        " must be text that UTF-8 can carry, so without one half of a surrogate pair alone";

    assertRefused(ContactField.CITY, text, "CITY" + message);
    assertRefused(ContactField.EMAIL, text + "@example.com", "EMAIL" + message);
    assertRefused(ContactField.OWNER, text, "OWNER" + message);
    assertRefused(ContactField.TAGS, List.of("vip", text), "TAGS" + message);
    assertRefused(ContactField.CUSTOM_FIELDS, Map.of("a", text), "CUSTOM_FIELDS" + message);
    assertRefused(ContactField.CUSTOM_FIELDS, Map.of(text, "a"), "CUSTOM_FIELDS" + message);
    assertRefused(
        ContactField.CUSTOM_FIELDS,
        Map.of("a", List.of(Map.of(text, 1))),
        "CUSTOM_FIELDS" + message);
    assertThatThrownBy(
            () ->
                ContactUpdate.builder()
                    .also(
                        io.contactbridge.client.raze.model.UpdateContactRequest.builder()
                            .tags(List.of(text))
                            .build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("what is in the UpdateContactRequest" + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud83d\ude00", "a\u0000b", "\uffff"})
  void oddTextThatUtf8CarriesIsTaken(String text) {
    assertTaken(ContactField.CITY, text);
  }

  @Test
  void customFieldIsAtMostSoDeep() {
    Object deepest = nested(32);

    assertTaken(ContactField.CUSTOM_FIELDS, Map.of("a", deepest));
    for (int depth : new int[] {33, 300, 100_000}) {
      assertRefused(
          ContactField.CUSTOM_FIELDS,
          Map.of("a", nested(depth)),
          "CUSTOM_FIELDS must be a value of at most 32 lists and maps within each other");
    }
  }

  private static Object nested(int depth) {
    Object value = "canary";
    for (int i = 0; i < depth; i++) {
      List<Object> around = new java.util.ArrayList<>();
      around.add(value);
      value = around;
    }
    return value;
  }

  @Test
  void valueThatContainsItselfIsRefused() {
    List<Object> list = new java.util.ArrayList<>();
    list.add(list);
    Map<String, Object> map = new java.util.HashMap<>();
    map.put("a", List.of(map));
    String message = " must be a value that does not contain itself";

    assertRefused(ContactField.CUSTOM_FIELDS, Map.of("a", list), "CUSTOM_FIELDS" + message);
    assertRefused(ContactField.CUSTOM_FIELDS, map, "CUSTOM_FIELDS" + message);
    assertRefused(ContactField.TAGS, list, "TAGS" + message);
    assertThatThrownBy(() -> ContactUpdate.builder().customField("a", list))
        .hasMessage("CUSTOM_FIELDS" + message);
  }

  @Test
  void valueThatRepeatsAListIsCountedAsItIsWritten() {
    Object value = List.of("canary");
    for (int i = 0; i < 30; i++) {
      value = List.of(value, value);
    }

    assertRefused(
        ContactField.CUSTOM_FIELDS,
        Map.of("a", value),
        "CUSTOM_FIELDS must be at most 100000 values, lists and maps included");
  }
}
