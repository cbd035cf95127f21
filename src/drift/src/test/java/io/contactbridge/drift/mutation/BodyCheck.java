package io.contactbridge.drift.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds what a vendor has against a value, going by its own schema. */
final class BodyCheck {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private final Spec spec;
  private final List<Fault> faults = new ArrayList<>();

  private BodyCheck(Spec spec) {
    this.spec = spec;
  }

  static List<Fault> faults(Spec spec, Object body) {
    BodyCheck check = new BodyCheck(spec);
    check.value("", body, spec.body(""));
    return check.faults;
  }

  /** Returns what is wrong with a value that is no object and no list; null if nothing is. */
  static String scalarFault(Map<String, Object> schema, Object value) {
    BodyCheck check = new BodyCheck(null);
    check.type("", value, schema);
    if (check.faults.isEmpty() && value instanceof String text) {
      check.text("", text, schema);
    }
    return check.faults.isEmpty() ? null : check.faults.get(0).words();
  }

  private void value(String path, Object value, Map<String, Object> schema) {
    if (value == null) {
      if (!Boolean.TRUE.equals(schema.get("nullable")) && schema.containsKey("type")) {
        faults.add(Fault.of(path, "must not be null"));
      }
      return;
    }
    int before = faults.size();
    type(path, value, schema);
    if (faults.size() > before) {
      return;
    }
    if (value instanceof String text) {
      text(path, text, schema);
    } else if (value instanceof List<?> list && schema.containsKey("items")) {
      for (int i = 0; i < list.size(); i++) {
        value(join(path, String.valueOf(i)), list.get(i), spec.resolve(schema.get("items")));
      }
    } else if (value instanceof Map<?, ?>) {
      object(path, Trees.map(value), schema);
    }
  }

  private void type(String path, Object value, Map<String, Object> schema) {
    String type = String.valueOf(schema.get("type"));
    boolean right =
        switch (type) {
          case "string" -> value instanceof String;
          case "integer" -> value instanceof Integer || value instanceof Long;
          case "number" -> value instanceof Number;
          case "boolean" -> value instanceof Boolean;
          case "array" -> value instanceof List;
          case "object" -> value instanceof Map;
          default -> true;
        };
    if (!right) {
      faults.add(Fault.of(path, "must be " + WORDS.get(type)));
    }
  }

  private static final Map<String, String> WORDS =
      Map.of(
          "string", "a string",
          "integer", "an integer number",
          "number", "a number",
          "boolean", "a boolean value",
          "array", "an array",
          "object", "an object");

  private void text(String path, String text, Map<String, Object> schema) {
    if (schema.get("enum") instanceof List<?> values && !values.contains(text)) {
      faults.add(
          Fault.of(
              path,
              "must be one of the following values: "
                  + String.join(", ", values.stream().map(Objects::toString).toList())));
    }
    if (schema.get("maxLength") instanceof Integer longest && text.length() > longest) {
      faults.add(Fault.of(path, "must be shorter than or equal to " + longest + " characters"));
    }
    if (schema.get("minLength") instanceof Integer shortest && text.length() < shortest) {
      faults.add(Fault.of(path, "must be longer than or equal to " + shortest + " characters"));
    }
    if (schema.get("pattern") instanceof String pattern
        && !Pattern.compile(pattern).matcher(text).find()) {
      faults.add(Fault.of(path, "must match /" + pattern + "/ regular expression"));
    }
    if ("uuid".equals(schema.get("format")) && !UUID.matcher(text).matches()) {
      faults.add(Fault.of(path, "must be a UUID"));
    }
    // What no specification says and every vendor checks.
    if (path.endsWith("email") && !text.contains("@")) {
      faults.add(Fault.of(path, "must be an email"));
    }
  }

  private void object(String path, Map<String, Object> object, Map<String, Object> schema) {
    Map<String, Object> properties =
        schema.get("properties") == null ? Map.of() : Trees.map(schema.get("properties"));
    object.forEach(
        (name, value) -> {
          if (properties.containsKey(name)) {
            value(join(path, name), value, spec.resolve(properties.get(name)));
          } else if (Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            faults.add(Fault.unknown(join(path, name)));
          }
        });
    if (schema.get("required") instanceof List<?> required) {
      required.stream()
          .filter(name -> !object.containsKey(name))
          .forEach(name -> faults.add(Fault.missing(join(path, (String) name))));
    }
    if (schema.get("x-at-least-one-of") instanceof List<?> names
        && names.stream().noneMatch(object::containsKey)) {
      faults.add(
          Fault.of(
              "",
              "At least one of "
                  + String.join(", ", names.stream().map(Objects::toString).toList())
                  + " must be provided"));
    }
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
