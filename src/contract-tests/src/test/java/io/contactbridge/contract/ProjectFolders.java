package io.contactbridge.contract;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's folders, whether Maven or an IDE runs the tests. */
final class ProjectFolders {
  static final Path ROOT = root();

  private ProjectFolders() {}

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
