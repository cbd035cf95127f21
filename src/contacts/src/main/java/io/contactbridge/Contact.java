package io.contactbridge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact as its CRM described it in an answer. Immutable.
 *
 * <p>A field is empty if the contact has no value, or if the CRM has no such field or does not
 * include it in its answer.
 */
public interface Contact extends Serializable {
  /** Returns the contact's id in the CRM; empty if the answer does not have it. */
  Optional<String> id();

  /** Returns the fields that have a value. */
  Set<ContactField> fields();

  /** Returns the value of {@code field}, which is of its {@linkplain ContactField#type type}. */
  Optional<Object> get(ContactField field);

  default Optional<String> fullName() {
    return get(ContactField.FULL_NAME).map(String.class::cast);
  }

  default Optional<String> firstName() {
    return get(ContactField.FIRST_NAME).map(String.class::cast);
  }

  default Optional<String> lastName() {
    return get(ContactField.LAST_NAME).map(String.class::cast);
  }

  default Optional<String> email() {
    return get(ContactField.EMAIL).map(String.class::cast);
  }

  /** Returns the phone number in the form in which the CRM has it. */
  default Optional<String> phone() {
    return get(ContactField.PHONE).map(String.class::cast);
  }

  default Optional<String> company() {
    return get(ContactField.COMPANY).map(String.class::cast);
  }

  default Optional<String> jobTitle() {
    return get(ContactField.JOB_TITLE).map(String.class::cast);
  }

  default Optional<String> street() {
    return get(ContactField.STREET).map(String.class::cast);
  }

  default Optional<String> city() {
    return get(ContactField.CITY).map(String.class::cast);
  }

  default Optional<String> region() {
    return get(ContactField.REGION).map(String.class::cast);
  }

  default Optional<String> postalCode() {
    return get(ContactField.POSTAL_CODE).map(String.class::cast);
  }

  default Optional<String> country() {
    return get(ContactField.COUNTRY).map(String.class::cast);
  }

  default Optional<String> location() {
    return get(ContactField.LOCATION).map(String.class::cast);
  }

  default Optional<String> website() {
    return get(ContactField.WEBSITE).map(String.class::cast);
  }

  default Optional<String> linkedinUrl() {
    return get(ContactField.LINKEDIN_URL).map(String.class::cast);
  }

  default Optional<String> timezone() {
    return get(ContactField.TIMEZONE).map(String.class::cast);
  }

  default Optional<LocalDate> dateOfBirth() {
    return get(ContactField.DATE_OF_BIRTH).map(LocalDate.class::cast);
  }

  /** Returns the tags; none if the contact has none or the answer does not include them. */
  default List<String> tags() {
    return get(ContactField.TAGS)
        .map(tags -> ((List<?>) tags).stream().map(String.class::cast).toList())
        .orElse(List.of());
  }

  default Optional<String> source() {
    return get(ContactField.SOURCE).map(String.class::cast);
  }

  default Optional<String> owner() {
    return get(ContactField.OWNER).map(String.class::cast);
  }

  default Optional<Boolean> doNotDisturb() {
    return get(ContactField.DO_NOT_DISTURB).map(Boolean.class::cast);
  }

  /** Returns the custom fields by the key that the CRM knows them by. */
  @SuppressWarnings("unchecked") // The table of each CRM makes no other maps.
  default Map<String, Object> customFields() {
    return get(ContactField.CUSTOM_FIELDS)
        .map(fields -> (Map<String, Object>) fields)
        .orElse(Map.of());
  }

  /**
   * Contacts that were read from answers are equal if their ids and the values of all fields are.
   */
  @Override
  boolean equals(@Nullable Object o);

  @Override
  int hashCode();

  /** Names the fields and not their values, which are personal data. */
  @Override
  String toString();
}
