package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.JsonValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON text of an object. */
final class JsonText {
  private JsonText() {}

  @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
  static Map<String, @Nullable Object> readObject(String text) {
    return (Map<String, @Nullable Object>) requireNonNull(JsonValue.parse(text));
  }
}
