package io.contactbridge.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which the build has put the plugin. */
final class PluginFolder {
  static final Path TARGET = Path.of("target").toAbsolutePath();

  private PluginFolder() {}

  /** Returns a folder for a worker's plugin.path. */
  static Path path() throws IOException {
    return only("-plugin");
  }

  static Path zip() throws IOException {
    return only("-plugin.zip");
  }

  private static Path only(String end) throws IOException {
    try (Stream<Path> files = Files.list(TARGET)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(end)).toList();
      if (found.size() != 1) {
        throw new IOException("one file is to end in " + end + ", unlike " + found);
      }
      return found.get(0);
    }
  }
}
