package io.contactbridge.drift.internal.live;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.PlainText;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * Prism's proxy on loopback, a process of its own. It ends with its standard input, and so with
 * this JVM, however that ends.
 */
final class PrismProxy implements AutoCloseable {
  private static final int SECONDS_TO_END = 5;

  private final Process process;
  private final HttpUrl url;

  private PrismProxy(Process process, HttpUrl url) {
    this.process = process;
    this.url = url;
  }

  /**
   * Starts it with the Prism of a checkout, which is installed first if need be.
   *
   * @param spec the text of the specification that it validates by
   * @param upstream where it forwards to
   * @throws CannotCheckException if that is not possible
   */
  static PrismProxy start(Path project, String spec, String upstream) {
    Path mock = project.toAbsolutePath().resolve("mock");
    if (!Files.exists(mock.resolve("serve.js"))) {
      throw new CannotCheckException(
          "Prism is started by mock/serve.js, which is not here; the command must be run in the"
              + " root folder of a checkout of ContactBridge");
    }
    try {
      install(mock);
      return serve(mock, spec, upstream);
    } catch (IOException e) {
      throw new CannotCheckException("Prism could not be started: bash or node cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotCheckException("the start of Prism was interrupted", e);
    }
  }

  HttpUrl url() {
    return url;
  }

  private static void install(Path mock) throws IOException, InterruptedException {
    Process install =
        process("bash", mock.resolve("npm-install").toString()).redirectErrorStream(true).start();
    install.getOutputStream().close();
    try (BufferedReader lines = install.inputReader()) {
      String last = lines.lines().reduce("", (before, line) -> line);
      if (install.waitFor() != 0) {
        throw new CannotCheckException("Prism could not be installed: " + words(last));
      }
    } finally {
      install.destroy();
    }
  }

  private static PrismProxy serve(Path mock, String spec, String upstream)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("contactbridge");
    Path file = folder.resolve("spec.yaml");
    Path log = folder.resolve("log");
    // In this order also where the JVM is stopped meanwhile: what is registered last goes first.
    Stream.of(folder, file, log).forEach(each -> each.toFile().deleteOnExit());
    try {
      Files.writeString(file, spec);
      Process process =
          process(
                  "node",
                  mock.resolve("serve.js").toString(),
                  "--exit-with-stdin",
                  "--proxy",
                  file.toString(),
                  upstream)
              .directory(folder.toFile())
              .redirectError(log.toFile())
              .start();
      List<String> lines =
          process.inputReader().lines().takeWhile(l -> !l.equals("ready")).toList();
      if (lines.size() == 1 && process.isAlive()) {
        return new PrismProxy(process, HttpUrl.get(lines.get(0).replace("proxy ", "")));
      }
      process.destroy();
      process.waitFor();
      throw new CannotCheckException(
          "Prism did not start: "
              + words(Files.readAllLines(log).stream().findFirst().orElse("it said nothing")));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(log);
      Files.deleteIfExists(folder);
    }
  }

  /** The credentials of accounts are none of Node's business, and less of an installation's. */
  private static ProcessBuilder process(String... command) {
    ProcessBuilder process = new ProcessBuilder(command).redirectError(Redirect.DISCARD);
    process
        .environment()
        .keySet()
        .removeIf(
            name -> Arrays.stream(Crm.values()).anyMatch(crm -> name.startsWith(crm.name() + "_")));
    return process;
  }

  /** Takes off which script says it. */
  private static String words(String line) {
    return PlainText.line(line.replaceFirst("^mock/\\S+: ", ""));
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // It has ended by itself.
    }
    try {
      if (process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
