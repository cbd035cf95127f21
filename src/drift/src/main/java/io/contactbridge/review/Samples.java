package io.contactbridge.review;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** An update with one field, in the form in which people write its value. */
final class Samples {
  private Samples() {}

  /** Returns an update that every CRM takes for something, with the field and what it needs. */
  static ContactUpdate with(ContactField field) {
    ContactUpdate.Builder update =
        ContactUpdate.builder().set(ContactField.EMAIL, value(ContactField.EMAIL));
    switch (field) {
      case FIRST_NAME, LAST_NAME -> update.firstName("Ada").lastName("Lovelace");
      default -> update.set(field, value(field));
    }
    return update.build();
  }

  private static Object value(ContactField field) {
    return switch (field) {
      case EMAIL, OWNER -> "ada@example.com";
      case PHONE -> "+1 (202) 555-0123";
      case COUNTRY -> "US";
      case WEBSITE -> "https://example.com";
      case LINKEDIN_URL -> "https://linkedin.com/in/ada";
      case TIMEZONE -> "Europe/London";
      case DATE_OF_BIRTH -> LocalDate.of(1815, 12, 10);
      case TAGS -> List.of("vip");
      case DO_NOT_DISTURB -> true;
      case CUSTOM_FIELDS -> Map.of("key", "value");
      default -> "text";
    };
  }
}
