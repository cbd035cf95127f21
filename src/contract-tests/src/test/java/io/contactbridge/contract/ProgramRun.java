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

/** A Java program in a JVM of its own, and what it printed. */
record Program(int exitCode, List<String> lines) {
  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** Runs a class of a class path. */
  static Program run(List<String> classPath, String mainClass, String... arguments) {
    return run(JAVA, classPath, mainClass, arguments);
  }

  static Program run(Path java, List<String> classPath, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(String.join(File.pathSeparator, classPath));
    command.add(mainClass);
    command.addAll(List.of(arguments));
    return run(command);
  }

  static Program run(List<String> command) {
    return run(command, Map.of(), "");
  }

  /** Runs a command with more in its environment, and with something to read. */
  static Program run(List<String> command, Map<String, String> environment, String input) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    // An IDE's or a CI's own would have Java print that it is there.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    try {
      Process process = builder.start();
      try (Writer writer = process.outputWriter()) {
        writer.write(input);
      }
      List<String> lines = process.inputReader().lines().toList();
      return new Program(process.waitFor(), lines);
    } catch (IOException e) {
      throw new AssertionError(command + " cannot run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Returns the jars of a folder, in the order of their names. */
  static List<String> jars(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(Path::toString).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new AssertionError("there is no folder " + folder, e);
    }
  }
}
