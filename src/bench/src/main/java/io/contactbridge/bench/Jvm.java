package io.contactbridge.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another JVM, which is spoken with in lines. */
final class Jvm implements AutoCloseable {
  static final @Nullable String ANY_CORE = null;

  /** Server and clients are kept apart where there is a tool for it, as on most Linux systems. */
  static final @Nullable String SERVER_CORE;

  static final @Nullable String CLIENT_CORES;

  static {
    int cores = Runtime.getRuntime().availableProcessors();
    boolean apart =
        cores > 1
            && Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
    SERVER_CORE = apart ? String.valueOf(cores - 1) : null;
    CLIENT_CORES = apart ? (cores == 2 ? "0" : "0-" + (cores - 2)) : null;
  }

  private final Process process;
  private final BufferedReader output;
  private final Writer input;

  private Jvm(Process process) {
    this.process = process;
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
  }

  /** Starts the {@code main} of a class on cores in the notation of {@code taskset -c}. */
  static Jvm start(@Nullable String cores, Class<?> main, String... arguments) throws IOException {
    return start(cores, List.of(), main, arguments);
  }

  /** The same with options of the JVM, such as its heap. */
  static Jvm start(@Nullable String cores, List<String> options, Class<?> main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (cores != null) {
      command.addAll(List.of("taskset", "-c", cores));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new Jvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  String readLine() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("a JVM ended: " + process.info().commandLine().orElse("(unknown)"));
    }
    return line;
  }

  void expect(String expected) throws IOException {
    String line = readLine();
    if (!line.equals(expected)) {
      throw new IOException("expected \"" + expected + "\", read \"" + line + "\"");
    }
  }

  String ask(String question) throws IOException {
    input.write(question + "\n");
    input.flush();
    return readLine();
  }

  /** Returns the CPU time of the process so far, in steps of the system's clock of some 10 ms. */
  double cpuMillis() {
    return process.info().totalCpuDuration().map(time -> time.toNanos() / 1e6).orElse(Double.NaN);
  }

  /** Ends it as {@code kill -9} does, and returns the lines that it had still written. */
  List<String> kill() throws IOException {
    // By its handle: the process itself would close its output, before that is read.
    process.toHandle().destroyForcibly();
    return output.lines().toList();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
