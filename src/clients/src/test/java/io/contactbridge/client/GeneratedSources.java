package io.contactbridge.client;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the generator made of the specifications, before it was compiled. */
final class GeneratedSources {
  private static final List<String> CLIENTS =
      List.of("acquire", "highlevel", "linq", "raze", "torture");

  private GeneratedSources() {}

  /** Returns the files of one client, as paths below its folder, without the generator's notes. */
  static SortedSet<String> files(String client) {
    Path folder = folder(client);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(file -> !file.startsWith(".openapi-generator/"))
          .collect(toCollection(TreeSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Path> all() {
    return CLIENTS.stream()
        .flatMap(
            client ->
                files(client).stream()
                    .filter(file -> file.endsWith(".java"))
                    .map(folder(client)::resolve))
        .toList();
  }

  /** Returns the names of the classes of all models, without those of their adapters. */
  static List<String> models() {
    return CLIENTS.stream()
        .flatMap(client -> files(client).stream())
        .filter(file -> file.contains("/model/") && !file.endsWith("JsonAdapter.java"))
        .map(file -> file.replace('/', '.').replaceFirst("\\.java$", ""))
        .toList();
  }

  /** Returns the folder of what GraalVM must know, below that of the client. */
  static String reachability(String client) {
    return "META-INF/native-image/io.contactbridge/contactbridge-clients/" + client + "/";
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String client) {
    return Path.of(
        client.equals("torture") ? "target/generated-test-sources" : "target/generated-sources",
        client);
  }
}
