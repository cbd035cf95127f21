package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command with which a bulk run goes on, as one types it. */
final class GoingOn {
  private GoingOn() {}

  static String command(List<String> args, Path file) {
    return Stream.concat(
            Stream.of("contactbridge"),
            // The run that is to go on has begun anew already.
            args.stream().filter(arg -> !arg.equals("--restart") || arg.equals(file.toString())))
        .map(GoingOn::quoted)
        .collect(joining(" "));
  }

  private static String quoted(String arg) {
    return arg.matches("[\\w@%+=:,./-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
