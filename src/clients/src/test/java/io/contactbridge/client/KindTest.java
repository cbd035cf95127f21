package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.torture.model.Colour;
import io.contactbridge.client.torture.model.Part;
import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingInlinePartsInner;
import io.contactbridge.client.torture.model.ThingInlineSize;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import io.contactbridge.client.torture.model.ThingNested;
import io.contactbridge.client.torture.model.ThingNestedDeeper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class KindTest {
  private final ThingJsonAdapter things = new ThingJsonAdapter();

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindIsWrittenAndRead(String member, Thing.Builder builder) {
    Thing thing = builder.id(1L).name("x").build();
    String json = "{\"id\":1,\"name\":\"x\"," + member + "}";

    assertThat(things.toJson(thing)).isEqualTo(json);
    assertThat(Reading.of(things, json)).isEqualTo(new Reading<>(thing, List.of()));
  }

  static Stream<Arguments> kinds() {
    Part part = Part.builder().weight(new BigDecimal("1.50")).put("a b", "c").build();
    return Stream.of(
        Arguments.of("\"hash_code\":-1", Thing.builder().hashCodeValue(-1L)),
        Arguments.of("\"notify\":false", Thing.builder().notifyValue(false)),
        Arguments.of("\"2nd name\":\"\"", Thing.builder()._2ndName("")),
        Arguments.of("\"$price\":9.90", Thing.builder().price(new BigDecimal("9.90"))),
        Arguments.of("\"born\":\"2026-02-01\"", Thing.builder().born(LocalDate.of(2026, 2, 1))),
        Arguments.of("\"seen_at\":null", Thing.builder().seenAt(null)),
        Arguments.of("\"colour\":\"dark-blue\"", Thing.builder().colour(Colour.DARK_BLUE)),
        Arguments.of("\"inline_size\":\"\"", Thing.builder().inlineSize(ThingInlineSize.EMPTY)),
        Arguments.of("\"tags\":[]", Thing.builder().tags(List.of())),
        Arguments.of(
            "\"matrix\":[[1,2],[]]", Thing.builder().matrix(List.of(List.of(1L, 2L), List.of()))),
        Arguments.of(
            "\"parts\":[{\"weight\":1.50,\"a b\":\"c\"},{}]",
            Thing.builder().parts(List.of(part, Part.builder().build()))),
        Arguments.of(
            "\"inline_parts\":[{\"weight\":1}]",
            Thing.builder()
                .inlineParts(
                    List.of(ThingInlinePartsInner.builder().weight(BigDecimal.ONE).build()))),
        Arguments.of(
            "\"colours\":[\"red\",\"class\"]",
            Thing.builder().colours(List.of(Colour.RED, Colour.of("class")))),
        Arguments.of(
            "\"nested\":{\"deeper\":{\"depth\":2}}",
            Thing.builder()
                .nested(
                    ThingNested.builder()
                        .deeper(ThingNestedDeeper.builder().depth(2L).build())
                        .build())),
        Arguments.of("\"counts\":{\"a\":1}", Thing.builder().counts(Map.of("a", 1L))),
        Arguments.of(
            "\"parts_by_name\":{\"p\":{}}",
            Thing.builder().partsByName(Map.of("p", Part.builder().build()))),
        Arguments.of("\"anything\":[1,null]", Thing.builder().anything(Arrays.asList(1, null))),
        Arguments.of(
            "\"free_form\":{\"a\":null}",
            Thing.builder().freeForm(Collections.singletonMap("a", null))),
        Arguments.of("\"things\":[1,{}]", Thing.builder().things(List.of(1L, Map.of()))),
        Arguments.of("\"nullable_part\":null", Thing.builder().nullablePart(null)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-01T20:48:00Z,             2026-02-01T20:48:00Z",
    "2026-02-01T20:48:15.123-05:00,    2026-02-01T20:48:15.123-05:00",
    "2026-02-01T20:48:15.123456789Z,   2026-02-01T20:48:15.123456789Z",
    "2026-02-01t20:48:15.100z,         2026-02-01T20:48:15.1Z",
    "2026-02-01T20:48:15.000+00:00,    2026-02-01T20:48:15Z",
  })
  void dateTimesAreThoseOfRfc3339(String read, String written) {
    Reading<Thing> reading = Reading.of(things, "{\"id\":1,\"seen_at\":\"" + read + "\"}");

    assertThat(reading.observations()).isEmpty();
    assertThat(reading.some().seenAt()).isEqualTo(OffsetDateTime.parse(written));
    assertThat(things.toJson(reading.some()))
        .isEqualTo("{\"id\":1,\"seen_at\":\"" + written + "\"}");
  }

  @Test
  void emptySchemaIsAnObject() {
    assertThat(Thing.builder().id(1L).name("x").nested(ThingNested.builder().build()).build())
        .extracting(things::toJson)
        .isEqualTo("{\"id\":1,\"name\":\"x\",\"nested\":{}}");
  }
}
