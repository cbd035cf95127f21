package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that ends too soon, or in something else, is read as far as it goes. */
final class BrokenJsonTest {
  private final ThingJsonAdapter things = new ThingJsonAdapter();

  @ParameterizedTest
  @MethodSource("answers")
  void documentedAnswerIsReadWholeAndInSilence(KindJsonAdapter<?> adapter, String answer) {
    Reading<?> reading = Reading.of(adapter, answer);

    assertThat(reading.observations()).isEmpty();
    assertThat(json(reading))
        // Written without milliseconds where there are none.
        .isEqualTo(Reading.of(new AnyJsonAdapter(), answer.replace(".000", "")).some());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerMayEndAnywhere(KindJsonAdapter<?> adapter, String answer) {
    Object whole = json(Reading.of(adapter, answer));
    String text = answer.strip();

    for (int end = 0; end < text.length(); end++) {
      Reading<?> reading = Reading.of(adapter, text.substring(0, end));

      assertThat(isPart(json(reading), whole)).as("what is read up to %s", end).isTrue();
      assertThat(reading.observations())
          .as("what is told up to %s", end)
          .extracting(Observation::expected)
          .contains("the rest of the JSON");
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answerWithoutItsLastBracesIsReadWhole(KindJsonAdapter<?> adapter, String answer) {
    Reading<?> reading = Reading.of(adapter, answer.replaceFirst("[}\\s]+$", ""));

    assertThat(json(reading)).isEqualTo(json(Reading.of(adapter, answer)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"id\":1,\"name\":\"Ada\"            | {\"id\":1,\"name\":\"Ada\"}            | $.name",
        "{\"id\":1,\"name\":\"Ad               | {\"id\":1}                             | $.name",
        "{\"id\":1,\"count\":12                | {\"id\":1}                             | $.count",
        "{\"id\":1,\"tags\":[\"a\",\"b         | {\"id\":1,\"tags\":[\"a\"]}            | $.tags[1]",
        "{\"id\":1,\"nested\":{\"depth\":1,    | {\"id\":1,\"nested\":{}}              | $.nested.depth",
        "{\"id\":1,\"nested\":{               | {\"id\":1,\"nested\":{}}              | $.nested",
        "{\"id\":1,\"name\":NaN,\"count\":1}   | {\"id\":1}                             | $.name",
        "{\"id\":1,\"count\":-Infinity}        | {\"id\":1}                             | $.count",
        "{\"id\":1,\"name\":'Ada'}             | {\"id\":1}                             | $.name",
        "{\"id\":1,\"name\":\"Ada\",}          | {\"id\":1,\"name\":\"Ada\"}            | $.name",
        "{\"id\":1,\"name\":\"Ada\"]           | {\"id\":1,\"name\":\"Ada\"}            | $.name",
        "{\"id\":1} trailing                   | {\"id\":1}                             | $",
        "{\"id\":1}{\"id\":2}                  | {\"id\":1}                             | $",
      })
  void whatWasReadSoFarIsThere(String json, String read, String path) {
    Reading<Thing> reading = Reading.of(things, json);

    assertThat(things.toJson(reading.some())).isEqualTo(read);
    assertThat(reading.observations())
        .containsExactly(new Observation(path, "the rest of the JSON", "no JSON"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"``", "` \n`", "<html>", "{", "}", "nul"})
  void documentWithoutContentsNeverThrows(String json) {
    Reading<Thing> reading = Reading.of(things, json);

    if (reading.value() != null) {
      assertThat(reading.value().extra()).isEmpty();
    }
    assertThat(reading.observations())
        .contains(new Observation("$", "the rest of the JSON", "no JSON"));
  }

  @Test
  void deepNestingNeverThrows() {
    Reading<Thing> arrays =
        Reading.of(things, "{\"id\":1,\"name\":\"Ada\",\"anything\":" + "[".repeat(100_000));
    Reading<Thing> objects =
        Reading.of(things, "{\"id\":1,\"name\":\"Ada\"" + ",\"parent\":{\"id\":1".repeat(100_000));

    assertThat(arrays.some().name()).isEqualTo("Ada");
    assertThat(arrays.observations())
        .containsExactly(
            new Observation("$.anything" + "[0]".repeat(254), "the rest of the JSON", "no JSON"));
    assertThat(objects.some().name()).isEqualTo("Ada");
    assertThat(objects.observations())
        .containsExactly(
            new Observation("$" + ".parent".repeat(255), "the rest of the JSON", "no JSON"),
            new Observation("$" + ".parent".repeat(255) + ".id", "a value", "nothing"));
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer(
            "acquire",
            new io.contactbridge.client.acquire.model.UpdateContactResponseJsonAdapter()),
        answer(
            "highlevel",
            new io.contactbridge.client.highlevel.model.UpdateContactResponseJsonAdapter()),
        answer("linq", new io.contactbridge.client.linq.model.UpdateContactResponseJsonAdapter()),
        answer("raze", new io.contactbridge.client.raze.model.UpdateContactResponseJsonAdapter()));
  }

  private static Arguments answer(String crm, KindJsonAdapter<?> adapter) {
    return Arguments.of(adapter, DocumentedAnswers.of(crm));
  }

  private static @Nullable Object json(Reading<?> reading) {
    return reading.value() instanceof Model model ? model.toJson() : null;
  }

  /** Returns whether {@code part} is {@code whole} with some of its last contents missing. */
  private static boolean isPart(@Nullable Object part, @Nullable Object whole) {
    if (part instanceof Map<?, ?> partial && whole instanceof Map<?, ?> object) {
      return partial.keySet().stream()
          .allMatch(
              name -> object.containsKey(name) && isPart(partial.get(name), object.get(name)));
    }
    if (part instanceof List<?> partial && whole instanceof List<?> array) {
      return Arrays.equals(partial.toArray(), array.subList(0, partial.size()).toArray());
    }
    return part == null || Objects.equals(part, whole);
  }
}
