package io.contactbridge.review.internal.content;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.openapi.SpecDocument;
import io.contactbridge.drift.internal.openapi.SpecNode;
import io.contactbridge.review.CannotReviewException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value in a YAML file. A value that is missing is a node too, so that a specification with gaps
 * is shown with gaps.
 */
public record Node(@Nullable SpecNode here) {
  public static final Node MISSING = new Node(null);

  /**
   * Reads a file, which may be empty.
   *
   * @throws CannotReviewException if it is not YAML
   */
  public static Node read(Source source) {
    try {
      return new Node(SpecDocument.value(source));
    } catch (CannotCheckException e) {
      throw new CannotReviewException(String.valueOf(e.getMessage()), e);
    }
  }

  public boolean exists() {
    return here != null && !here.isNull();
  }

  public boolean isArray() {
    return here != null && here.isArray();
  }

  /** Returns the whole document, in which references are looked up. */
  Node root() {
    return here == null ? MISSING : new Node(here.root());
  }

  /** Returns the member of that name as it is written. */
  public Node raw(String name) {
    return here == null ? MISSING : new Node(here.child(name));
  }

  /** Returns the member of that name after all references. */
  public Node get(String name) {
    return raw(name).resolved();
  }

  public Node get(String first, String... names) {
    Node node = get(first);
    for (String name : names) {
      node = node.get(name);
    }
    return node;
  }

  /** Returns the value after all references. */
  public Node resolved() {
    try {
      return here == null ? MISSING : new Node(here.target());
    } catch (CannotCheckException e) {
      return MISSING;
    }
  }

  /** Returns the last word of a reference, such as {@code ContactInput}, or an empty text. */
  public String referenceName() {
    String reference = raw("$ref").text();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  /** Returns the value as it is written; empty if it is missing, null, an object or an array. */
  public String text() {
    String text = here == null ? null : here.text();
    return text == null ? "" : text;
  }

  public String text(String name) {
    return get(name).text();
  }

  public boolean is(String name) {
    return text(name).equals("true");
  }

  /** Returns the members in the order in which they are written, references not followed. */
  public Map<String, Node> entries() {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (here != null) {
      here.children().forEach((name, member) -> entries.put(name, new Node(member)));
    }
    return entries;
  }

  public List<Node> items() {
    return here == null
        ? List.of()
        : here.elements().stream().map(item -> new Node(item).resolved()).toList();
  }

  List<String> texts(String name) {
    return get(name).items().stream().map(Node::text).toList();
  }

  /** Returns the value as {@link io.contactbridge.client.JsonValue} has it. */
  public @Nullable Object value() {
    return here == null ? null : here.value();
  }
}
