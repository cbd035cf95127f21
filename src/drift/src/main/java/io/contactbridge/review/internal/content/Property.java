package io.contactbridge.review.internal.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A property in a body, with its parts.
 *
 * @param path a JSON path, in which {@code [*]} is any element and {@code .*} any further property
 * @param own as it stands in its object, references not followed
 * @param parts the properties of an object, or of the elements of a list
 */
public record Property(String path, String name, Node own, boolean required, List<Property> parts) {
  private static final int DEEPEST = 12;

  /** Returns the properties of a body. */
  public static List<Property> of(Node schema) {
    return parts("$", schema, 0);
  }

  public Node schema() {
    return own.resolved();
  }

  /** Returns this and everything below it by path. */
  public static Map<String, Property> byPath(List<Property> properties) {
    Map<String, Property> byPath = new LinkedHashMap<>();
    for (Property property : properties) {
      byPath.put(property.path, property);
      byPath.putAll(byPath(property.parts));
    }
    return byPath;
  }

  private static List<Property> parts(String path, Node reference, int depth) {
    List<Property> parts = new ArrayList<>();
    if (depth > DEEPEST) {
      return parts;
    }
    Node schema = reference.resolved();
    for (Node part : schema.get("allOf").items()) {
      parts.addAll(parts(path, part, depth + 1));
    }
    List<String> required = schema.texts("required");
    schema
        .get("properties")
        .entries()
        .forEach(
            (name, own) ->
                parts.add(property(path + "." + name, name, own, required.contains(name), depth)));
    if (!parts.isEmpty() && isOpen(schema)) {
      parts.add(property(path + ".*", "*", schema.raw("additionalProperties"), false, DEEPEST));
    }
    return List.copyOf(parts);
  }

  private static Property property(
      String path, String name, Node own, boolean required, int depth) {
    Node schema = own.resolved();
    List<Property> parts = new ArrayList<>(parts(path, own, depth + 1));
    if (schema.get("items").exists()) {
      parts.addAll(parts(path + "[*]", schema.raw("items"), depth + 1));
    }
    return new Property(path, name, own, required, parts);
  }

  private static boolean isOpen(Node schema) {
    return schema.is("additionalProperties")
        || !schema.get("additionalProperties").entries().isEmpty();
  }
}
