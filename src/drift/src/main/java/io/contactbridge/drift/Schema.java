package io.contactbridge.drift;

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
 * thing, the one nearer to the place counts.
 *
 * @param definition where it is written down
 * @param parts the schemas that hold together, the nearest first
 */
record Schema(SpecNode definition, List<SpecNode> parts) {
  static Schema of(SpecNode node) {
    List<SpecNode> parts = new ArrayList<>();
    flatten(node, parts, Collections.newSetFromMap(new IdentityHashMap<>()));
    boolean plainReference = node.isReference() && node.children().size() == 1;
    return new Schema(plainReference ? node.target() : node, List.copyOf(parts));
  }

  private static void flatten(SpecNode node, List<SpecNode> parts, Set<Object> seen) {
    if (!seen.add(node.identity())) {
      return;
    }
    parts.add(node);
    if (node.isReference()) {
      flatten(node.target(), parts, seen);
    }
    SpecNode all = node.child("allOf");
    if (all != null) {
      all.elements().forEach(part -> flatten(part, parts, seen));
    }
  }

  /** Returns what the nearest part that has the key says, or null if none has it. */
  @Nullable SpecNode child(String key) {
    for (SpecNode part : parts) {
      SpecNode child = part.child(key);
      if (child != null) {
        return child;
      }
    }
    return null;
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

  Map<String, Schema> properties() {
    Map<String, Schema> properties = new LinkedHashMap<>();
    for (SpecNode each : children("properties")) {
      each.children().forEach((name, node) -> properties.merge(name, of(node), Schema::and));
    }
    return properties;
  }

  /** Returns the schemas of which one must hold; empty if there is no such choice. */
  List<Schema> branches() {
    List<Schema> branches = new ArrayList<>();
    for (String key : List.of("oneOf", "anyOf")) {
      for (SpecNode choice : children(key)) {
        choice.elements().forEach(branch -> branches.add(of(branch)));
      }
    }
    return branches;
  }

  private Schema and(Schema other) {
    List<SpecNode> both = new ArrayList<>(parts);
    both.addAll(other.parts);
    return new Schema(definition, both);
  }
}
