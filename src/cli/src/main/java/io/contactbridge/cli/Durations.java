package io.contactbridge.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads durations such as 30s. */
final class Durations {
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

  private Durations() {}

  static Duration parse(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new TypeConversionException("a time must have the form 30s, 500ms or 2m");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "s" -> Duration.ofSeconds(number);
      default -> Duration.ofMinutes(number);
    };
  }
}
