package io.contactbridge.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** The number of retries. */
record RetriesOption(int number) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  static RetriesOption parse(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw new TypeConversionException("the number of retries must be from 0 to 999");
    }
    return new RetriesOption(Integer.parseInt(text));
  }
}
