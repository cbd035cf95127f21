package io.contactbridge.contract;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The exit code and the output of a program that ran in its own process. */
record ProgramRun(int exitCode, List<String> lines) {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Runs the main class of a class path. */
  static ProgramRun run(List<String> classPath, String mainClass, String... arguments) {
    return run(JAVA, classPath, mainClass, arguments);
  }

  static ProgramRun run(Path java, List<String> classPath, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(String.join(File.pathSeparator, classPath));
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return run(command);
  }

  static ProgramRun run(List<String> command) {
    return run(command, Map.of(), "");
  }

  /** Runs a command with additional environment variables and with input. */
  static ProgramRun run(List<String> command, Map<String, String> environment, String input) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    // If an IDE or a CI sets this variable, Java prints a line about it.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    try {
      Process process = builder.start();
      try (Writer writer = process.outputWriter()) {
        writer.write(input);
      }
      List<String> lines = process.inputReader().lines().toList();
      return new ProgramRun(process.waitFor(), lines);
    } catch (IOException e) {
      throw new AssertionError(command + " cannot run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns the jars of a folder, sorted by name. */
  static List<String> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new AssertionError("there is no folder " + folder, e);
    }
  }
}
