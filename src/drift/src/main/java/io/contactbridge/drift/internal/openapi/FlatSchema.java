package io.contactbridge.drift.internal.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A schema with what it refers to and what {@code allOf} adds, as one. Of two that say the same
 * thing, the one nearer to the place counts, unless both can hold.
 *
 * @param definition where it is written down
 * @param parts the schemas that hold together, the nearest first
 * @param orNull whether null is one of its alternatives
 * @param choices the alternatives; a choice without one is none, and its schema is among the parts
 */
record FlatSchema(SpecNode definition, List<SpecNode> parts, boolean orNull, List<Choice> choices) {
  /**
   * Schemas of which one must hold.
   *
   * @param exactly whether no other may, as in {@code oneOf}
   */
  record Choice(boolean exactly, List<SpecNode> branches) {
    /** Returns whether the branches ask for properties and say nothing else. */
    boolean onlyRequires() {
      return branches.stream()
          .allMatch(branch -> branch.target().children().keySet().equals(Set.of("required")));
    }
  }

  static FlatSchema of(SpecNode node) {
    Flattening flat = new Flattening();
    flat.add(node);
    boolean plainReference = node.isReference() && node.children().size() == 1;
    return new FlatSchema(
        plainReference ? node.target() : node,
        List.copyOf(flat.parts),
        flat.orNull,
        List.copyOf(flat.choices));
  }

  /** Collects what holds together. */
  private static final class Flattening {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<SpecNode> parts = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();
    private boolean orNull;

    void add(SpecNode node) {
      if (!seen.add(node.identity())) {
        return;
      }
      parts.add(node);
      if (node.isReference()) {
        add(node.target());
      }
      elements(node, "allOf").forEach(this::add);
      choice(elements(node, "oneOf"), true);
      choice(elements(node, "anyOf"), false);
    }

    private void choice(List<SpecNode> all, boolean exactly) {
      List<SpecNode> branches = all.stream().filter(branch -> !isNull(branch.target())).toList();
      orNull |= branches.size() < all.size();
      Choice choice = new Choice(exactly, branches);
      if (branches.size() == 1 && !choice.onlyRequires()) {
        add(branches.get(0));
      } else if (!branches.isEmpty()) {
        choices.add(choice);
      }
    }

    private static boolean isNull(SpecNode branch) {
      SpecNode type = branch.child("type");
      SpecNode values = branch.child("enum");
      SpecNode constant = branch.child("const");
      return (type != null && (type.isNull() || "null".equals(type.text())))
          || (constant != null && constant.isNull())
          || (values != null
              && !values.elements().isEmpty()
              && values.elements().stream().allMatch(SpecNode::isNull));
    }

    private static List<SpecNode> elements(SpecNode node, String key) {
      SpecNode list = node.child(key);
      return list == null ? List.of() : list.elements();
    }
  }

  /** Returns what the nearest part that has the key says, or null if none has it. */
  @Nullable SpecNode child(String key) {
    return children(key).stream().findFirst().orElse(null);
  }

  /** Returns what every part says of the key. */
  List<SpecNode> children(String key) {
    List<SpecNode> children = new ArrayList<>();
    for (SpecNode part : parts) {
      SpecNode child = part.child(key);
      if (child != null) {
        children.add(child);
      }
    }
    return children;
  }

  boolean isTrue(String key) {
    SpecNode child = child(key);
    return child != null && "true".equals(child.text());
  }

  /** Returns whether no value is admitted at all, as by the schema {@code false}. */
  boolean isNever() {
    return parts.stream().anyMatch(part -> "false".equals(part.text()));
  }

  Map<String, FlatSchema> properties() {
    Map<String, FlatSchema> properties = new LinkedHashMap<>();
    for (SpecNode each : children("properties")) {
      each.children().forEach((name, node) -> properties.merge(name, of(node), FlatSchema::and));
    }
    return properties;
  }

  private FlatSchema and(FlatSchema other) {
    List<SpecNode> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    List<Choice> all = new ArrayList<>(choices);
    all.addAll(other.choices);
    return new FlatSchema(definition, both, orNull || other.orNull, all);
  }
}
