package io.contactbridge.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files whose row 7 sets the email address {@code r7@example.com}. */
final class RowFiles {
  private RowFiles() {}

  static Path write(Path directory, int rows, int contacts) throws IOException {
    StringBuilder csv = new StringBuilder("id,email\n");
    for (int row = 1; row <= rows; row++) {
      // Also consecutive rows of one contact, which have to wait for each other.
      int contact = row % 3 == 0 ? (row - 1) % contacts : row % contacts;
      csv.append("c%d,r%d@example.com\n".formatted(contact, row));
    }
    return Files.writeString(directory.resolve("contacts.csv"), csv);
  }
}
