package io.contactbridge.drift.mutation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What several operators do to schemas. */
final class Schemas {
  private static final String REQUIRED = "required";

  private Schemas() {}

  static Map<String, Object> text(String description, String example) {
    return Trees.object("type", "string", "description", description, "example", example);
  }

  static void rename(Spec spec, Target target, String name) {
    Map<String, Object> parent = target.parent(spec);
    Trees.rename(target.siblings(spec), target.name(), name);
    replace(parent.get(REQUIRED), target.name(), name);
    replace(parent.get("x-at-least-one-of"), target.name(), name);
    if (parent.get("anyOf") instanceof List<?> branches) {
      branches.forEach(branch -> replace(Trees.map(branch).get(REQUIRED), target.name(), name));
    }
  }

  static void remove(Spec spec, Target target) {
    target.siblings(spec).remove(target.name());
    if (target.parent(spec).get(REQUIRED) instanceof List<?> required) {
      required.remove(target.name());
    }
  }

  static void require(Map<String, Object> schema, String property) {
    Object required = schema.computeIfAbsent(REQUIRED, key -> Trees.listOf());
    Trees.list(required).add(property);
  }

  static void unrequire(Map<String, Object> schema, String property) {
    Trees.list(schema.get(REQUIRED)).remove(property);
    if (Trees.list(schema.get(REQUIRED)).isEmpty()) {
      schema.remove(REQUIRED);
    }
  }

  /** Gives a text one of three values, unless it has its values already. */
  static void choice(Spec spec, Target target) {
    Map<String, Object> schema = target.schema(spec);
    if (!schema.containsKey("enum")) {
      schema.put("enum", Trees.listOf(schema.getOrDefault("example", "first"), "second", "third"));
      schema.put(
          "x-enum-descriptions", Trees.listOf("The first one.", "The second.", "The third."));
    }
  }

  static List<Object> values(Spec spec, Target target) {
    return Trees.list(target.schema(spec).get("enum"));
  }

  static List<Object> words(Spec spec, Target target) {
    return Trees.list(target.schema(spec).get("x-enum-descriptions"));
  }

  /** Turns {@code snake_case} into {@code camelCase} and the reverse. */
  static String recase(String name) {
    if (name.contains("_")) {
      StringBuilder camel = new StringBuilder();
      for (String word : name.split("_", -1)) {
        camel.append(camel.length() == 0 ? word : capitalised(word));
      }
      return camel.toString();
    }
    String snake = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    return snake.equals(name) ? capitalised(name) : snake;
  }

  private static String capitalised(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static void replace(Object list, String from, String to) {
    if (list instanceof List<?>) {
      Trees.list(list).replaceAll(element -> element.equals(from) ? to : element);
    }
  }
}
