package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonValueTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "\"\"",
        "-1",
        "1.50",
        "123456789012345678901234567890",
        "[1,[],{},null]",
        "{\"a\":{\"b\":[null,true,0.10,9007199254740993]}}",
      })
  void whatIsParsedIsWrittenAgain(String json) {
    assertThat(JsonValue.write(JsonValue.parse(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '#',
      textBlock =
          """
          ##                    | the JSON breaks off at $
          {"a":{"b":1           | the JSON breaks off at $.a.b
          {"a":x}               | the text is not JSON at $.a
          {'a':1}               | the text is not JSON at $
          [1,2] [3]             | there is more after the end of the JSON value
          {"a":[{"b":1,"b":2}]} | there is a second value at $.a[0].b
          """)
  void parseNamesTheFaultAndItsPlace(String text, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.parse(text))
        .withMessageStartingWith(message);
  }

  @Test
  void parseRefusesWhatTakesTooLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.parse("{\"a\":" + "9".repeat(1001) + "}"))
        .withMessage("there is a number that is too long at $.a");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.parse("[".repeat(1000)))
        .withMessageStartingWith("the JSON is nested too deep at $[0][0]");
  }

  @Test
  void messageQuotesNoValueAndNoControlCharacter() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.parse("{\"a\\u001bb\":\"ada@example.com\" ada}"))
        .withMessage("the text is not JSON at $.a?b");
  }

  @Test
  void readKeepsWhatStandsBeforeTheFault() {
    Buffer document = new Buffer().writeUtf8("{\"a\":1,\"b\":[2");

    assertThat(JsonValue.read(document)).isEqualTo(Map.of("a", 1L, "b", List.of()));
    assertThat(document.exhausted()).isTrue();
  }

  @Test
  void nextReadsOneValueAfterTheOther() throws IOException {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8("[null,{\"a\":1.0}]"));
    reader.beginArray();

    assertThat(JsonValue.next(reader)).isNull();
    assertThat(JsonValue.next(reader)).isEqualTo(Map.of("a", new BigDecimal("1.0")));
    assertThat(reader.hasNext()).isFalse();
  }

  @Test
  void writeTakesEveryNumberOfJava() {
    assertThat(JsonValue.write(List.of((byte) 1, 2, 3.5f, 4.5, BigInteger.TEN)))
        .isEqualTo("[1,2,3.5,4.5,10]");
  }

  @Test
  void writeRefusesWhatHasNoForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.write(List.of('a')))
        .withMessage(
            "a JSON value is null, a Boolean, a number, a String, a List or a Map, not a"
                + " java.lang.Character");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonValue.write(Map.of(1, "a")))
        .withMessage("the keys of a JSON object are strings");
  }

  @Test
  void indentedJsonHasALineForEachValue() {
    assertThat(JsonValue.writeIndented(Map.of("a", List.of(1, "b"))))
        .isEqualTo("{\n  \"a\": [\n    1,\n    \"b\"\n  ]\n}");
  }

  @Test
  void getGoesFromNameToName() {
    Object json = Map.of("log", Map.of("entries", List.of(1L)));

    assertThat(JsonValue.get(json, "log", "entries")).isEqualTo(List.of(1L));
    assertThat(JsonValue.get(json, "log", "pages")).isNull();
    assertThat(JsonValue.get(json, "log", "entries", "0")).isNull();
    assertThat(JsonValue.get(Collections.singletonMap("log", null), "log")).isNull();
    assertThat(JsonValue.get(null, "log")).isNull();
  }
}
