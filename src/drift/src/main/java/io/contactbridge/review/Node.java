package io.contactbridge.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a specification. What is not there is a node without a value, so that a specification
 * with gaps is shown with gaps.
 *
 * @param root the whole document, in which references are looked up
 */
record Node(@Nullable Object root, @Nullable Object value) {
  private static final int MOST_REFERENCES = 32;

  static Node of(@Nullable Object document) {
    return new Node(document, document);
  }

  boolean exists() {
    return value != null;
  }

  /** Returns the member of that name as it is written. */
  Node raw(String name) {
    return new Node(root, value instanceof Map<?, ?> map ? map.get(name) : null);
  }

  /** Returns the member of that name after all references. */
  Node get(String name) {
    return raw(name).resolved();
  }

  Node get(String first, String... names) {
    Node node = get(first);
    for (String name : names) {
      node = node.get(name);
    }
    return node;
  }

  /** Returns what this refers to in the end, or itself. */
  Node resolved() {
    Node node = this;
    for (int i = 0; i < MOST_REFERENCES; i++) {
      if (!(node.value instanceof Map<?, ?> map)
          || !(map.get("$ref") instanceof String reference)) {
        return node;
      }
      node = lookUp(reference);
    }
    return new Node(root, null);
  }

  /** Returns the last word of a reference, such as {@code ContactInput}, or an empty text. */
  String referenceName() {
    String reference = raw("$ref").text();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** Returns the value as a text, which is empty for what is not there and for what has parts. */
  String text() {
    return value instanceof Map || value instanceof List || value == null ? "" : value.toString();
  }

  String text(String name) {
    return get(name).text();
  }

  boolean is(String name) {
    return Boolean.TRUE.equals(get(name).value());
  }

  /** Returns the members in the order in which they are written, references not followed. */
  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> entries.put(String.valueOf(name), new Node(root, member)));
    }
    return entries;
  }

  List<Node> items() {
    List<Node> items = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(item -> items.add(new Node(root, item).resolved()));
    }
    return items;
  }

  private Node lookUp(String reference) {
    Object found = root;
    for (String step : reference.replaceFirst("^#/?", "").split("/", -1)) {
      String name = step.replace("~1", "/").replace("~0", "~");
      found = found instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return new Node(root, found);
  }
}
