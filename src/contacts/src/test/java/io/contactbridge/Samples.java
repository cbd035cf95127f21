package io.contactbridge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.provider.Arguments;

/** A value for each field, and another one. */
public final class Samples {
  private static final Set<ContactField> ALONE_AT_LINQ =
      Set.of(
          ContactField.FIRST_NAME, ContactField.LAST_NAME, ContactField.EMAIL, ContactField.PHONE);

  private Samples() {}

  public static Object value(ContactField field) {
    return switch (field) {
      case FULL_NAME -> "Ada Lovelace";
      case FIRST_NAME -> "Ada";
      case LAST_NAME -> "Lovelace";
      case EMAIL -> "ada@example.com";
      case PHONE -> "+12025550123";
      case COMPANY -> "Analytical Engines";
      case JOB_TITLE -> "CTO";
      case STREET -> "12 Main Street";
      case CITY -> "London";
      case REGION -> "Greater London";
      case POSTAL_CODE -> "SW1Y 4JH";
      case COUNTRY -> "GB";
      case LOCATION -> "London, UK";
      case WEBSITE -> "https://example.com/";
      case LINKEDIN_URL -> "https://www.linkedin.com/in/ada";
      case TIMEZONE -> "Europe/London";
      case DATE_OF_BIRTH -> LocalDate.of(1815, 12, 10);
      case TAGS -> List.of("vip", "pioneer");
      case SOURCE -> "public api";
      case OWNER -> "owner@company.com";
      case DO_NOT_DISTURB -> true;
      case CUSTOM_FIELDS -> Map.of("6dvNaf7VhkQ9snc5vnjJ", "Gold");
    };
  }

  public static ContactUpdate update(ContactField field) {
    return ContactUpdate.builder().set(field, value(field)).build();
  }

  /** Returns an update of {@code field} with whatever {@code crm} wants beside it. */
  public static ContactUpdate update(Crm crm, ContactField field, Object value) {
    return beside(crm, field).set(field, value).build();
  }

  static ContactUpdate clear(Crm crm, ContactField field) {
    return beside(crm, field).clear(field).build();
  }

  private static ContactUpdate.Builder beside(Crm crm, ContactField field) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    return crm == Crm.LINQ && !ALONE_AT_LINQ.contains(field)
        ? update.email("ada@example.com")
        : update;
  }

  /** Returns each CRM with each field that it can store by itself. */
  static Collection<Arguments> storedFields() {
    List<Arguments> stored = new ArrayList<>();
    for (Crm crm : Crm.values()) {
      CrmProfile.of(crm).capabilities().stream()
          .filter(Capability::canSet)
          // What is written and not read is part of another field.
          .filter(Capability::canRead)
          .forEach(capability -> stored.add(Arguments.of(crm, capability.field())));
    }
    return stored;
  }
}
