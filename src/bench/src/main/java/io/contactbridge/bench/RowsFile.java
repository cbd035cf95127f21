package io.contactbridge.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A CSV file that gives each contact the address of {@link Sample}, one row for each. */
final class RowsFile {
  private RowsFile() {}

  static Path write(Path file, int rows) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      writer.write("id,email\n");
      for (int row = 1; row <= rows; row++) {
        writer.write(Sample.id(row) + "," + Sample.EMAIL + "\n");
      }
    }
    return file;
  }
}
