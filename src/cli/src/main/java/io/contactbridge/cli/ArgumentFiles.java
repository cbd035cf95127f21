package io.contactbridge.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Reads arguments from a file, one per line. Other users of the machine can list the arguments of a
 * process, so personal data should not be among them.
 */
final class ArgumentFiles {
  private ArgumentFiles() {}

  /**
   * Returns the arguments with each {@code @FILE} replaced by the lines of the file. The value of
   * an option may begin with {@code @}: {@code --tag @home}.
   *
   * @throws UncheckedIOException if a file cannot be read
   */
  static String[] expand(CommandLine program, String... args) {
    List<String> expanded = new ArrayList<>();
    CommandLine command = program;
    boolean isValue = false;
    for (String arg : args) {
      if (arg.startsWith("@") && arg.length() > 1 && !isValue) {
        expanded.addAll(lines(arg.substring(1)));
      } else {
        expanded.add(arg);
      }
      isValue = needsValue(command, arg);
      command = command.getSubcommands().getOrDefault(arg, command);
    }
    return expanded.toArray(String[]::new);
  }

  /** Returns whether the next argument is a value; after a misspelt option it may be one too. */
  private static boolean needsValue(CommandLine command, String arg) {
    OptionSpec option = command.getCommandSpec().findOption(arg);
    return option == null ? arg.startsWith("-") && !arg.contains("=") : option.arity().min() > 0;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readString(Path.of(file)).lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the arguments in %s cannot be read".formatted(file), e);
    }
  }
}
