package io.contactbridge.review;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.openapi.SpecDocument;
import io.contactbridge.drift.internal.openapi.SpecNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML file. A value that is missing is a node too, so that a specification with gaps
 * is shown with gaps.
 */
record Node(@Nullable SpecNode here) {
  static final Node MISSING = new Node(null);

  /**
   * Reads a file, which may be empty.
   *
   * @throws CannotReviewException if it is not YAML
   */
  static Node read(Source source) {
    try {
      return new Node(SpecDocument.value(source));
    } catch (CannotCheckException e) {
      throw new CannotReviewException(String.valueOf(e.getMessage()), e);
    }
  }

  boolean exists() {
    return here != null && !here.isNull();
  }

  boolean isArray() {
    return here != null && here.isArray();
  }

  /** Returns the whole document, in which references are looked up. */
  Node root() {
    return here == null ? MISSING : new Node(here.root());
  }

  /** Returns the member of that name as it is written. */
  Node raw(String name) {
    return here == null ? MISSING : new Node(here.child(name));
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

  /** Returns the value after all references. */
  Node resolved() {
    try {
      return here == null ? MISSING : new Node(here.target());
    } catch (CannotCheckException e) {
      return MISSING;
    }
  }

  /** Returns the last word of a reference, such as {@code ContactInput}, or an empty text. */
  String referenceName() {
    String reference = raw("$ref").text();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** Returns the value as it is written; empty if it is missing, null, an object or an array. */
  String text() {
    String text = here == null ? null : here.text();
    return text == null ? "" : text;
  }

  String text(String name) {
    return get(name).text();
  }

  boolean is(String name) {
    return text(name).equals("true");
  }

  /** Returns the members in the order in which they are written, references not followed. */
  Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (here != null) {
      here.children().forEach((name, member) -> entries.put(name, new Node(member)));
    }
    return entries;
  }

  List<Node> items() {
    return here == null
        ? List.of()
        : here.elements().stream().map(item -> new Node(item).resolved()).toList();
  }

  List<String> texts(String name) {
    return get(name).items().stream().map(Node::text).toList();
  }

  /** Returns the value as {@link io.contactbridge.client.JsonValue} has it. */
  @Nullable Object value() {
    return here == null ? null : here.value();
  }
}
