package io.contactbridge.bench;

import java.io.IOException;
import java.io.InputStream;

/** The update that every client makes: nine fields of a HighLevel contact, and its DND settings. */
final class Sample {
  static final String TOKEN = "bench-token-0123456789";
  static final String VERSION = "2021-07-28";
  static final String FIRST_NAME = "Jane";
  static final String LAST_NAME = "Doe";
  static final String EMAIL = "jane@example.com";
  static final String PHONE = "+12055550123";
  static final String COMPANY = "Doe Enterprises";
  static final String STREET = "3535 1st St N";
  static final String CITY = "Dolomite";
  static final String STATE = "AL";
  static final String POSTAL_CODE = "35061";
  static final String DND_STATUS = "active";
  static final String DND_MESSAGE = "asked by mail";
  static final String DND_CODE = "101";

  private static final int FIRST_ID = 10_000_000;

  private Sample() {}

  /** Returns the id of one of ninety million contacts, all of one length. */
  static String id(int number) {
    return "ocQHyuzHvuMO" + (FIRST_ID + number);
  }

  /**
   * Returns the answer about the contact of {@code id(0)}: the example of a contact with everything
   * in {@code specs/highlevel.yaml}, without whitespace.
   */
  static byte[] answer() {
    try (InputStream file = Sample.class.getResourceAsStream("answer.json")) {
      if (file == null) {
        throw new IllegalStateException("answer.json is missing");
      }
      return file.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
