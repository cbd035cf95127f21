package io.contactbridge.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where things are, whether Maven or an IDE runs the tests. */
final class Project {
  static final Path ROOT = root();

  private Project() {}

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("mock/serve.js"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("run the tests in a folder of the project");
      }
    }
    return folder;
  }
}
