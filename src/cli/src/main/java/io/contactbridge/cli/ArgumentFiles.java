package io.contactbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arguments that stand in a file, one per line, so that personal data need not be among those of
 * the process, which others on the machine can list.
 */
final class ArgumentFiles {
  private ArgumentFiles() {}

  /**
   * Returns the arguments with the lines of each {@code @FILE} in its place. An option's value that
   * begins so is a value: {@code --tag @home}.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  static String[] expand(String... args) {
    List<String> expanded = new ArrayList<>();
    for (int i = 0; i < args.length; i++) {
      boolean isValue = i > 0 && args[i - 1].startsWith("-") && !args[i - 1].contains("=");
      if (args[i].startsWith("@") && args[i].length() > 1 && !isValue) {
        expanded.addAll(lines(args[i].substring(1)));
      } else {
        expanded.add(args[i]);
      }
    }
    return expanded.toArray(String[]::new);
  }

  private static List<String> lines(String file) {
    try {
      return Files.readString(Path.of(file)).lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the arguments in %s cannot be read".formatted(file), e);
    }
  }
}
