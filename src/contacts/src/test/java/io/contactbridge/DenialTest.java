package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.Observation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom and what an answer with a status of success is about. */
final class DenialTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  /** Each beside an echo of the request in the envelope of the CRM. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"success\":false",
        "\"success\":\"false\"",
        "\"success\":\"False \"",
        "\"success\":0",
        "\"success\":0.0",
        "\"success\":\"0\"",
        "\"success\":\"no\"",
        "\"succeded\":false",
        "\"succeeded\":0",
        "\"Success\":false",
        "\"ok\":false",
        "\"status\":\"error\"",
        "\"status\":\"failed\"",
        "\"status\":422",
        "\"statusCode\":400",
        "\"statusCode\":\"400\"",
        "\"code\":\"ERROR_INVALID_INPUT\"",
        "\"error\":\"Contact not found\"",
        "\"error\":true",
        "\"error\":{\"code\":\"NOT_FOUND\"}",
        "\"error\":{\"message\":\"Contact not found\"}",
        "\"errors\":[\"Contact not found\"]",
        "\"errors\":[{\"status\":422,\"code\":\"1001\"}]",
        "\"error_code\":\"CONTACT_NOT_FOUND\"",
        "\"result\":{\"success\":false}",
        "\"response\":{\"error\":\"Contact not found\"}",
        "\"meta\":{\"statusCode\":400}"
      })
  void denialBesideAnEchoWins(String denial) {
    for (Crm crm : Crm.values()) {
      UpdateResult result = update(crm, withMember(crm, denial));

      assertThat(result.outcomes()).as(crm.name()).hasToString("{EMAIL=DIFFERENT}");
      assertThat(result.observations()).extracting(Observation::found).contains("a denial");
      assertThatThrownBy(result::requireApplied)
          .isInstanceOf(NotAppliedException.class)
          .hasMessageStartingWith(crm + " answered 200, but " + crm + " denies the change in $.");
    }
  }

  @ParameterizedTest
  @EnumSource
  void denialAmongThePropertiesOfTheContactWins(Crm crm) {
    String answer = Answers.asAsked(crm).replaceFirst("\"id\":", "\"success\":false,\"id\":");

    assertThat(update(crm, answer).outcomes()).hasToString("{EMAIL=DIFFERENT}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"success\":true",
        "\"success\":\"true\"",
        "\"success\":1",
        "\"success\":null",
        "\"error\":null",
        "\"error\":false",
        "\"error\":\"\"",
        "\"error\":{}",
        "\"error\":[]",
        "\"error\":0",
        "\"error\":\"none\"",
        "\"error\":{\"code\":0,\"message\":\"OK\"}",
        "\"error\":{\"code\":200,\"message\":\"success\"}",
        "\"errors\":[]",
        "\"errors\":null",
        "\"status\":\"success\"",
        "\"status\":200,\"statusCode\":\"201\"",
        "\"code\":\"OK\"",
        "\"message\":\"Contact updated\"",
        "\"traceId\":\"500\""
      })
  void whatIsNoDenialDeniesNothing(String other) {
    for (Crm crm : Crm.values()) {
      UpdateResult result = update(crm, withMember(crm, other));

      assertThat(result.outcomes()).as(crm.name()).hasToString("{EMAIL=APPLIED}");
    }
  }

  @Test
  void attributeOfAnAccountIsNoDenial() {
    UpdateResult result =
        update(
            Crm.ACQUIRE,
            """
            {"data":{"id":2,"fields":{"email":"ada@example.com","success":false,"error":"x"}}}""");

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAZE | {"success":false,"error":{"code":"NOT_FOUND","message":"Contact not found"}} | $.success: Contact not found (NOT_FOUND)
          HIGHLEVEL | {"statusCode":422,"message":["email must be an email"],"succeded":false} | $.succeded: email must be an email
          LINQ | {"status":"error","error_code":"X_1","message":"Bad","errors":["a"]} | $.status: Bad; a (X_1)
          ACQUIRE | {"data":{"error":"x"},"error":"ERROR_INVALID_INPUT","message":"Invalid"} | $.error: Invalid (ERROR_INVALID_INPUT)
          """)
  void messageHasTheWordsOfTheCrm(Crm crm, String answer, String said) {
    UpdateResult result = update(crm, answer);

    assertThat(result.reason(ContactField.EMAIL)).contains(crm + " denies the change in " + said);
    assertThatThrownBy(result::requireApplied)
        .hasMessage(crm + " answered 200, but " + crm + " denies the change in " + said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACQUIRE | 2 | 3
          ACQUIRE | 2 | "3"
          HIGHLEVEL | "ocQHyuzHvuMOe5N5jjXF" | "ocqhyuzhvumoe5n5jjxf"
          LINQ | 123 | 1234
          LINQ | 123 | "abc"
          RAZE | "cnt_abc123def456" | 7
          """)
  void answerAboutAnotherContactConfirmsNothing(Crm crm, String own, String other) {
    UpdateResult result =
        update(crm, Answers.asAsked(crm).replaceFirst("\"id\":" + own, "\"id\":" + other));

    String path = crm == Crm.HIGHLEVEL ? "$.contact.id" : "$.data.id";
    assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
    assertThat(result.reason(ContactField.EMAIL)).contains("the answer is about another contact");
    assertThat(result.observations())
        .contains(new Observation(path, "the id of the contact that was updated", "another id"));
    assertThat(result.requireApplied()).isSameAs(result);
    assertThatThrownBy(result::requireConfirmed)
        .isInstanceOf(NotConfirmedException.class)
        .isNotInstanceOf(NotAppliedException.class)
        .hasMessage(
            crm
                + " took the update, but its answer does not confirm EMAIL (the answer is about"
                + " another contact)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ACQUIRE | "2"
          ACQUIRE | 2.0
          ACQUIRE | "002"
          ACQUIRE | null
          LINQ | " 123 "
          LINQ | {}
          LINQ | ""
          RAZE | null
          """)
  void idInAnotherFormIsTheSame(Crm crm, String id) {
    String answer = Answers.asAsked(crm).replaceFirst("\"id\":[^,]*", "\"id\":" + id);

    assertThat(update(crm, answer).outcomes()).hasToString("{EMAIL=APPLIED}");
  }

  @Test
  void uuidIsTheSameInCapitals() {
    String answer =
        "{\"success\":true,\"data\":{\"id\":\""
            + ObservedRaze.ID
            + "\",\"email\":\"ada@example.com\"}}";
    Contacts raze = Accounts.answering(Crm.RAZE, answer).build();

    assertThat(raze.update(ObservedRaze.ID.toUpperCase(java.util.Locale.ROOT), UPDATE).outcomes())
        .hasToString("{EMAIL=APPLIED}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>OK</html>", "", "null", "[]", "{}", "{\"message\":\"Contact not found\"}"})
  void answerThatShowsNoContactIsNotConfirmed(String answer) {
    for (Crm crm : Crm.values()) {
      UpdateResult result = update(crm, answer);

      assertThat(result.requireApplied()).isSameAs(result);
      assertThatThrownBy(result::requireConfirmed)
          .isInstanceOf(NotConfirmedException.class)
          .hasMessage(
              crm
                  + " took the update, but its answer does not confirm EMAIL (the answer shows no"
                  + " contact)");
    }
  }

  @ParameterizedTest
  @EnumSource
  void answerThatShowsAllIsConfirmed(Crm crm) {
    UpdateResult result = update(crm, Answers.asAsked(crm));

    assertThat(result.requireConfirmed()).isSameAs(result);
  }

  @Test
  void fieldThatIsDifferentIsNotAppliedRatherThanNotConfirmed() {
    UpdateResult result = update(Crm.LINQ, Answers.other(Crm.LINQ));

    assertThatThrownBy(result::requireConfirmed).isInstanceOf(NotAppliedException.class);
  }

  /** Returns what was asked, and a member in the place of the flag. */
  private static String withMember(Crm crm, String member) {
    return Answers.asAsked(crm)
        .replaceFirst("\"(success|succeded)\":true,", "")
        .replaceFirst("\\{", "{" + member + ",");
  }

  private static UpdateResult update(Crm crm, String answer) {
    return Accounts.answering(crm, answer).build().update(Accounts.contactId(crm), UPDATE);
  }
}
