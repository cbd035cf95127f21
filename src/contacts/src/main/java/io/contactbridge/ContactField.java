package io.contactbridge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A property of a contact, under one name for all CRMs. */
public enum ContactField {
  FULL_NAME(String.class),
  FIRST_NAME(String.class),
  LAST_NAME(String.class),
  EMAIL(String.class),
  /** Best in E.164 form, such as {@code +12025550123}. */
  PHONE(String.class),
  COMPANY(String.class),
  JOB_TITLE(String.class),
  STREET(String.class),
  CITY(String.class),
  /** State, province or the like. */
  REGION(String.class),
  POSTAL_CODE(String.class),
  /** As ISO 3166-1 alpha-2, such as {@code US}. */
  COUNTRY(String.class),
  /** Where the person is, as free text. */
  LOCATION(String.class),
  WEBSITE(String.class),
  LINKEDIN_URL(String.class),
  /** The name of an IANA time zone, such as {@code Europe/London}. */
  TIMEZONE(String.class),
  DATE_OF_BIRTH(LocalDate.class),
  /** All tags: setting them replaces those that the contact has. */
  TAGS(List.class),
  /** Where the contact came from. */
  SOURCE(String.class),
  /** The user who owns the contact: a user id at HighLevel, an email address at Linq. */
  OWNER(String.class),
  DO_NOT_DISTURB(Boolean.class),
  /** Fields that an account has defined for itself, by the CRM's key of each. */
  CUSTOM_FIELDS(Map.class);

  private final Class<?> type;

  ContactField(Class<?> type) {
    this.type = type;
  }

  /**
   * Returns the type of its values: String, {@link LocalDate}, Boolean, a {@link List} of String
   * for the tags, or a {@link Map} from String to JSON values for the custom fields.
   */
  public Class<?> type() {
    return type;
  }
}
