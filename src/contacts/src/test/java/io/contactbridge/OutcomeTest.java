package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.JsonValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutcomeTest {
  static Collection<Arguments> storedFields() {
    return Samples.storedFields();
  }

  /** All but the custom fields, which are many values in one. */
  static Collection<Arguments> plainFields() {
    return Samples.storedFields().stream()
        .filter(arguments -> arguments.get()[1] != ContactField.CUSTOM_FIELDS)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("storedFields")
  void fieldIsAppliedIfItIsAnsweredAsAsked(Crm crm, ContactField field) {
    UpdateResult result = update(crm, field, Answers.asAsked(crm));

    assertThat(result.outcome(field)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().get(field)).contains(Samples.value(field));
    assertThat(result.observations()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("storedFields")
  void fieldIsDifferentIfAnotherValueIsAnswered(Crm crm, ContactField field) {
    UpdateResult result = update(crm, field, Answers.other(crm));

    assertThat(result.outcome(field)).isEqualTo(Outcome.DIFFERENT);
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void fieldIsDifferentIfItIsAnsweredInAFormThatCannotBeRead(Crm crm, ContactField field) {
    UpdateResult result = update(crm, field, replaceValues(Answers.asAsked(crm), "{\"odd\":[{}]}"));

    assertThat(result.outcome(field)).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.contact().get(field)).isEmpty();
    assertThat(result.observations()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("storedFields")
  void fieldIsNotEchoedIfTheAnswerLacksIt(Crm crm, ContactField field) {
    UpdateResult result = update(crm, field, Answers.empty(crm));

    assertThat(result.outcome(field)).isEqualTo(Outcome.NOT_ECHOED);
    assertThat(result.contact().fields()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void clearedFieldIsAppliedIfItIsAnsweredAsNull(Crm crm, ContactField field) {
    UpdateResult result = clear(crm, field, replaceValues(Answers.asAsked(crm), "null"));

    assertThat(result.outcome(field)).isEqualTo(Outcome.APPLIED);
    assertThat(result.contact().get(field)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void clearedFieldIsNotEchoedIfTheAnswerLacksIt(Crm crm, ContactField field) {
    assertThat(clear(crm, field, Answers.empty(crm)).outcome(field)).isEqualTo(Outcome.NOT_ECHOED);
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void clearedFieldIsDifferentIfItIsStillThere(Crm crm, ContactField field) {
    assertThat(clear(crm, field, Answers.asAsked(crm)).outcome(field)).isEqualTo(Outcome.DIFFERENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":1}", "[]", "[\"a\"]"})
  void clearedFieldIsDifferentIfWhatIsThereCannotBeRead(String json) {
    UpdateResult result =
        clear(Crm.HIGHLEVEL, ContactField.EMAIL, "{\"contact\":{\"email\":" + json + "}}");

    assertThat(result.outcome(ContactField.EMAIL)).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.contact().email()).isEmpty();
  }

  @Test
  void clearedFieldIsAppliedIfItIsAnsweredAsAnEmptyString() {
    UpdateResult result =
        clear(Crm.HIGHLEVEL, ContactField.EMAIL, "{\"contact\":{\"email\":\"\"}}");

    assertThat(result.outcome(ContactField.EMAIL)).isEqualTo(Outcome.APPLIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          EMAIL | Ada@Example.com | "ada@example.com" | NORMALISED
          EMAIL | ada@example.com | " ada@example.com " | NORMALISED
          EMAIL | ada@example.com | "ada@example.org" | DIFFERENT
          PHONE | +12025550123 | "(202) 555-0123" | NORMALISED
          PHONE | +12025550123 | "+1 202-555-0123" | NORMALISED
          PHONE | +1 202-555-0123 | "+12025550123" | APPLIED
          PHONE | +12025550123 | "+12025550124" | DIFFERENT
          PHONE | +12025550123 | "unknown" | DIFFERENT
          PHONE | +12025550123 | 12025550123 | NORMALISED
          CITY | London | " London\\n" | NORMALISED
          CITY | ` London ` | "London" | NORMALISED
          CITY | London | "london" | DIFFERENT
          CITY | Zu\u0308rich | "Z\u00fcrich" | NORMALISED
          CITY | Z\u00fcrich | "Zu\\u0308rich" | NORMALISED
          CITY | Zu\u0308rich | "Zurich" | DIFFERENT
          EMAIL | ju\u0308rgen@example.com | "J\u00dcRGEN@example.com" | NORMALISED
          TAGS | cafe\u0301 | ["caf\u00e9"] | NORMALISED
          COUNTRY | US | "us" | NORMALISED
          COUNTRY | US | "GB" | DIFFERENT
          WEBSITE | https://example.com | "https://example.com/" | NORMALISED
          WEBSITE | https://Example.com/a | "https://example.com/a" | NORMALISED
          WEBSITE | https://example.com/a | "https://example.com/A" | DIFFERENT
          CITY | London | "" | DIFFERENT
          CITY | London | null | DIFFERENT
          POSTAL_CODE | 35061 | 35061 | APPLIED
          POSTAL_CODE | 07001 | 7001 | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-25" | APPLIED
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-25T00:00:00.000Z" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-25 00:00:00" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "1990/09/25" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "09/25/1990" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "09_25_1990" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "1990.09.25" | NORMALISED
          DATE_OF_BIRTH | 1990-09-25 | "1990/09-25" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-26T00:00:00.000Z" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-25 or so" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "1990-09-25x" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "25.09.1990" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | "" | DIFFERENT
          DATE_OF_BIRTH | 1990-09-25 | 654220800000 | DIFFERENT
          TAGS | vip,pioneer | ["pioneer","vip"] | NORMALISED
          TAGS | vip,pioneer | ["vip","pioneer","vip"] | NORMALISED
          TAGS | vip,pioneer | ["vip ","pioneer"] | NORMALISED
          TAGS | vip,pioneer | ["vip"] | DIFFERENT
          TAGS | vip,pioneer | ["vip","pioneer","old"] | DIFFERENT
          TAGS | vip,pioneer | [] | DIFFERENT
          TAGS | vip,pioneer | "vip,pioneer" | DIFFERENT
          TAGS | `` | [] | APPLIED
          TAGS | `` | null | NORMALISED
          TAGS | `` | ["vip"] | DIFFERENT
          DO_NOT_DISTURB | true | true | APPLIED
          DO_NOT_DISTURB | true | false | DIFFERENT
          DO_NOT_DISTURB | true | "true" | NORMALISED
          DO_NOT_DISTURB | true | "TRUE" | NORMALISED
          DO_NOT_DISTURB | true | 1 | NORMALISED
          DO_NOT_DISTURB | true | "0" | DIFFERENT
          DO_NOT_DISTURB | true | "yes" | DIFFERENT
          OWNER | y0BeYjuRIlDwsDcOHOJo | "Y0BEYJURILDWSDCOHOJO" | DIFFERENT
          """)
  void outcomeGoesByTheMeaningOfAField(
      ContactField field, String asked, String answered, Outcome outcome) {
    ContactUpdate update = Samples.update(Crm.HIGHLEVEL, field, value(field, asked));
    String property = property(Crm.HIGHLEVEL, field);

    UpdateResult result =
        update(Crm.HIGHLEVEL, update, "{\"contact\":{\"" + property + "\":" + answered + "}}");

    assertThat(result.outcome(field)).isEqualTo(outcome);
  }

  @Test
  void ownerOfLinqIsAnAddress() {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").owner("Owner@Company.com").build();

    UpdateResult result =
        update(
            Crm.LINQ, update, "{\"data\":{\"contact_owner\":{\"email\":\"owner@company.com\"}}}");

    assertThat(result.outcome(ContactField.OWNER)).isEqualTo(Outcome.NORMALISED);
  }

  @ParameterizedTest
  @EnumSource(names = {"ACQUIRE", "RAZE"})
  void partsOfANameGoByTheWhole(Crm crm) {
    ContactUpdate update = ContactUpdate.builder().firstName("Ada").lastName("Lovelace").build();

    assertThat(update(crm, update, Answers.asAsked(crm)).outcomes())
        .isEqualTo(
            Map.of(
                ContactField.FIRST_NAME, Outcome.APPLIED,
                ContactField.LAST_NAME, Outcome.APPLIED));
    assertThat(update(crm, update, Answers.other(crm)).outcomes())
        .isEqualTo(
            Map.of(
                ContactField.FIRST_NAME, Outcome.DIFFERENT,
                ContactField.LAST_NAME, Outcome.DIFFERENT));
  }

  @Test
  void droppedFieldIsDroppedWhateverIsAnswered() {
    Contacts raze =
        Accounts.answering(Crm.RAZE, Answers.asAsked(Crm.RAZE))
            .onUnsupported(OnUnsupported.DROP)
            .build();
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").city("London").firstName("Ada").build();

    UpdateResult result = raze.update("cnt_abc123def456", update);

    assertThat(result.outcomes())
        .isEqualTo(
            Map.of(
                ContactField.EMAIL, Outcome.APPLIED,
                ContactField.CITY, Outcome.DROPPED,
                ContactField.FIRST_NAME, Outcome.DROPPED));
    assertThat(result.requireApplied()).isSameAs(result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          RAZE | {"success":false,"error":{"code":"NOT_FOUND"}} | DIFFERENT
          RAZE | {"success":false,"data":{"email":"ada@example.com"}} | DIFFERENT
          RAZE | {"success":false,"data":{"email":"old@example.com"}} | DIFFERENT
          RAZE | {"success":true} | NOT_ECHOED
          HIGHLEVEL | {"succeded":false} | DIFFERENT
          HIGHLEVEL | {"succeeded":false} | DIFFERENT
          HIGHLEVEL | {"succeded":true,"succeeded":true} | NOT_ECHOED
          """)
  void wordOfFailureInAStatusOfSuccessMeansThatNothingChanged(
      Crm crm, String answer, Outcome outcome) {
    UpdateResult result = update(crm, ContactField.EMAIL, answer);

    assertThat(result.outcome(ContactField.EMAIL)).isEqualTo(outcome);
    assertThat(result.observations().toString().contains("a denial"))
        .isEqualTo(answer.contains("false"));
  }

  @Test
  void requireAppliedNamesTheFieldsThatAreDifferent() {
    ContactUpdate update =
        ContactUpdate.builder().email("ada@example.com").jobTitle("CTO").tags("vip").build();
    UpdateResult result =
        update(
            Crm.RAZE,
            update,
            """
            {"success":true,"data":{"email":"ADA@example.com","position":"CEO","tags":[]}}\
            """);

    assertThatThrownBy(result::requireApplied)
        .isInstanceOfSatisfying(
            NotAppliedException.class, e -> assertThat(e.result()).isSameAs(result))
        .hasMessageStartingWith(
            "Raze took the update, but the contact has other values in JOB_TITLE (the answer has"
                + " another value in $.data.position; observed: ")
        .hasMessageEndingWith("), TAGS (the answer has another value in $.data.tags)");
  }

  @Test
  void outcomeOfAFieldThatWasNotInTheUpdateIsAskedForInVain() {
    UpdateResult result = update(Crm.RAZE, ContactField.EMAIL, Answers.asAsked(Crm.RAZE));

    assertThatThrownBy(() -> result.outcome(ContactField.CITY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("CITY was not in the update, which has [EMAIL]");
  }

  @Test
  void resultTellsWhatWasSentAndWhatCameBack() {
    UpdateResult result = update(Crm.RAZE, ContactField.EMAIL, Answers.asAsked(Crm.RAZE));

    assertThat(result.crm()).isEqualTo(Crm.RAZE);
    assertThat(result.plan().body()).isEqualTo("{\"email\":\"ada@example.com\"}");
    assertThat(result.status()).isEqualTo(200);
    assertThat(result.body()).isEqualTo(Answers.asAsked(Crm.RAZE));
    assertThat(result.contact().id()).contains("cnt_abc123def456");
    assertThat(result.outcomes()).isUnmodifiable();
    assertThat(result).hasToString("Raze {EMAIL=APPLIED}");
  }

  private static UpdateResult update(Crm crm, ContactField field, String answer) {
    return update(crm, Samples.update(crm, field, Samples.value(field)), answer);
  }

  private static UpdateResult clear(Crm crm, ContactField field, String answer) {
    return update(crm, Samples.clear(crm, field), answer);
  }

  private static UpdateResult update(Crm crm, ContactUpdate update, String answer) {
    return Accounts.answering(crm, answer)
        .allowUndocumentedClear()
        .build()
        .update(Accounts.contactId(crm), update);
  }

  private static Object value(ContactField field, String text) {
    return switch (field) {
      case DATE_OF_BIRTH -> LocalDate.parse(text);
      case DO_NOT_DISTURB -> Boolean.valueOf(text);
      case TAGS -> text.isEmpty() ? List.of() : List.of(text.split(",", -1));
      default -> text;
    };
  }

  private static String property(Crm crm, ContactField field) {
    String path =
        CrmProfile.of(crm).capabilities().stream()
            .filter(capability -> capability.field() == field)
            .flatMap(capability -> capability.answerPath().stream())
            .findFirst()
            .orElseThrow();
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Returns {@code answer} with {@code json} in the place of each value of the contact. */
  private static String replaceValues(String answer, String json) {
    Object replaced =
        replaceValues(
            JsonValue.parse(answer), JsonText.readObject("{\"v\":" + json + "}").get("v"));
    return JsonValue.write(replaced);
  }

  private static @Nullable Object replaceValues(@Nullable Object value, @Nullable Object by) {
    if (!(value instanceof Map<?, ?> object)) {
      return by;
    }
    Map<Object, @Nullable Object> replaced = new LinkedHashMap<>();
    object.forEach((key, member) -> replaced.put(key, replaceValues(member, by)));
    return replaced;
  }
}
