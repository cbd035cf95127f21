package io.contactbridge.contract;

import io.contactbridge.Crm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;

/** Runs Prism from npm, with all four mocks in one process. */
final class NpmMocks {
  private NpmMocks() {}

  /** Returns the missing requirement of npm, or an empty string if there is none. */
  static String missing() {
    try {
      Process check = process("bash", "mock/npm-install", "--check");
      String words = check.inputReader().lines().reduce("", (first, last) -> last);
      return check.waitFor() == 0 ? "" : words.substring(words.lastIndexOf("; ") + 2);
    } catch (IOException e) {
      return "found no bash";
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  static Mocks start() {
    try {
      install();
      return serve();
    } catch (IOException e) {
      throw new UncheckedIOException("the mocks did not start from npm", e);
    }
  }

  private static void install() throws IOException {
    Process install = process("bash", "mock/npm-install");
    List<String> lines = install.inputReader().lines().toList();
    try {
      if (install.waitFor() != 0) {
        throw new IllegalStateException(String.join("\n", lines));
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static Mocks serve() throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "mock/serve.js", "--exit-with-stdin"));
    for (Crm crm : Crm.values()) {
      command.add(crm.name().toLowerCase(Locale.ROOT) + "=0");
    }
    Process server = process(command.toArray(String[]::new));
    BufferedReader output = server.inputReader();
    List<String> lines = new ArrayList<>();
    for (String line = output.readLine(); !"ready".equals(line); line = output.readLine()) {
      if (line == null) {
        throw new IllegalStateException(
            "the mocks did not start from npm: " + String.join("\n", lines));
      }
      lines.add(line);
    }
    drain(output);
    System.out.println("Mocks from npm, " + version());
    return new Mocks(urls(lines), () -> stop(server));
  }

  private static Map<Crm, HttpUrl> urls(List<String> lines) {
    Map<Crm, HttpUrl> urls = new EnumMap<>(Crm.class);
    for (String line : lines) {
      String[] nameAndUrl = line.split(" ", -1);
      urls.put(Crm.valueOf(nameAndUrl[0].toUpperCase(Locale.ROOT)), HttpUrl.get(nameAndUrl[1]));
    }
    return urls;
  }

  private static String version() throws IOException {
    String manifest = "mock/node_modules/@stoplight/prism-cli/package.json";
    Object tree = YamlTree.tree(Files.readString(ProjectFolders.ROOT.resolve(manifest)));
    return "Prism " + YamlTree.object(tree).get("version");
  }

  /** The server ends when its standard input closes, and so whenever this JVM ends. */
  private static void stop(Process server) throws IOException {
    server.getOutputStream().close();
    try {
      if (!server.waitFor(5, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Reads the output, because a process blocks when its output pipe is full. */
  private static void drain(BufferedReader output) {
    Thread drain =
        new Thread(
            () -> {
              try {
                output.transferTo(Writer.nullWriter());
              } catch (IOException e) {
                // The process has ended.
              }
            },
            "mocks' output");
    drain.setDaemon(true);
    drain.start();
  }

  private static Process process(String... command) throws IOException {
    return new ProcessBuilder(command)
        .directory(ProjectFolders.ROOT.toFile())
        .redirectErrorStream(true)
        .start();
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
