package io.contactbridge.review.internal.content;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Updates with realistic values. */
public final class Samples {
  private static final String KEY = "Ab3Cd5Ef7Gh9Jk1Lm3No";

  /** Fields that accept only some texts. */
  private static final Set<ContactField> NARROWED =
      Set.of(
          ContactField.EMAIL,
          ContactField.PHONE,
          ContactField.COUNTRY,
          ContactField.WEBSITE,
          ContactField.LINKEDIN_URL,
          ContactField.TIMEZONE);

  private Samples() {}

  /** Returns an update with the field and everything that it needs. */
  public static ContactUpdate with(ContactField field) {
    ContactUpdate.Builder update = beside(ContactField.EMAIL);
    switch (field) {
      case FIRST_NAME, LAST_NAME -> update.firstName("Ada").lastName("Lovelace");
      default -> set(update, field);
    }
    return update.build();
  }

  public static ContactUpdate only(ContactField field) {
    return beside(field).build();
  }

  public static ContactUpdate.Builder beside(ContactField field) {
    return ContactUpdate.builder().set(field, value(field));
  }

  /** Returns a half of a name, or both where the CRM takes no half. */
  public static ContactUpdate names(ContactField half, Crm crm) {
    boolean both = Library.current().of(crm, half).filter(Library.Entry::isPart).isPresent();
    return both
        ? ContactUpdate.builder().firstName("Ada").lastName("Lovelace").build()
        : only(half);
  }

  /** Sets a field to a realistic value. */
  public static void set(ContactUpdate.Builder update, ContactField field) {
    update.set(field, value(field));
  }

  public static boolean isName(ContactField field) {
    return field == ContactField.FULL_NAME
        || field == ContactField.FIRST_NAME
        || field == ContactField.LAST_NAME;
  }

  public static boolean isFree(ContactField field) {
    return !NARROWED.contains(field);
  }

  /** Returns a value whose tags or keys have the given form. */
  public static Object value(ContactField field, String kind) {
    return switch (field) {
      case TAGS -> List.of(kind);
      case CUSTOM_FIELDS -> Map.of(kind, "some value");
      default -> value(field);
    };
  }

  public static Object value(ContactField field) {
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
      case CUSTOM_FIELDS -> Map.of(KEY, "value");
      case FULL_NAME -> "Ada Lovelace";
      case FIRST_NAME -> "Ada";
      case LAST_NAME -> "Lovelace";
      case COMPANY -> "Analytical Engines";
      case JOB_TITLE -> "Countess";
      case STREET -> "12 St James’s Square";
      case CITY -> "London";
      case REGION -> "Greater London";
      case POSTAL_CODE -> "SW1Y 4JH";
      case LOCATION -> "London, England";
      case SOURCE -> "conference";
    };
  }
}
