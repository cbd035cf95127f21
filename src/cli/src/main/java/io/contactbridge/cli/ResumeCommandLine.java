package io.contactbridge.cli;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The command that resumes a bulk run, ready to type. */
final class ResumeCommandLine {
  private ResumeCommandLine() {}

  static String command(List<String> args, Path file) {
    return Stream.concat(
            Stream.of("contactbridge"),
            // Without --restart, because the run to resume has already started over.
            args.stream().filter(arg -> !arg.equals("--restart") || arg.equals(file.toString())))
        .map(ResumeCommandLine::quoted)
        .collect(joining(" "));
  }

  private static String quoted(String arg) {
    return arg.matches("[\\w@%+=:,./-]+") ? arg : "'" + arg.replace("'", "'\\''") + "'";
  }
}
