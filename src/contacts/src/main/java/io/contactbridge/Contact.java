package io.contactbridge;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contact as its CRM described it in an answer. Immutable.
 *
 * <p>A field is empty if the contact has no value, or if the CRM has no such field or does not
 * include it in its answer.
 */
public final class Contact implements Serializable {
  private static final long serialVersionUID = 1;

  private final @Nullable String id;
  private final Map<ContactField, Object> values;

  /**
   * @param values must not change any more
   */
  Contact(@Nullable String id, Map<ContactField, Object> values) {
    this.id = id;
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns the contact's id in the CRM; empty if the answer does not have it. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** Returns the fields that have a value. */
  public Set<ContactField> fields() {
    return values.keySet();
  }

  /** Returns the value of {@code field}, which is of its {@linkplain ContactField#type type}. */
  public Optional<Object> get(ContactField field) {
    return Optional.ofNullable(values.get(field));
  }

  public Optional<String> fullName() {
    return text(ContactField.FULL_NAME);
  }

  public Optional<String> firstName() {
    return text(ContactField.FIRST_NAME);
  }

  public Optional<String> lastName() {
    return text(ContactField.LAST_NAME);
  }

  public Optional<String> email() {
    return text(ContactField.EMAIL);
  }

  /** Returns the phone number in the form in which the CRM has it. */
  public Optional<String> phone() {
    return text(ContactField.PHONE);
  }

  public Optional<String> company() {
    return text(ContactField.COMPANY);
  }

  public Optional<String> jobTitle() {
    return text(ContactField.JOB_TITLE);
  }

  public Optional<String> street() {
    return text(ContactField.STREET);
  }

  public Optional<String> city() {
    return text(ContactField.CITY);
  }

  public Optional<String> region() {
    return text(ContactField.REGION);
  }

  public Optional<String> postalCode() {
    return text(ContactField.POSTAL_CODE);
  }

  public Optional<String> country() {
    return text(ContactField.COUNTRY);
  }

  public Optional<String> location() {
    return text(ContactField.LOCATION);
  }

  public Optional<String> website() {
    return text(ContactField.WEBSITE);
  }

  public Optional<String> linkedinUrl() {
    return text(ContactField.LINKEDIN_URL);
  }

  public Optional<String> timezone() {
    return text(ContactField.TIMEZONE);
  }

  public Optional<LocalDate> dateOfBirth() {
    return get(ContactField.DATE_OF_BIRTH).map(LocalDate.class::cast);
  }

  /** Returns the tags; none if the contact has none or the answer does not include them. */
  public List<String> tags() {
    return get(ContactField.TAGS)
        .map(tags -> ((List<?>) tags).stream().map(String.class::cast).toList())
        .orElse(List.of());
  }

  public Optional<String> source() {
    return text(ContactField.SOURCE);
  }

  public Optional<String> owner() {
    return text(ContactField.OWNER);
  }

  public Optional<Boolean> doNotDisturb() {
    return get(ContactField.DO_NOT_DISTURB).map(Boolean.class::cast);
  }

  /** Returns the custom fields by the key that the CRM knows them by. */
  @SuppressWarnings("unchecked") // The table of each CRM makes no other maps.
  public Map<String, Object> customFields() {
    return get(ContactField.CUSTOM_FIELDS)
        .map(fields -> (Map<String, Object>) fields)
        .orElse(Map.of());
  }

  /** Compares the id and the values of all fields. */
  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Contact that && Objects.equals(id, that.id) && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, values);
  }

  /** Names the fields and not their values, which are personal data. */
  @Override
  public String toString() {
    return "Contact" + fields();
  }

  private Optional<String> text(ContactField field) {
    return get(field).map(String.class::cast);
  }
}
