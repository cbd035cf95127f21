package io.contactbridge.drift.internal.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTypesTest {
  @ParameterizedTest
  @CsvSource({
    "null,null",
    "true,boolean",
    "5,integer",
    "5.0,integer",
    "1e2,integer",
    "92233720368547758070,integer",
    "0.5,number",
    "\"5\",string",
    "[],array",
    "{},object"
  })
  void aNumberWithoutAFractionIsAnInteger(String json, String type) {
    assertThat(JsonTypes.ofValue(JsonValue.parse(json))).isEqualTo(type);
  }
}
