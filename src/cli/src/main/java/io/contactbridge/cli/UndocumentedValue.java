package io.contactbridge.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.TypeConversionException;

/**
 * An undocumented value, and its place in the request.
 *
 * @param value a String, or the value of the JSON on the command line
 */
record UndocumentedValue(String path, @Nullable Object value) {
  /** Reads {@code PATH=VALUE}. */
  static UndocumentedValue parse(String text) {
    int separator = text.indexOf('=');
    if (separator < 1) {
      throw new TypeConversionException(
          "an undocumented value must have the form PATH=VALUE, such as '$.title=CTO'");
    }
    String value = text.substring(separator + 1);
    return new UndocumentedValue(
        text.substring(0, separator), value.equals("null") ? null : JsonArgument.parse(value));
  }
}
