package io.contactbridge.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The example of an answer in each CRM's documentation. */
final class DocumentedAnswers {
  private DocumentedAnswers() {}

  static String of(String crm) {
    String name = "/answers/" + crm + ".json";
    try (InputStream file =
        requireNonNull(DocumentedAnswers.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
