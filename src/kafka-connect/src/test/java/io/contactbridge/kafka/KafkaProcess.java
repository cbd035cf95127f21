package io.contactbridge.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A process of Kafka with its output in a file. It ends with this JVM at the latest. */
final class KafkaProcess {
  private static final Set<KafkaProcess> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> RUNNING.forEach(child -> child.process.destroyForcibly())));
  }

  private final Process process;
  private final Path log;

  private KafkaProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static KafkaProcess start(
      String classPath, Path folder, String name, List<String> mainAndArguments)
      throws IOException {
    Path log = folder.resolve(name + ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(
        List.of(
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.log.io.contactbridge=info"));
    command.addAll(mainAndArguments);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    KafkaProcess child = new KafkaProcess(process, log);
    RUNNING.add(child);
    return child;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    // SIGKILL always works, so this does not take long.
    process.onExit().join();
    RUNNING.remove(this);
  }

  /** Suspends it, like a paused machine. */
  void suspend() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void wake() throws IOException, InterruptedException {
    signal("-CONT");
  }

  void await(Duration limit) throws IOException, InterruptedException {
    boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    RUNNING.remove(this);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("a child failed: " + log());
    }
  }

  /** Returns the end of its output. */
  String log() throws IOException {
    String text = Files.readString(log);
    return text.substring(Math.max(0, text.length() - 20_000));
  }

  private void signal(String signal) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start();
    if (kill.waitFor() != 0) {
      throw new IOException("kill " + signal + " failed");
    }
  }
}
