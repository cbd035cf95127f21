package io.contactbridge.cli;

import io.contactbridge.client.JsonValue;

/** A value on the command line: JSON, or text where it is not JSON. */
final class JsonArgument {
  private JsonArgument() {}

  /** Returns the value that {@code text} is as JSON, and the text if it is null or not JSON. */
  static Object parse(String text) {
    try {
      Object value = JsonValue.parse(text);
      // Moshi takes TRUE for JSON too.
      if (value == null || (value instanceof Boolean && !value.toString().equals(text))) {
        return text;
      }
      return value;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
