package io.contactbridge.test;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.client.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One contact in memory, in the form in which its CRM answers it. */
final class FakeContact {
  private final Crm crm;
  private final Map<String, Object> answer = new LinkedHashMap<>();

  FakeContact(Crm crm, String id) {
    this.crm = crm;
    CrmProfile profile = CrmProfile.of(crm);
    JsonPath.put(
        answer, profile.contactIdPath(), profile.hasNumericIds() ? (Object) Long.valueOf(id) : id);
  }

  /** Takes the values of a request, each to the place where the CRM answers it. */
  void update(Map<String, Object> request, Set<ContactField> ignored) {
    for (Capability capability : CrmProfile.of(crm).capabilities()) {
      if (capability.canSet() && capability.canRead() && !ignored.contains(capability.field())) {
        String path = capability.requestPath().orElseThrow();
        if (JsonPath.has(request, path)) {
          take(capability, JsonPath.at(request, path));
        }
      }
    }
  }

  private void take(Capability capability, @Nullable Object value) {
    String path = capability.answerPath().orElseThrow();
    if (capability.field() != ContactField.CUSTOM_FIELDS) {
      JsonPath.put(answer, path, value);
    } else if (value instanceof List<?> fields) {
      JsonPath.put(answer, path, byId(fields, JsonPath.at(answer, path)));
    } else if (value instanceof Map<?, ?> fields && isShared(capability)) {
      // They stand beside fields that every contact has, which have their own places.
      String prefix = capability.requestPath().orElseThrow() + ".";
      JsonPath.object(fields).keySet().stream()
          .filter(name -> !ownPaths().contains(prefix + name))
          .forEach(name -> JsonPath.put(answer, path + "." + name, fields.get(name)));
    } else {
      JsonPath.put(answer, path, value);
    }
  }

  /** Returns whether the object with the custom fields has other fields too. */
  private boolean isShared(Capability customFields) {
    String prefix = customFields.requestPath().orElseThrow() + ".";
    return ownPaths().stream().anyMatch(path -> path.startsWith(prefix));
  }

  private Set<String> ownPaths() {
    return CrmProfile.of(crm).capabilities().stream()
        .flatMap(capability -> capability.requestPath().stream())
        .collect(Collectors.toSet());
  }

  /** HighLevel is sent {@code field_value} and answers {@code value}; what is not sent stays. */
  private static List<Object> byId(List<?> sent, @Nullable Object before) {
    Map<Object, Object> byId = new LinkedHashMap<>();
    Stream<?> known = before instanceof List<?> list ? list.stream() : Stream.empty();
    Stream.concat(known, sent.stream())
        .map(JsonPath::object)
        .forEach(
            field ->
                byId.put(
                    field.get("id"),
                    Map.of(
                        "id",
                        field.get("id"),
                        "value",
                        field.getOrDefault("field_value", field.get("value")))));
    return new ArrayList<>(byId.values());
  }

  @Nullable Object get(ContactField field) {
    return CrmProfile.of(crm).capabilities().stream()
        .filter(capability -> capability.field() == field)
        .flatMap(capability -> capability.answerPath().stream())
        .findFirst()
        .map(path -> JsonPath.at(answer, path))
        .orElse(null);
  }

  FakeAnswer answer() {
    return new FakeAnswer(200, JsonValue.write(answer));
  }
}
