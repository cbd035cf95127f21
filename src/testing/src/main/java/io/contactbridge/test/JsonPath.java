package io.contactbridge.test;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes values of JSON objects at paths such as {@code $.data.email}. */
final class JsonPath {
  private JsonPath() {}

  @SuppressWarnings("unchecked") // The keys of a JSON object are strings.
  static Map<String, Object> object(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  /** Returns whether there is a value at the path, even if it is null. */
  static boolean has(Map<String, Object> document, String path) {
    Object parent = at(document, parent(path));
    return parent instanceof Map<?, ?> object && object.containsKey(name(path));
  }

  static @Nullable Object at(Map<String, Object> document, String path) {
    Object value = document;
    for (String name : names(path)) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return value;
  }

  /** Sets the value at the path, and creates missing objects on the way. */
  @SuppressWarnings("NullAway") // JSON has null.
  static void put(Map<String, Object> document, String path, @Nullable Object value) {
    Map<String, Object> parent = document;
    for (String name : names(parent(path))) {
      parent = object(parent.computeIfAbsent(name, missing -> new LinkedHashMap<>()));
    }
    parent.put(name(path), value);
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String[] names(String path) {
    return path.equals("$") ? new String[0] : path.substring("$.".length()).split("\\.", -1);
  }
}
