package io.contactbridge.drift.internal.openapi;

import static java.util.stream.Collectors.joining;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value in a specification, which knows where it stands. */
public final class SpecNode {
  private static final String REFERENCE = "$ref";
  private static final int DEPTH = 100;

  /** The kind of the values in an object. */
  private enum Holds {
    VALUES,
    SCHEMA,
    NAMED_SCHEMAS;

    private static final Set<String> OF_NAMES =
        Set.of("properties", "patternProperties", "dependentSchemas", "mapping");
    private static final Set<String> OF_VALUES = Set.of("const", "default", "enum");
    private static final Set<String> FOR_PEOPLE =
        Set.of("$comment", "description", "example", "examples", "externalDocs", "title");

    Holds under(String key) {
      return switch (this) {
        case VALUES -> VALUES;
        case NAMED_SCHEMAS -> SCHEMA;
        case SCHEMA ->
            OF_NAMES.contains(key) ? NAMED_SCHEMAS : OF_VALUES.contains(key) ? VALUES : SCHEMA;
      };
    }

    boolean onlyForPeople(String key) {
      return this == SCHEMA && (FOR_PEOPLE.contains(key) || key.startsWith("x-"));
    }
  }

  private final SpecDocument document;
  private final Node node;
  private final String pointer;
  private final int line;
  private @Nullable Map<String, SpecNode> children;

  SpecNode(SpecDocument document, Node node, String pointer, int line) {
    this.document = document;
    this.node = node;
    this.pointer = pointer;
    this.line = line;
  }

  /** Returns the place as a JSON pointer. */
  String pointer() {
    return pointer;
  }

  /** Returns the line of the key, or of the value if there is no key, from 1. */
  public int line() {
    return line;
  }

  /** Returns the whole document. */
  public SpecNode root() {
    return document.root();
  }

  Facts.Origin origin() {
    return new Facts.Origin(document.name(), pointer, line);
  }

  /** Returns an object that is the same for all references to this value. */
  Object identity() {
    return node;
  }

  public boolean isObject() {
    return node instanceof MappingNode;
  }

  public boolean isArray() {
    return node instanceof SequenceNode;
  }

  public boolean isNull() {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  boolean isReference() {
    return reference() != null;
  }

  @Nullable String reference() {
    SpecNode target = isObject() ? child(REFERENCE) : null;
    return target == null ? null : target.text();
  }

  /** Returns all references in the value, as they stand there. */
  List<SpecNode> references() {
    List<SpecNode> references = new ArrayList<>();
    document.count(this);
    if (isReference()) {
      references.add(this);
    } else {
      children().values().forEach(child -> references.addAll(child.references()));
      elements().forEach(element -> references.addAll(element.references()));
    }
    return references;
  }

  /** Returns the target of a reference in this document. */
  SpecNode find(String reference) {
    return document.find(reference, this);
  }

  /** Returns the value after all references. */
  public SpecNode target() {
    return document.follow(this);
  }

  /** Returns the value of a key as it stands there, or null if there is none. */
  public @Nullable SpecNode child(String key) {
    return children().get(key);
  }

  /** Returns the value of a key after all references, or null if there is none. */
  @Nullable SpecNode get(String key) {
    SpecNode child = child(key);
    return child == null ? null : child.target();
  }

  /** Returns the values by their keys as they stand there; empty if this is no object. */
  public Map<String, SpecNode> children() {
    if (children == null) {
      children = Collections.unmodifiableMap(readChildren());
    }
    return children;
  }

  /** Returns the elements as they stand there; empty if this is no array. */
  public List<SpecNode> elements() {
    List<SpecNode> elements = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node element : sequence.getValue()) {
        elements.add(at(String.valueOf(elements.size()), element, element));
      }
    }
    return elements;
  }

  /** Returns the text of a scalar that is not null, whatever its type; else null. */
  public @Nullable String text() {
    return node instanceof ScalarNode scalar && !isNull() ? scalar.getValue() : null;
  }

  public @Nullable String text(String key) {
    SpecNode child = child(key);
    return child == null ? null : child.text();
  }

  List<String> texts(String key) {
    SpecNode child = child(key);
    List<String> texts = new ArrayList<>();
    for (SpecNode element : child == null ? List.<SpecNode>of() : child.elements()) {
      String text = element.text();
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  boolean isTrue(String key) {
    return "true".equals(text(key));
  }

  /** Returns a number in its shortest form, or null if there is none. */
  @Nullable BigDecimal number(String key) {
    SpecNode child = child(key);
    return child == null ? null : child.number();
  }

  /** Returns a copy of the value with all that is in it, as {@link JsonValue} has it. */
  public @Nullable Object value() {
    return value(0);
  }

  private @Nullable Object value(int depth) {
    count(depth);
    if (isObject()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      children().forEach((key, child) -> object.put(key, child.value(depth + 1)));
      return object;
    }
    if (isArray()) {
      List<@Nullable Object> array = new ArrayList<>();
      elements().forEach(element -> array.add(element.value(depth + 1)));
      return array;
    }
    BigDecimal number = isNull() ? null : number();
    return number != null ? number : isBoolean() ? Boolean.valueOf(text()) : text();
  }

  /** Limits the size that aliases can produce. */
  private void count(int depth) {
    document.count(this);
    if (depth > DEPTH) {
      throw refusal("the value is nested more than " + DEPTH + " deep");
    }
  }

  /** YAML 1.1 takes yes and on for booleans, which OpenAPI does not. */
  private boolean isBoolean() {
    return node.getTag().equals(Tag.BOOL) && ("true".equals(text()) || "false".equals(text()));
  }

  /**
   * Returns the value as JSON, in which neither the order of keys nor 5.0 for 5 is a difference.
   */
  String json() {
    return json(0, Holds.VALUES);
  }

  /**
   * Returns what stands under a key of a schema as JSON, without what is only for people.
   *
   * @param key such as {@code not}
   */
  String rule(String key) {
    return json(0, Holds.SCHEMA.under(key)).replace("\"#/components/schemas/", "\"");
  }

  CannotCheckException refusal(String what) {
    return document.refusal(this, what);
  }

  private String json(int depth, Holds holds) {
    count(depth);
    if (isObject()) {
      return new TreeMap<>(children())
          .entrySet().stream()
              .filter(child -> !holds.onlyForPeople(child.getKey()))
              .map(
                  child ->
                      JsonValue.write(child.getKey())
                          + ":"
                          + child.getValue().json(depth + 1, holds.under(child.getKey())))
              .collect(joining(",", "{", "}"));
    }
    if (isArray()) {
      return elements().stream()
          .map(element -> element.json(depth + 1, holds))
          .collect(joining(",", "[", "]"));
    }
    return scalar();
  }

  private String scalar() {
    String text = text();
    if (text == null) {
      return "null";
    }
    BigDecimal number = number();
    if (number != null) {
      return Numbers.plain(number);
    }
    return isBoolean() ? text : JsonValue.write(text);
  }

  private @Nullable BigDecimal number() {
    if (!node.getTag().equals(Tag.INT) && !node.getTag().equals(Tag.FLOAT)) {
      return null;
    }
    return Numbers.parse(((ScalarNode) node).getValue());
  }

  private Map<String, SpecNode> readChildren() {
    Map<String, SpecNode> children = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        if (entry.getKeyNode().getTag().equals(Tag.MERGE)) {
          merged(entry.getValueNode()).forEach(children::putIfAbsent);
        } else {
          String key = ((ScalarNode) entry.getKeyNode()).getValue();
          children.put(key, at(key, entry.getValueNode(), entry.getKeyNode()));
        }
      }
    }
    return children;
  }

  private Map<String, SpecNode> merged(Node value) {
    Map<String, SpecNode> merged = new LinkedHashMap<>();
    SpecNode from = new SpecNode(document, value, pointer, line);
    document.enterMerge(from);
    for (SpecNode each : from.isArray() ? from.elements() : List.of(from)) {
      each.children().forEach(merged::putIfAbsent);
    }
    document.leaveMerge();
    return merged;
  }

  private SpecNode at(String token, Node value, Node marked) {
    String escaped = token.replace("~", "~0").replace("/", "~1");
    int at = marked.getStartMark().getLine() + 1;
    return new SpecNode(document, value, pointer + "/" + escaped, at);
  }
}
