package io.contactbridge.test;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The answer of a CRM to an update. */
record FakeAnswer(int status, String body) {
  /**
   * Answers by CRM and refusal. A contract test checks that they equal the specifications'
   * examples.
   */
  private static final Map<String, Object> REFUSALS = JsonPath.object(JsonValue.parse(text()));

  /**
   * Returns the answer that the CRM documents for a refusal.
   *
   * @throws IllegalArgumentException if the CRM documents no such answer
   */
  static FakeAnswer of(Crm crm, Refusal refusal) {
    Object documented =
        JsonPath.object(REFUSALS.get(crm.name().toLowerCase(Locale.ROOT))).get(refusal.name());
    if (documented == null) {
      throw new IllegalArgumentException(crm + " documents no answer for " + refusal);
    }
    Map<String, Object> answer = JsonPath.object(documented);
    int status = ((Number) requireNonNull(answer.get("status"))).intValue();
    return new FakeAnswer(status, JsonValue.write(requireNonNull(answer.get("body"))));
  }

  private static String text() {
    try (InputStream file = requireNonNull(FakeAnswer.class.getResourceAsStream("refusals.json"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
