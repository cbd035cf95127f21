package io.contactbridge.drift.mutation;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.UpdateResult;
import io.contactbridge.drift.Sandbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What a user of the facade sees of a vendor: results, and the classes of exceptions. */
public final class Experience {
  private static final Map<ContactField, Object> VALUES =
      Map.ofEntries(
          Map.entry(ContactField.FULL_NAME, "Ada King"),
          Map.entry(ContactField.FIRST_NAME, "Ada"),
          Map.entry(ContactField.LAST_NAME, "King"),
          Map.entry(ContactField.EMAIL, "ada@example.com"),
          Map.entry(ContactField.PHONE, "+12025550123"),
          Map.entry(ContactField.COMPANY, "Analytical Engines"),
          Map.entry(ContactField.JOB_TITLE, "Programmer"),
          Map.entry(ContactField.STREET, "12 St James's Square"),
          Map.entry(ContactField.CITY, "London"),
          Map.entry(ContactField.REGION, "Greater London"),
          Map.entry(ContactField.POSTAL_CODE, "SW1Y 4JH"),
          Map.entry(ContactField.COUNTRY, "GB"),
          Map.entry(ContactField.LOCATION, "London, UK"),
          Map.entry(ContactField.WEBSITE, "https://example.com/ada"),
          Map.entry(ContactField.LINKEDIN_URL, "https://linkedin.com/in/ada"),
          Map.entry(ContactField.TIMEZONE, "Europe/London"),
          Map.entry(ContactField.DATE_OF_BIRTH, LocalDate.of(1990, 9, 25)),
          Map.entry(ContactField.TAGS, List.of("engine")),
          Map.entry(ContactField.SOURCE, "letter"),
          Map.entry(ContactField.OWNER, "owner@example.com"),
          Map.entry(ContactField.DO_NOT_DISTURB, true),
          Map.entry(ContactField.CUSTOM_FIELDS, Map.of("favourite_number", "7")));

  private Experience() {}

  /** Updates the contact in several ways, and returns what comes of each. */
  static List<String> of(Crm crm, VendorServer vendor) {
    Contacts contacts = contacts(crm).baseUrl(vendor.baseUrl()).build();
    String id = vendor.contactId();
    ContactUpdate email = ContactUpdate.builder().email("a@b.org").build();
    List<String> seen = new ArrayList<>();
    seen.add(outcome(() -> contacts.update(id, everything(crm))));
    seen.add(outcome(() -> contacts.update(id, email)));
    seen.add(outcome(() -> contacts.update(id, email)));
    seen.add(outcome(() -> contacts.update("987654", email)));
    for (ContactUpdate update : updates(crm)) {
      seen.add(outcome(() -> contacts.update(id, update)));
    }
    return seen;
  }

  private static List<ContactUpdate> updates(Crm crm) {
    List<ContactUpdate> updates = new ArrayList<>();
    updates.add(ContactUpdate.builder().email(Vendor.TAKEN).build());
    updates.add(ContactUpdate.builder().phone("+12025550123").build());
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      if (capability.canClear() && capability.field() != ContactField.EMAIL) {
        updates.add(ContactUpdate.builder().email("a@b.org").clear(capability.field()).build());
      }
    }
    return updates;
  }

  /** Starts with an account whose credentials the vendor takes. */
  public static Contacts.Builder contacts(Crm crm) {
    // A refusal is to be seen at once and once.
    return account(crm).maxRetries(0).noRateLimit();
  }

  /** Returns the same as a sandbox account. */
  public static Sandbox sandbox(Crm crm) {
    Sandbox sandbox = Sandbox.of(crm, Experience::value);
    sandbox.contacts().noRateLimit();
    return sandbox;
  }

  private static String value(String variable) {
    return variable.equals("ACQUIRE_ACCOUNT_ID") ? "acme" : "key";
  }

  private static Contacts.Builder account(Crm crm) {
    return Contacts.of(crm, Experience::value);
  }

  /** Returns an update of everything that the CRM can store. */
  static ContactUpdate everything(Crm crm) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      boolean part =
          CrmProfile.of(crm).capabilities().stream()
              .filter(other -> other.requestPath().equals(capability.requestPath()))
              .findFirst()
              .filter(first -> first.field() != capability.field())
              .isPresent();
      if (capability.canSet() && (!part || capability.field() == ContactField.CUSTOM_FIELDS)) {
        update.set(capability.field(), VALUES.get(capability.field()));
      }
    }
    return update.build();
  }

  private static String outcome(Supplier<UpdateResult> update) {
    try {
      UpdateResult result = update.get();
      return result.outcomes()
          + " "
          + result.contact().id()
          + " "
          + result.contact().fields().stream()
              .map(field -> field + "=" + result.contact().get(field).orElseThrow())
              .toList();
    } catch (ContactsException e) {
      return e.getClass().getSimpleName();
    }
  }
}
