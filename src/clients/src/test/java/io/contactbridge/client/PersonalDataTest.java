package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.torture.model.Thing;
import io.contactbridge.client.torture.model.ThingJsonAdapter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of an answer, or printed of a model, never quotes it. */
final class PersonalDataTest {
  private final ThingJsonAdapter things = new ThingJsonAdapter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"5551234\"",
        "\"canary\"",
        "\"2026-13-01T5551234\"",
        "5551234",
        "5551234.5",
        "5551234e99999999999",
        "[\"canary\",5551234]",
        "[[\"canary\"]]",
        "{\"depth\":\"canary\"}",
        "{\"id\":\"canary\",\"colour\":\"canary\",\"tags\":\"canary\"}",
        "canary",
        "'canary'",
        "\"canary",
        "\"canary\" 5551234",
        "\"\\xcanary\"",
      })
  void nothingThatIsToldOrPrintedQuotesTheDocument(String canary) {
    List<String> told = new ArrayList<>();

    for (String property : properties()) {
      Reading<Thing> reading = Reading.of(things, "{\"" + property + "\":" + canary + "}");
      told.add(reading.toString());
      told.add(messageOfMoshi("{\"" + property + "\":" + canary + "}"));
    }
    told.add(Reading.of(things, canary).toString());
    told.add(messageOfMoshi(canary));

    assertThat(told).hasSizeGreaterThan(80).noneMatch(text -> text.matches("(?s).*(canary|555).*"));
  }

  @Test
  void everyPropertyIsTried() {
    assertThat(properties()).contains("id", "name", "nullable_part").hasSizeGreaterThan(35);
  }

  private String messageOfMoshi(String json) {
    try {
      return String.valueOf(things.fromJson(json));
    } catch (Exception e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static List<String> properties() {
    return Arrays.stream(Thing.class.getFields())
        .filter(field -> field.getType().equals(Property.class))
        .map(
            field -> {
              try {
                return ((Property<?>) field.get(null)).name();
              } catch (IllegalAccessException e) {
                throw new AssertionError(e);
              }
            })
        .collect(Collectors.toList());
  }
}
