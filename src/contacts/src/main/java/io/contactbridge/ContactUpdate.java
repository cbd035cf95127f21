package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Model;
import io.contactbridge.internal.mapping.JsonCheck;
import io.contactbridge.internal.mapping.Undocumented;
import io.contactbridge.internal.mapping.ValueRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes to make to one contact. Immutable.
 *
 * <p>A field that is neither set nor {@linkplain Builder#clear cleared} stays as the CRM has it. An
 * empty string is a value and does not clear a field.
 */
public final class ContactUpdate {
  private final Map<ContactField, Object> values;
  private final Set<ContactField> cleared;
  private final List<Model> requests;
  private final Map<Crm, Map<String, @Nullable Object>> undocumented;

  private ContactUpdate(Builder builder) {
    values = Collections.unmodifiableMap(new EnumMap<>(builder.values));
    cleared = Collections.unmodifiableSet(EnumSet.copyOf(builder.cleared));
    requests = List.copyOf(builder.requests);
    undocumented = builder.undocumented.isEmpty() ? Map.of() : copy(builder.undocumented);
  }

  private static Map<Crm, Map<String, @Nullable Object>> copy(
      Map<Crm, Map<String, @Nullable Object>> undocumented) {
    Map<Crm, Map<String, @Nullable Object>> copy = new EnumMap<>(Crm.class);
    undocumented.forEach(
        (crm, values) -> copy.put(crm, Collections.unmodifiableMap(new LinkedHashMap<>(values))));
    return copy;
  }

  public static Builder builder() {
    return new Builder();
  }

  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns the fields to change, in the order {@link ContactField} declares them. */
  public Set<ContactField> fields() {
    Set<ContactField> fields = EnumSet.noneOf(ContactField.class);
    fields.addAll(cleared);
    fields.addAll(values.keySet());
    return fields;
  }

  /** Returns the new value of {@code field}, or null if it is to be cleared or left alone. */
  public @Nullable Object get(ContactField field) {
    return values.get(field);
  }

  /** Returns the fields to clear. */
  public Set<ContactField> cleared() {
    return cleared;
  }

  /**
   * Returns the requests that are sent along with the fields, each to the CRM that it belongs to.
   */
  public List<Model> requests() {
    return requests;
  }

  /** Returns the undocumented values for {@code crm}, by their JSON paths. */
  public Map<String, @Nullable Object> undocumented(Crm crm) {
    return undocumented.getOrDefault(requireNonNull(crm, "crm"), Map.of());
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof ContactUpdate that
        && values.equals(that.values)
        && cleared.equals(that.cleared)
        && requests.equals(that.requests)
        && undocumented.equals(that.undocumented);
  }

  @Override
  public int hashCode() {
    return Objects.hash(values, cleared, requests, undocumented);
  }

  /** Names the fields and not their values, which are personal data. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("ContactUpdate").append(fields());
    if (!requests.isEmpty()) {
      text.append(" and ").append(requests);
    }
    undocumented.forEach(
        (crm, values) ->
            text.append(" and undocumented at ").append(crm).append(' ').append(values.keySet()));
    return text.toString();
  }

  /**
   * Collects the changes. Setting a field undoes an earlier clear, and clearing it undoes an
   * earlier set.
   */
  public static final class Builder {
    private final EnumMap<ContactField, Object> values = new EnumMap<>(ContactField.class);
    private final EnumSet<ContactField> cleared = EnumSet.noneOf(ContactField.class);
    private final List<Model> requests = new ArrayList<>();
    private final Map<Crm, Map<String, @Nullable Object>> undocumented = new EnumMap<>(Crm.class);

    private Builder() {}

    private Builder(ContactUpdate update) {
      values.putAll(update.values);
      cleared.addAll(update.cleared);
      requests.addAll(update.requests);
      update.undocumented.forEach(
          (crm, values) -> undocumented.put(crm, new LinkedHashMap<>(values)));
    }

    public Builder fullName(String fullName) {
      return set(ContactField.FULL_NAME, fullName);
    }

    public Builder firstName(String firstName) {
      return set(ContactField.FIRST_NAME, firstName);
    }

    public Builder lastName(String lastName) {
      return set(ContactField.LAST_NAME, lastName);
    }

    public Builder email(String email) {
      return set(ContactField.EMAIL, email);
    }

    /** Sets the phone number, best in E.164 form, such as {@code +12025550123}. */
    public Builder phone(String phone) {
      return set(ContactField.PHONE, phone);
    }

    public Builder company(String company) {
      return set(ContactField.COMPANY, company);
    }

    public Builder jobTitle(String jobTitle) {
      return set(ContactField.JOB_TITLE, jobTitle);
    }

    public Builder street(String street) {
      return set(ContactField.STREET, street);
    }

    public Builder city(String city) {
      return set(ContactField.CITY, city);
    }

    /** Sets the state, province or the like. */
    public Builder region(String region) {
      return set(ContactField.REGION, region);
    }

    public Builder postalCode(String postalCode) {
      return set(ContactField.POSTAL_CODE, postalCode);
    }

    /** Sets the country, as ISO 3166-1 alpha-2, such as {@code US}. */
    public Builder country(String country) {
      return set(ContactField.COUNTRY, country);
    }

    /** Sets where the person is, as free text. */
    public Builder location(String location) {
      return set(ContactField.LOCATION, location);
    }

    public Builder website(String website) {
      return set(ContactField.WEBSITE, website);
    }

    public Builder linkedinUrl(String linkedinUrl) {
      return set(ContactField.LINKEDIN_URL, linkedinUrl);
    }

    /** Sets the time zone by its IANA name, such as {@code Europe/London}. */
    public Builder timezone(String timezone) {
      return set(ContactField.TIMEZONE, timezone);
    }

    public Builder dateOfBirth(LocalDate dateOfBirth) {
      return set(ContactField.DATE_OF_BIRTH, dateOfBirth);
    }

    /** Replaces all tags of the contact by these; removes all if there are none. */
    public Builder tags(String... tags) {
      return tags(Arrays.asList(tags));
    }

    /** Replaces all tags of the contact by these; removes all if there are none. */
    public Builder tags(List<String> tags) {
      return set(ContactField.TAGS, tags);
    }

    public Builder source(String source) {
      return set(ContactField.SOURCE, source);
    }

    /** Sets the owner: by user id at HighLevel, by email address at Linq. */
    public Builder owner(String owner) {
      return set(ContactField.OWNER, owner);
    }

    public Builder doNotDisturb(boolean doNotDisturb) {
      return set(ContactField.DO_NOT_DISTURB, doNotDisturb);
    }

    /**
     * Sets one custom field; others that were set here before stay set.
     *
     * @param key the field's id at HighLevel, its key elsewhere
     * @param value a String, Boolean or number, or a List or Map of these
     * @throws IllegalArgumentException if it is none of these
     */
    public Builder customField(String key, Object value) {
      requireNonNull(key, "key");
      requireNonNull(value, "value");
      Map<String, Object> customFields = new LinkedHashMap<>();
      if (values.get(ContactField.CUSTOM_FIELDS) instanceof Map<?, ?> earlier) {
        earlier.forEach((name, old) -> customFields.put((String) name, old));
      }
      customFields.put(key, value);
      return set(ContactField.CUSTOM_FIELDS, customFields);
    }

    /**
     * Sets a field that the caller knows only at run time.
     *
     * @throws IllegalArgumentException if {@code value} is not of the {@linkplain ContactField#type
     *     field's type} or is not a value that the field can have at any CRM
     */
    public Builder set(ContactField field, Object value) {
      requireNonNull(field, "field");
      values.put(field, ValueRules.checked(field, requireNonNull(value, "value")));
      cleared.remove(field);
      return this;
    }

    /** Empties {@code field}, which is not the same as leaving it out. */
    public Builder clear(ContactField field) {
      cleared.add(requireNonNull(field, "field"));
      values.remove(field);
      return this;
    }

    /**
     * Adds what one CRM documents beyond the normalised fields, such as HighLevel's do-not-disturb
     * settings per channel:
     *
     * <pre>{@code
     * .also(
     *     io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
     *         .dndSettings(DndSettings.builder().sms(blocked).build())
     *         .build())
     * }</pre>
     *
     * <p>It is sent in the same call. At another CRM it is treated like a field that the CRM cannot
     * store.
     *
     * @param request the {@code UpdateContactRequest} of a CRM's generated client, without anything
     *     that the fields of this update set
     * @throws IllegalArgumentException if it has text that UTF-8 cannot carry
     */
    public Builder also(Model request) {
      String objection = JsonCheck.objection(requireNonNull(request, "request"));
      if (objection != null) {
        throw new IllegalArgumentException(
            "what is in the " + request.getClass().getSimpleName() + " must be " + objection);
      }
      requests.add(request);
      return this;
    }

    /**
     * Adds what a CRM does not document, such as the name under which Raze was observed to take the
     * job title:
     *
     * <pre>{@code
     * .undocumented(Crm.RAZE, "$.title", "CTO")
     * }</pre>
     *
     * <p>What the CRM does with it is not guaranteed. The plan names it, and its outcome is taken
     * from the answer as for a field. A documented path is refused with a message that says how to
     * set it. At another CRM the value is treated like a field that the CRM cannot store.
     *
     * @param path where the value stands in the request, such as {@code $.title} or {@code
     *     $.contact.nickname}: up to eight names without blanks, brackets and quotes
     * @param value any JSON: null, a String, a Boolean, a finite number, or a List or Map of these
     * @throws IllegalArgumentException if the path or the value is not of that form
     */
    public Builder undocumented(Crm crm, String path, @Nullable Object value) {
      requireNonNull(crm, "crm");
      String place = Undocumented.checked(requireNonNull(path, "path"));
      Object json;
      try {
        json = ValueRules.json(value);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + " must be " + e.getMessage(), e);
      }
      undocumented.computeIfAbsent(crm, ignored -> new LinkedHashMap<>()).put(place, json);
      return this;
    }

    /**
     * Returns the changes collected so far.
     *
     * @throws IllegalStateException if nothing was set or cleared
     */
    public ContactUpdate build() {
      if (values.isEmpty() && cleared.isEmpty() && requests.isEmpty() && undocumented.isEmpty()) {
        throw new IllegalStateException("nothing to update: set or clear a field first");
      }
      return new ContactUpdate(this);
    }
  }
}
