package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.RefusalRule.Match;
import java.util.List;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words are those of the validators that vendors use: class-validator, Rails, Ajv, Joi. */
final class RefusalRuleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "should not exist | UNKNOWN | ''",
        "is not allowed | UNKNOWN | ''",
        "must NOT have additional properties | UNKNOWN | ''",
        "is required | REQUIRED | ''",
        "can't be blank | REQUIRED | ''",
        "must not be null | NOT_NULL | ''",
        "has been renamed to job_title | RENAMED | job_title",
        "must be one of the following values: web, sdk | ENUM | web, sdk",
        "must be one of [web, sdk] | ENUM | [web, sdk]",
        "is not included in the list | ENUM | ''",
        "must be shorter than or equal to 5 characters | MOST | 5",
        "is too long (maximum is 5 characters) | MOST | 5",
        "must be longer than or equal to 3 characters | LEAST | 3",
        "must be no longer than 5 characters | MOST | 5",
        "must match /^[A-Z]+$/ regular expression | PATTERN | ^[A-Z]+$",
        "must be an email | FORMAT | email",
        "must be a valid URL | FORMAT | URL",
        "must be a UUID | FORMAT | UUID",
        "must be a string | TYPE | string",
        "must be an integer number | TYPE | integer",
        "is not of type array | TYPE | array",
        "is invalid | INVALID | ''"
      })
  void readsWhatAValidatorSays(String words, RefusalRule rule, String value) {
    assertThat(RefusalRule.match(words)).isEqualTo(new Match(rule, value));
  }

  @Test
  void readsNothingIntoOtherWords() {
    assertThat(RefusalRule.match("Validation failed")).isNull();
  }

  @Test
  void aNameUnderWhichWordsStandIsASubjectAmongFaultsOnly() {
    Exchange refusal =
        refusal(
            "{'error': {'message': 'Validation failed',"
                + " 'details': {'fields': {'title': 'is required'}}}}");

    assertThat(RefusalWords.of(refusal)).containsExactly("Validation failed", "title: is required");
  }

  @Test
  void namesThePlaceThatASentenceIsAbout() {
    Facts spec = SpecReader.read("specs/linq.yaml", Specs.text(Crm.LINQ));

    assertThat(RefusedPlace.of(spec, "contact.email must be a string"))
        .isEqualTo(
            new RefusedPlace(
                List.of(Place.requestBody("$.contact.email")), true, "must be a string"));
    assertThat(RefusedPlace.of(spec, "Missing credentials: send the X-Token header"))
        .extracting(RefusedPlace::places)
        .isEqualTo(List.of(Place.of(Place.Part.REQUEST_HEADER, "x-token")));
    assertThat(RefusedPlace.of(spec, "Something went wrong")).isNull();
  }

  private static Exchange refusal(String body) {
    Headers none = new Headers.Builder().build();
    return new Exchange("PUT", "/contacts/1", none, null, 422, none, body.replace('\'', '"'));
  }
}
