package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Converter;
import retrofit2.Retrofit;

/** Reading straight from the bytes gives what reading tolerantly gives, to the last observation. */
final class ExactReadingTest {
  private static final KindJsonAdapter<Thing> THINGS = new ThingJsonAdapter();

  @Property(tries = 1000)
  void anyDocumentIsReadAlikeInBothWays(@ForAll("documents") String json) {
    assertSame(THINGS, json);
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.BrokenJsonTest#answers")
  void everyPartOfAnAnswerIsReadAlikeInBothWays(KindJsonAdapter<?> adapter, String answer) {
    for (int end = 0; end <= answer.length(); end++) {
      assertSame(adapter, answer.substring(0, end));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 254, 255, 256, 300})
  void deepDocumentsAreReadAlikeInBothWays(int depth) {
    assertSame(THINGS, "{\"id\":1,\"parent\":".repeat(depth) + "{}" + "}".repeat(depth));
    assertSame(THINGS, "{\"anything\":" + "[".repeat(depth) + "]".repeat(depth) + "}");
  }

  @Property(tries = 1000)
  void converterReadsAsMoshiDoes(@ForAll("documents") String json) throws IOException {
    assertThat(outcome(converted(json))).isEqualTo(outcome(byMoshi(json)));
  }

  @ParameterizedTest
  @MethodSource("io.contactbridge.client.BrokenJsonTest#answers")
  void answerAsSpecifiedNeedsNoSecondLook(KindJsonAdapter<?> adapter, String answer) {
    assertThat(exact(adapter, answer)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"new\":{\"a\":[1]}}",
        "{\"id\":1,\"parent\":{\"new\":null}}",
        "{\"id\":\"1\",\"class\":null,\"nested\":[]}",
        "{}"
      })
  void commonOdditiesNeedNoSecondLook(String json) {
    assertThat(exact(THINGS, json)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"id\":2}",
        "{\"new\":1,\"new\":2}",
        "{\"tags\":[1]}",
        "{\"colour\":\"mauve\"}",
        "{\"id\":1}x",
        "{\"id\":1",
        "[]"
      })
  void whatTakesASecondLookTellsNothingInTheFirst(String json) {
    List<Observation> observations = new ArrayList<>();

    assertThat(THINGS.readExact(reader(json), observations::add)).isNull();
    assertThat(observations).isEmpty();
  }

  @Property(generation = GenerationMode.EXHAUSTIVE)
  void dateTimeIsWhatJavaTimeTakesItFor(@ForAll("dateTimes") String text) {
    assertThat(moment(() -> Rfc3339.parse(text)))
        .isEqualTo(moment(() -> OffsetDateTime.parse(text)));
  }

  @Test
  void buffersAreReadToTheirEnd() {
    Buffer document = new Buffer().writeUtf8("{\"id\":1}  ");

    assertThat(THINGS.read(document, ignored -> {})).hasToString("Thing[id]");
    assertThat(document.exhausted()).isTrue();
  }

  @Property(tries = 1000)
  void plainValuesAreThoseOfWhatIsWritten(@ForAll("documents") String json) {
    Thing thing = THINGS.read(ByteString.encodeUtf8(json), ignored -> {});

    if (thing != null) {
      assertThat(thing.toJson())
          .isEqualTo(Reading.of(new AnyJsonAdapter(), THINGS.toJson(thing)).value());
    }
  }

  @Provide
  Arbitrary<String> documents() {
    return OddJson.documents();
  }

  @Provide
  Arbitrary<String> dateTimes() {
    Arbitrary<String> days =
        Arbitraries.of("2026-02-01", "2024-02-29", "2026-02-29", "0000-01-01", "2026-13-01", "x");
    Arbitrary<String> times =
        Arbitraries.of(
            "20:48:15", "00:00:00", "23:59:60", "24:00:00", "20:48", "2:48:15", "20-48:1");
    Arbitrary<String> marks = Arbitraries.of("T", "T", "t", " ", "");
    Arbitrary<String> fractions =
        Arbitraries.of("", ".1", ".000", ".123456789", ".1234567890", ".", ".12x", ",5");
    Arbitrary<String> offsets =
        Arbitraries.of(
            "Z",
            "z",
            "+00:00",
            "-00:00",
            "-05:00",
            "+18:00",
            "+18:01",
            "-19:00",
            "+05:60",
            "Z12:00",
            "+0500",
            "+05",
            "5:00Z",
            "",
            "+05:00:01");
    return Combinators.combine(days, marks, times, fractions, offsets)
        .as((day, mark, time, fraction, offset) -> day + mark + time + fraction + offset);
  }

  private static void assertSame(KindJsonAdapter<?> adapter, String json) {
    List<Observation> observations = new ArrayList<>();
    Object value = adapter.read(ByteString.encodeUtf8(json), observations::add);
    List<Observation> tolerant = new ArrayList<>();
    Object expected = adapter.readTolerantly(ByteString.encodeUtf8(json), tolerant::add);

    assertThat(observations).as(json).isEqualTo(tolerant);
    assertThat(value).as(json).isEqualTo(expected);
    // Equality does not go by the order of what no property holds.
    assertThat(String.valueOf(value)).as(json).isEqualTo(String.valueOf(expected));
  }

  private static @Nullable Object exact(KindJsonAdapter<?> adapter, String json) {
    return adapter.readExact(reader(json), ignored -> {});
  }

  private static JsonReader reader(String json) {
    return JsonReader.of(new Buffer().writeUtf8(json));
  }

  private static Reader converted(String json) {
    return listener -> {
      Converter<ResponseBody, ?> converter =
          JsonConverterFactory.create(listener::add)
              .responseBodyConverter(
                  Thing.class,
                  new Annotation[0],
                  new Retrofit.Builder().baseUrl("http://localhost/").build());
      return converter.convert(ResponseBody.create(json, null));
    };
  }

  private static Reader byMoshi(String json) {
    return listener -> {
      JsonReader reader = reader(json);
      reader.setTag(
          KindJsonAdapter.Observations.class, new KindJsonAdapter.Observations(listener::add));
      return THINGS.nullSafe().fromJson(reader);
    };
  }

  private interface Reader {
    @Nullable Object read(List<Observation> listener) throws IOException;
  }

  /** Returns what was read and told, or what was thrown. */
  private static String outcome(Reader reader) throws IOException {
    List<Observation> observations = new ArrayList<>();
    try {
      Object value = reader.read(observations);
      return (value instanceof Thing thing ? THINGS.toJson(thing) : "null") + observations;
    } catch (IOException | JsonDataException e) {
      return e + " " + observations;
    }
  }

  private static String moment(Supplier<OffsetDateTime> parser) {
    try {
      return parser.get().toString();
    } catch (DateTimeException e) {
      return "none";
    }
  }
}
