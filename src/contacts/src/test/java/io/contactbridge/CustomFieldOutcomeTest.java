package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CustomFieldOutcomeTest {

  static Collection<Arguments> customFields() {
    return List.of(
        Arguments.of("Gold", "\"Gold\"", Outcome.APPLIED),
        Arguments.of("Gold", "\" Gold\"", Outcome.NORMALISED),
        Arguments.of("Gold", "\"gold\"", Outcome.DIFFERENT),
        Arguments.of("Gold", "null", Outcome.DIFFERENT),
        Arguments.of("", "null", Outcome.NORMALISED),
        Arguments.of(5, "5", Outcome.APPLIED),
        Arguments.of(5, "5.0", Outcome.APPLIED),
        Arguments.of(5.5, "5.50", Outcome.APPLIED),
        Arguments.of(5, "\"5\"", Outcome.NORMALISED),
        Arguments.of(5, "\"5.00\"", Outcome.NORMALISED),
        Arguments.of(5.0, "\"5\"", Outcome.NORMALISED),
        Arguments.of(5, "\"five\"", Outcome.DIFFERENT),
        Arguments.of(5, "6", Outcome.DIFFERENT),
        Arguments.of(5, "true", Outcome.DIFFERENT),
        Arguments.of("5", "5", Outcome.NORMALISED),
        Arguments.of("007", "7", Outcome.DIFFERENT),
        Arguments.of(true, "\"true\"", Outcome.NORMALISED),
        Arguments.of(true, "1", Outcome.DIFFERENT),
        Arguments.of(true, "\"True\"", Outcome.NORMALISED),
        Arguments.of("true", "true", Outcome.NORMALISED),
        Arguments.of("true", "false", Outcome.DIFFERENT),
        Arguments.of(1, "\"1.0\"", Outcome.NORMALISED),
        Arguments.of("Zu\u0308rich", "\"Z\u00fcrich\"", Outcome.NORMALISED),
        Arguments.of(List.of("Zu\u0308rich"), "[\"Z\u00fcrich\"]", Outcome.NORMALISED),
        Arguments.of(Map.of("u\u0308", 1), "{\"\u00fc\":1}", Outcome.APPLIED),
        Arguments.of(List.of(1, 2), "[1,2]", Outcome.APPLIED),
        Arguments.of(List.of(1, 2), "[\"1\",2]", Outcome.NORMALISED),
        Arguments.of(List.of(1, 2), "[2,1]", Outcome.DIFFERENT),
        Arguments.of(List.of(1, 2), "[1]", Outcome.DIFFERENT),
        Arguments.of(List.of(), "{}", Outcome.NORMALISED),
        Arguments.of(Map.of(), "[]", Outcome.NORMALISED),
        Arguments.of(Map.of("a", 1), "{\"a\":1}", Outcome.APPLIED),
        Arguments.of(Map.of("a", 1), "{\"a\":1,\"b\":null}", Outcome.APPLIED),
        Arguments.of(Map.of("a", 1), "{\"a\":1,\"b\":2}", Outcome.APPLIED),
        Arguments.of(Map.of("a", 1), "{\"b\":2}", Outcome.NOT_ECHOED),
        Arguments.of(Map.of("a", 1, "b", 2), "{\"b\":3}", Outcome.DIFFERENT),
        Arguments.of(Map.of(), "{\"a\":1}", Outcome.DIFFERENT),
        Arguments.of(Map.of("a", 1), "{}", Outcome.DIFFERENT),
        Arguments.of(Map.of("a", Arrays.asList(1, null)), "{\"a\":[1,null]}", Outcome.APPLIED),
        Arguments.of(List.of("a"), "\"a\"", Outcome.DIFFERENT),
        Arguments.of("[a]", "[\"a\"]", Outcome.DIFFERENT),
        Arguments.of(Map.of("a", 1), "[1]", Outcome.DIFFERENT),
        Arguments.of(5, "\"" + "9".repeat(100_000) + "\"", Outcome.DIFFERENT));
  }

  @ParameterizedTest
  @MethodSource("customFields")
  void customFieldsAreComparedAsJson(Object asked, String answered, Outcome outcome) {
    ContactUpdate update = ContactUpdate.builder().customField("key", asked).build();
    Map<Crm, String> answers =
        Map.of(
            Crm.ACQUIRE, "{\"data\":{\"fields\":{\"other\":1,\"key\":" + answered + "}}}",
            Crm.HIGHLEVEL,
                "{\"contact\":{\"customFields\":[{\"id\":\"other\",\"value\":1},"
                    + "{\"id\":\"key\",\"value\":"
                    + answered
                    + "}]}}",
            Crm.RAZE, "{\"data\":{\"custom_fields\":{\"key\":" + answered + "}}}");

    answers.forEach(
        (crm, answer) ->
            assertThat(update(crm, update, answer).outcome(ContactField.CUSTOM_FIELDS))
                .as(crm.toString())
                .isEqualTo(outcome));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACQUIRE | {"data":{"fields":{"email":"ada@example.com"}}} | NOT_ECHOED
          ACQUIRE | {"data":{"fields":{"other":1}}} | DIFFERENT
          ACQUIRE | {"data":{"fields":[]}} | NOT_ECHOED
          HIGHLEVEL | {"contact":{"customFields":[]}} | DIFFERENT
          HIGHLEVEL | {"contact":{"customFields":[{"id":"other","value":1},{},{"id":"key"}]}} | DIFFERENT
          HIGHLEVEL | {"contact":{}} | NOT_ECHOED
          RAZE | {"data":{"custom_fields":{}}} | DIFFERENT
          RAZE | {"data":{"custom_fields":[]}} | DIFFERENT
          RAZE | {"data":{"custom_fields":null}} | DIFFERENT
          RAZE | {"data":{"custom_fields":"none"}} | DIFFERENT
          RAZE | {"data":{}} | NOT_ECHOED
          """)
  void customFieldThatIsMissingAmongTheOthersIsDifferent(Crm crm, String answer, Outcome outcome) {
    ContactUpdate update = ContactUpdate.builder().customField("key", "Gold").build();

    assertThat(update(crm, update, answer).outcome(ContactField.CUSTOM_FIELDS)).isEqualTo(outcome);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HIGHLEVEL | {"contact":{"customFields":[]}} | APPLIED
          HIGHLEVEL | {"contact":{"customFields":[{"id":"key","value":1}]}} | DIFFERENT
          HIGHLEVEL | {"contact":{}} | NOT_ECHOED
          RAZE | {"data":{"custom_fields":null}} | APPLIED
          RAZE | {"data":{"custom_fields":{}}} | APPLIED
          RAZE | {"data":{"custom_fields":{"key":null}}} | APPLIED
          RAZE | {"data":{"custom_fields":{"key":1}}} | DIFFERENT
          RAZE | {"data":{}} | NOT_ECHOED
          """)
  void clearedCustomFieldsAreGone(Crm crm, String answer, Outcome outcome) {
    assertThat(clear(crm, ContactField.CUSTOM_FIELDS, answer).outcome(ContactField.CUSTOM_FIELDS))
        .isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value",
        "field_value",
        "fieldValue",
        "fieldValueString",
        "fieldValueArray",
        "fieldValueNumber"
      })
  void customFieldOfHighLevelIsReadUnderEachOfItsNames(String name) {
    ContactUpdate update = ContactUpdate.builder().customField("key", "Gold").build();
    String answer = "{\"contact\":{\"customFields\":[{\"id\":\"key\",\"" + name + "\":\"%s\"}]}}";

    UpdateResult kept = update(Crm.HIGHLEVEL, update, answer.formatted("Gold"));
    UpdateResult other = update(Crm.HIGHLEVEL, update, answer.formatted("Silver"));

    assertThat(kept.outcomes()).hasToString("{CUSTOM_FIELDS=APPLIED}");
    assertThat(kept.contact().customFields()).isEqualTo(Map.of("key", "Gold"));
    assertThat(other.outcomes()).hasToString("{CUSTOM_FIELDS=DIFFERENT}");
  }

  @Test
  void customFieldsOfHighLevelAreReadBesideOneThatIsOdd() {
    ContactUpdate update = ContactUpdate.builder().customField("key", "Gold").build();

    UpdateResult result =
        update(
            Crm.HIGHLEVEL,
            update,
            "{\"contact\":{\"customFields\":[null,{\"id\":\"key\",\"value\":\"Gold\"},7]}}");

    assertThat(result.outcomes()).hasToString("{CUSTOM_FIELDS=APPLIED}");
    assertThat(result.observations()).isNotEmpty();
  }

  @Test
  void eachCustomFieldHasAnOutcome() {
    ContactUpdate update =
        ContactUpdate.builder().customField("a", 1).customField("b", 2).customField("c", 3).build();

    UpdateResult result =
        update(Crm.RAZE, update, "{\"data\":{\"custom_fields\":{\"a\":1,\"b\":\"2\",\"d\":4}}}");

    assertThat(result.customFieldOutcomes())
        .hasToString("{a=APPLIED, b=NORMALISED, c=DIFFERENT}")
        .isUnmodifiable();
    assertThat(result.outcome(ContactField.CUSTOM_FIELDS)).isEqualTo(Outcome.DIFFERENT);
    assertThat(result.customFieldReason("a")).isEmpty();
    assertThat(result.customFieldReason("c"))
        .contains("the answer has another value for it, or lacks it among the others");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"data":{}} | NOT_ECHOED
          {"data":{"custom_fields":"none"}} | DIFFERENT
          {"success":false,"data":{"custom_fields":{"key":"Gold"}}} | DIFFERENT
          {"data":{"id":"other","custom_fields":{"key":"Gold"}}} | NOT_ECHOED
          <html> | NOT_ECHOED
          """)
  void eachCustomFieldGoesByTheWholeAnswer(String answer, Outcome outcome) {
    ContactUpdate update = ContactUpdate.builder().customField("key", "Gold").build();

    UpdateResult result = update(Crm.RAZE, update, answer);

    assertThat(result.customFieldOutcomes()).isEqualTo(Map.of("key", outcome));
    assertThat(result.customFieldReason("key")).isPresent();
  }

  @Test
  void updateWithoutCustomFieldsHasNoOutcomesOfThem() {
    UpdateResult result =
        update(Crm.RAZE, Samples.update(ContactField.EMAIL), Answers.asAsked(Crm.RAZE));

    assertThat(result.customFieldOutcomes()).isEmpty();
  }

  @Test
  void outcomeOfCustomFieldsIsTheWorst() {
    ContactUpdate update =
        ContactUpdate.builder().customField("a", 1).customField("b", 2).customField("c", 3).build();

    assertThat(razeCustomFields(update, "{\"a\":1,\"b\":2,\"c\":3,\"d\":4}"))
        .isEqualTo(Outcome.APPLIED);
    assertThat(razeCustomFields(update, "{\"a\":\"1\",\"b\":2,\"c\":3}"))
        .isEqualTo(Outcome.NORMALISED);
    assertThat(razeCustomFields(update, "{\"a\":1,\"b\":0,\"c\":\"3\"}"))
        .isEqualTo(Outcome.DIFFERENT);
  }

  @Test
  void customFieldsOfAcquireAreNoneThatEveryContactHas() {
    String answer =
        """
        {"data": {"fields": {"name": {}, "country": "US", "ip": 5, "vip": "yes", "gone": null}}}""";

    UpdateResult result = update(Crm.ACQUIRE, Samples.update(ContactField.CITY), answer);

    assertThat(result.contact().customFields()).isEqualTo(Map.of("vip", "yes"));
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

  private static Outcome razeCustomFields(ContactUpdate update, String answer) {
    return update(Crm.RAZE, update, "{\"data\":{\"custom_fields\":" + answer + "}}")
        .outcome(ContactField.CUSTOM_FIELDS);
  }
}
