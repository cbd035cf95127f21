package io.contactbridge.contract;

import io.contactbridge.ContactField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A valid value for each field, for tests that need any value. */
final class SampleValues {
  private SampleValues() {}

  static Object of(ContactField field) {
    return switch (field) {
      case FULL_NAME -> "Ada Lovelace";
      case FIRST_NAME -> "Ada";
      case LAST_NAME -> "Lovelace";
      case EMAIL, OWNER -> "ada@example.com";
      case PHONE -> "+12025550123";
      case COMPANY -> "Analytical Engines";
      case JOB_TITLE -> "Analyst";
      case STREET -> "12 St James's Square";
      case CITY -> "London";
      case REGION -> "England";
      case POSTAL_CODE -> "SW1Y 4JH";
      case COUNTRY -> "GB";
      case LOCATION -> "London, England";
      case WEBSITE, LINKEDIN_URL -> "https://example.com/ada";
      case TIMEZONE -> "Europe/London";
      case DATE_OF_BIRTH -> LocalDate.of(1815, 12, 10);
      case TAGS -> List.of("vip", "returning");
      case SOURCE -> "letter";
      case DO_NOT_DISTURB -> true;
      case CUSTOM_FIELDS -> Map.of("engine", "difference");
    };
  }
}
