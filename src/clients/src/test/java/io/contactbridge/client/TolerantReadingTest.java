package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.acquire.model.UpdateContactResponseJsonAdapter;
import io.contactbridge.client.raze.model.Contact;
import io.contactbridge.client.raze.model.ContactJsonAdapter;
import io.contactbridge.client.torture.model.Colour;
import io.contactbridge.client.torture.model.PartJsonAdapter;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever comes, the rest is read and each oddity is told. */
final class TolerantReadingTest {
  private final ThingJsonAdapter things = new ThingJsonAdapter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "class   | [\"x\"]               | $.class       | a string    | an array",
        "class   | {\"x\":1}             | $.class       | a string    | an object",
        "count   | true                  | $.count       | an integer  | a boolean",
        "count   | \"many\"              | $.count       | an integer  | a string",
        "count   | \"\"                  | $.count       | an integer  | an empty string",
        "count   | 1.5                   | $.count       | an integer  | a number",
        "count   | 9223372036854775808   | $.count       | an integer  | an integer",
        "count   | 1e999999999           | $.count       | an integer  | a number",
        "ratio   | \"half\"              | $.ratio       | a number    | a string",
        "ratio   | false                 | $.ratio       | a number    | a boolean",
        "notify  | \"true\"              | $.notify      | a boolean   | a string",
        "notify  | 1                     | $.notify      | a boolean   | an integer",
        "born    | \"1 May\"             | $.born        | a date      | a string in another form",
        "born    | 20260501              | $.born        | a date      | an integer",
        "seen_at | \"2026-02-01 20:48\"  | $.seen_at     | a date-time | a string in another form",
        "seen_at | 1770000000            | $.seen_at     | a date-time | an integer",
        "colour  | 1                     | $.colour      | a string    | an integer",
        "tags    | \"a\"                 | $.tags        | an array    | a string",
        "tags    | {}                    | $.tags        | an array    | an object",
        "tags    | [\"a\",{\"id\":1}]    | $.tags[1]     | a string    | an object",
        "tags    | [null]                | $.tags[0]     | a value     | null",
        "matrix  | [[1],[1,\"x\"]]       | $.matrix[1][1]| an integer  | a string",
        "nested  | [1]                   | $.nested      | an object   | an array",
        "nested  | \"none\"              | $.nested      | an object   | a string",
        "parts   | [{},7]                | $.parts[1]    | an object   | an integer",
        "counts  | {\"a\":1,\"b\":true}  | $.counts.b    | an integer  | a boolean",
      })
  void valueOfAnotherKindIsKeptAsItCame(
      String name, String json, String path, String expected, String found) {
    Reading<Thing> reading =
        Reading.of(things, "{\"id\":1,\"" + name + "\":" + json + ",\"name\":\"Ada\"}");

    assertThat(reading.observations()).containsExactly(new Observation(path, expected, found));
    assertThat(reading.some().name()).isEqualTo("Ada");
    assertThat(reading.some().extra())
        .isEqualTo(Map.of(name, Reading.of(new AnyJsonAdapter(), json).some()));
    assertThat(reading.some()).hasToString("Thing[id, name, " + name + "]");
  }

  @Test
  void numbersAndTheirTextsStandInForEachOther() {
    Reading<Thing> reading =
        Reading.of(
            things,
            "{\"id\":\"12\",\"name\":9460731950,\"class\":true,\"ratio\":\"1.50\",\"count\":3.0}");

    assertThat(reading.some())
        .isEqualTo(
            Thing.builder()
                .id(12L)
                .name("9460731950")
                .propertyClass("true")
                .ratio(new BigDecimal("1.50"))
                .count(3L)
                .build());
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.id", "an integer", "a string"),
            new Observation("$.name", "a string", "an integer"),
            new Observation("$.class", "a string", "a boolean"),
            new Observation("$.ratio", "a number", "a string"),
            new Observation("$.count", "an integer", "a number"));
  }

  @Test
  void wholeNumberIsANumber() {
    Reading<Thing> reading = Reading.of(things, "{\"id\":1,\"ratio\":2}");

    assertThat(reading.some().ratio()).isEqualTo(new BigDecimal("2"));
    assertThat(reading.observations()).isEmpty();
  }

  @Test
  void numberBeyondSensibleSizeIsKeptAsText() {
    String digits = "9".repeat(2_000_000);

    Reading<Thing> reading =
        Reading.of(
            things,
            "{\"id\":1,\"count\":" + digits + ",\"ratio\":\"" + digits + "\",\"x\":1e99999999999}");

    assertThat(reading.some().extra())
        .isEqualTo(Map.of("count", digits, "ratio", digits, "x", "1e99999999999"));
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.count", "a number of sensible size", "a number beyond it"),
            new Observation("$.x", "a number of sensible size", "a number beyond it"),
            new Observation("$.count", "an integer", "a string"),
            new Observation("$.ratio", "a number", "a string"),
            new Observation("$.x", "no such property", "a string"));
  }

  @Test
  void tagsOfRazeMayBeObjects() {
    Reading<Contact> reading =
        Reading.of(
            new ContactJsonAdapter(),
            "{\"id\":\"1\",\"tags\":[{\"id\":7,\"name\":\"vip\"}],"
                + "\"created_at\":\"2026-02-01 20:48:15.123\",\"email\":\"ada@example.com\"}");

    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.tags[0]", "a string", "an object"),
            new Observation("$.created_at", "a date-time", "a string in another form"));
    assertThat(reading.some().email()).isEqualTo("ada@example.com");
    assertThat(reading.some().extra())
        .isEqualTo(
            Map.of(
                "tags",
                List.of(Map.of("id", 7L, "name", "vip")),
                "created_at",
                "2026-02-01 20:48:15.123"));
  }

  @Test
  void emptyArrayIsAnEmptyObject() {
    Reading<Thing> reading =
        Reading.of(things, "{\"id\":1,\"nested\":[],\"counts\":[],\"free_form\":[]}");

    assertThat(things.toJson(reading.some()))
        .isEqualTo("{\"id\":1,\"nested\":{},\"counts\":{},\"free_form\":{}}");
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.nested", "an object", "an empty array"),
            new Observation("$.counts", "an object", "an empty array"),
            new Observation("$.free_form", "an object", "an empty array"));
    assertThat(Reading.of(new UpdateContactResponseJsonAdapter(), "[]"))
        .hasToString(
            "Reading[value=UpdateContactResponse[], observations=[$: expected an object,"
                + " found an empty array]]");
  }

  @Test
  void unknownPropertyIsKept() {
    Reading<Thing> reading = Reading.of(things, "{\"id\":1,\"new\":{\"a\":[1]},\"none\":null}");

    assertThat(reading.some().extra().get("new")).isEqualTo(Map.of("a", List.of(1L)));
    assertThat(things.toJson(reading.some()))
        .isEqualTo("{\"id\":1,\"new\":{\"a\":[1]},\"none\":null}");
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.new", "no such property", "an object"),
            new Observation("$.none", "no such property", "null"));
  }

  @Test
  void openObjectHasNoUnknownProperties() {
    assertThat(Reading.of(new PartJsonAdapter(), "{\"weight\":1,\"new\":1}").observations())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "a b,     $['a b']",
    "get-all, $['get-all']",
    "[0],     $['[0]']",
    "it's,    $['it\\'s']",
    "a\\\\b,  $['a\\\\b']",
    "a\\nb,   $['a?b']",
    "'',      $['']",
    "é,       $['é']",
  })
  void oddNamesAreQuotedInPaths(String name, String path) {
    assertThat(Reading.of(things, "{\"id\":1,\"" + name + "\":0}").observations())
        .containsExactly(new Observation(path, "no such property", "an integer"));
  }

  @Test
  void unknownEnumValueIsKept() {
    Reading<Thing> reading = Reading.of(things, "{\"id\":1,\"colour\":\"mauve\"}");

    assertThat(reading.some().colour()).isEqualTo(Colour.of("mauve"));
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.colour", "one of GREEN, class, dark-blue, red", "another string"));
  }

  @Test
  void nullWhereTheSpecificationDoesNotHaveItIsKept() {
    Reading<Thing> reading = Reading.of(things, "{\"id\":1,\"class\":null,\"name\":null}");

    assertThat(things.toJson(reading.some())).isEqualTo("{\"id\":1,\"name\":null,\"class\":null}");
    assertThat(reading.observations())
        .containsExactly(new Observation("$.class", "a value", "null"));
  }

  @Test
  void missingRequiredPropertyIsTold() {
    Reading<Thing> reading = Reading.of(things, "{\"name\":\"Ada\",\"parent\":{}}");

    assertThat(things.toJson(reading.some())).isEqualTo("{\"name\":\"Ada\",\"parent\":{}}");
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.parent.id", "a value", "nothing"),
            new Observation("$.id", "a value", "nothing"));
  }

  @Test
  void lastOfTwoValuesCounts() {
    Reading<Thing> reading =
        Reading.of(
            things, "{\"id\":1,\"name\":\"Ada\",\"name\":\"Bob\",\"parent\":{\"id\":1,\"id\":2}}");

    assertThat(Arrays.asList(reading.some().name(), String.valueOf(reading.some().parent())))
        .containsExactly("Bob", "Thing[id]");
    assertThat(reading.observations())
        .containsExactly(
            new Observation("$.name", "one value", "a second value, which was taken"),
            new Observation("$.parent.id", "one value", "a second value, which was taken"));
  }

  @Test
  void oddValueCanBeReplacedOrTakenAway() {
    Thing odd = Reading.of(things, "{\"id\":1,\"name\":\"x\",\"tags\":[{}],\"count\":[]}").some();

    Thing mended = odd.toBuilder().tags(List.of("a")).unset(Thing.COUNT).build();

    assertThat(things.toJson(mended)).isEqualTo("{\"id\":1,\"name\":\"x\",\"tags\":[\"a\"]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "null     | a value   | null",
        "7        | an object | an integer",
        "true     | an object | a boolean",
        "\"text\" | an object | a string",
        "[1]      | an object | an array",
      })
  void documentOfAnotherKindIsNothing(String json, String expected, String found) {
    Reading<Thing> reading = Reading.of(things, json);

    assertThat(reading.value()).isNull();
    assertThat(reading.observations()).containsExactly(new Observation("$", expected, found));
  }
}
