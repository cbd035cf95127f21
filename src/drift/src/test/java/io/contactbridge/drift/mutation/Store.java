package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The one contact that a vendor keeps, in the form in which it was answered before the drift. */
final class Store {
  private final Crm crm;
  private final Spec before;
  private final Spec after;
  private final Map<String, Object> answer;

  Store(Crm crm, Spec before, Spec after) {
    this.crm = crm;
    this.before = before;
    this.after = after;
    String example = crm == Crm.HIGHLEVEL ? "updatedFull" : "updated";
    Object value = Trees.map(before.components("examples").get(example)).get("value");
    answer = Trees.map(Trees.copy(value));
    fill();
  }

  Object answer() {
    return Trees.copy(answer);
  }

  String id() {
    return String.valueOf(contact().get("id"));
  }

  /** Takes what a request asks for, but for what the vendor does not know any more. */
  void update(Map<String, Object> body) {
    switch (crm) {
      case ACQUIRE -> {
        Map<String, Object> beside = Trees.map(Trees.copy(body));
        if (beside.remove("fields") instanceof Map<?, ?> fields) {
          put(Trees.child(contact(), "fields"), Trees.map(fields), "$.fields");
        }
        for (String name : List.of("name", "email", "phone")) {
          if (beside.containsKey(name)) {
            Trees.child(contact(), "fields").put(name, beside.remove(name));
          }
        }
        put(contact(), beside, "$");
      }
      case HIGHLEVEL -> {
        Map<String, Object> all = Trees.map(Trees.copy(body));
        if (all.remove("customFields") instanceof List<?> fields) {
          fields.forEach(field -> putCustomField(Trees.map(field)));
        }
        put(contact(), all, "$");
      }
      case LINQ -> {
        put(contact(), Trees.child(body, "contact"), "$.contact");
        contact().put("full_name", contact().get("first_name") + " " + contact().get("last_name"));
        if (body.get("user_email") != null) {
          Trees.child(contact(), "contact_owner").put("email", body.get("user_email"));
        }
      }
      case RAZE -> put(contact(), body, "$");
    }
  }

  /**
   * What was a property and is none is ignored without a word, where an object takes any name: it
   * is no attribute of the account's own.
   */
  private void put(Map<String, Object> target, Map<String, Object> values, String path) {
    Map<String, Object> known = properties(after, path);
    Map<String, Object> knownOnce = properties(before, path);
    values.forEach(
        (name, value) -> {
          if (value == null && crm == Crm.HIGHLEVEL) {
            target.remove(name);
          } else if (known.containsKey(name) || !knownOnce.containsKey(name)) {
            target.put(name, value);
          }
        });
  }

  private void putCustomField(Map<String, Object> field) {
    List<Object> fields =
        new ArrayList<>(Trees.list(contact().getOrDefault("customFields", List.of())));
    fields.removeIf(old -> Objects.equals(Trees.map(old).get("id"), field.get("id")));
    fields.add(Trees.object("id", field.get("id"), "value", field.get("field_value")));
    contact().put("customFields", fields);
  }

  private Map<String, Object> contact() {
    return Trees.map(answer.get(EnvelopeOperators.envelope(crm)));
  }

  private static Map<String, Object> properties(Spec spec, String path) {
    try {
      return Trees.child(spec.schema("", path), "properties");
    } catch (NullPointerException e) {
      return Map.of();
    }
  }

  /** The examples of the vendors' pages lack some values, which their schemas have examples of. */
  private void fill() {
    Trees.child(before.schema("200", "$." + EnvelopeOperators.envelope(crm)), "properties")
        .forEach(
            (name, schema) -> {
              Object example = before.resolve(schema).get("example");
              boolean scalar = !(example instanceof Map) && !(example instanceof List);
              Object value = contact().get(name);
              if (scalar && example != null && (value == null || "string".equals(value))) {
                contact().put(name, example);
              }
            });
  }
}
