package io.contactbridge.cli;

import io.contactbridge.client.JsonValue;

/** Reads a value on the command line: JSON, or text if it is not JSON. */
final class JsonArgument {
  private JsonArgument() {}

  /** Returns the JSON value in {@code text}, or the text itself if it is null or not JSON. */
  static Object parse(String text) {
    try {
      Object value = JsonValue.parse(text);
      // Moshi also accepts TRUE as JSON.
      if (value == null || (value instanceof Boolean && !value.toString().equals(text))) {
        return text;
      }
      return value;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
