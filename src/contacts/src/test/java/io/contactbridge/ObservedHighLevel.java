package io.contactbridge;

import io.contactbridge.ConformanceServer.ObservedCrm;
import io.contactbridge.ConformanceServer.Quirk;
import io.contactbridge.ConformanceServer.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what is not on its list of properties, and ignores custom fields that are not addressed
 * by an id that it knows.
 */
final class ObservedHighLevel implements ObservedCrm {
  private static final Set<String> PROPERTIES =
      Set.of(
          "firstName",
          "lastName",
          "name",
          "email",
          "phone",
          "address1",
          "city",
          "state",
          "postalCode",
          "country",
          "website",
          "timezone",
          "dnd",
          "dndSettings",
          "inboundDndSettings",
          "tags",
          "customFields",
          "source",
          "companyName",
          "dateOfBirth",
          "assignedTo");
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{20}");

  private final Set<Quirk> quirks;
  private final Map<String, @Nullable Object> contact = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> customFields = new LinkedHashMap<>();

  ObservedHighLevel(Set<Quirk> quirks) {
    this.quirks = quirks;
    contact.put("id", Accounts.contactId(Crm.HIGHLEVEL));
    contact.put("locationId", "ve9EPM428h8vShlRW1KT");
  }

  @Override
  public Reply update(String id, Headers headers, Map<String, @Nullable Object> body) {
    if (!("Bearer " + Accounts.CREDENTIAL).equals(headers.get("Authorization"))) {
      return refusal(401, "Invalid JWT");
    }
    if (!"2021-07-28".equals(headers.get("Version"))) {
      return refusal(401, "version header was not found.");
    }
    if (!id.equals(contact.get("id"))) {
      return refusal(400, "Contact not found");
    }
    List<String> objections =
        body.keySet().stream()
            .filter(name -> !PROPERTIES.contains(name))
            .map(name -> "property " + name + " should not exist")
            .toList();
    if (!objections.isEmpty()) {
      return refusal(422, objections);
    }
    body.forEach(this::store);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>(contact);
    List<Object> values = new ArrayList<>();
    customFields.forEach((key, value) -> values.add(customField(key, value)));
    answer.put("customFields", values);
    String flag = quirks.contains(Quirk.SPELLS_SUCCEEDED) ? "succeeded" : "succeded";
    return new Reply(200, Map.of(flag, true, "contact", answer));
  }

  private void store(String name, @Nullable Object value) {
    if (name.equals("customFields") && value instanceof List<?> list) {
      list.forEach(element -> storeCustomField((Map<?, ?>) element));
    } else if (name.equals("dateOfBirth") && quirks.contains(Quirk.DROPS_DATE_OF_BIRTH)) {
      return;
    } else if (name.equals("dateOfBirth") && value != null) {
      contact.put(name, value + "T00:00:00.000Z");
    } else if (value == null) {
      contact.remove(name);
    } else {
      contact.put(name, value);
    }
  }

  private void storeCustomField(Map<?, ?> customField) {
    if (customField.get("id") instanceof String id && ID.matcher(id).matches()) {
      customFields.put(id, customField.get("field_value"));
    }
  }

  private static Map<String, @Nullable Object> customField(String id, @Nullable Object value) {
    Map<String, @Nullable Object> customField = new LinkedHashMap<>();
    customField.put("id", id);
    customField.put("value", value);
    return customField;
  }

  private static Reply refusal(int status, Object message) {
    return new Reply(status, Map.of("statusCode", status, "message", message));
  }
}
