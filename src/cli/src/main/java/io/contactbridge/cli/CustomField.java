package io.contactbridge.cli;

import picocli.CommandLine.TypeConversionException;

/**
 * One custom field.
 *
 * @param value a String, or the value of the JSON on the command line
 */
record CustomField(String key, Object value) {
  /** Reads {@code KEY=VALUE}. */
  static CustomField parse(String text) {
    int separator = text.indexOf('=');
    if (separator < 1) {
      throw new TypeConversionException("a custom field must have the form KEY=VALUE");
    }
    return new CustomField(text.substring(0, separator), value(text.substring(separator + 1)));
  }

  private static Object value(String text) {
    if (text.equals("null")) {
      throw new TypeConversionException(
          "a custom field cannot be null; write the word null as KEY='\"null\"'");
    }
    return JsonArgument.parse(text);
  }
}
