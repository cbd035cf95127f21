package io.contactbridge.drift;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The types that a schema and its branches admit.
 *
 * @param names sorted; empty for any type
 * @param schemas the schemas that say something of the value: the schema itself or its branches
 */
record SchemaTypes(Set<String> names, boolean nullable, List<Schema> schemas) {
  private static final int DEPTH = 10;

  static SchemaTypes of(Schema schema) {
    Set<String> names = new TreeSet<>();
    List<Schema> schemas = new ArrayList<>();
    boolean any = collect(schema, names, schemas, DEPTH);
    boolean nullable = names.remove("null");
    return new SchemaTypes(any ? Set.of() : names, nullable, schemas);
  }

  @Nullable String text() {
    return names.isEmpty() ? null : String.join("|", names);
  }

  /** Returns what every schema says of the key, or null if they differ or one says nothing. */
  @Nullable String agreed(String key) {
    Set<@Nullable String> values = new HashSet<>();
    for (Schema schema : schemas) {
      SpecNode child = schema.child(key);
      values.add(child == null ? null : child.text());
    }
    return values.size() == 1 ? values.iterator().next() : null;
  }

  /** Returns the only values there may be, as sorted JSON texts; empty if there are others. */
  static List<String> values(Schema schema) {
    Set<String> values = new TreeSet<>();
    for (Schema each : of(schema).schemas()) {
      List<String> own = ownValues(each);
      if (own.isEmpty()) {
        return List.of();
      }
      values.addAll(own);
    }
    values.remove("null");
    return List.copyOf(values);
  }

  /** Returns the names of which one must be there, sorted. */
  static List<String> atLeastOneOf(Schema schema) {
    Set<String> names = new TreeSet<>();
    for (SpecNode choice : schema.children("anyOf")) {
      List<Schema> branches = choice.elements().stream().map(Schema::of).toList();
      if (!branches.isEmpty() && branches.stream().allMatch(SchemaTypes::onlyRequires)) {
        branches.forEach(
            branch -> names.add(String.join("+", branch.definition().texts("required"))));
      }
    }
    SpecNode named = schema.child("x-at-least-one-of");
    if (names.isEmpty() && named != null) {
      named.elements().stream().map(SpecNode::text).forEach(names::add);
    }
    return List.copyOf(names);
  }

  /** Returns whether a branch asks for properties and says nothing else. */
  static boolean onlyRequires(Schema branch) {
    return branch.definition().children().keySet().equals(Set.of("required"));
  }

  /** Returns whether the schema admits any type. */
  private static boolean collect(
      Schema schema, Set<String> names, List<Schema> schemas, int depth) {
    if (schema.isTrue("nullable")) {
      names.add("null");
    }
    List<Schema> branches =
        schema.branches().stream().filter(branch -> !onlyRequires(branch)).toList();
    Set<String> own = own(schema);
    if (!own.isEmpty() || branches.isEmpty() || depth == 0) {
      names.addAll(own);
      if (!own.equals(Set.of("null"))) {
        schemas.add(schema);
      }
      return own.isEmpty();
    }
    boolean any = false;
    for (Schema branch : branches) {
      any |= collect(branch, names, schemas, depth - 1);
    }
    return any;
  }

  private static Set<String> own(Schema schema) {
    Set<String> types = new TreeSet<>();
    SpecNode type = schema.child("type");
    if (type != null) {
      String text = type.isNull() ? "null" : type.text();
      if (text != null) {
        types.add(text);
      }
      type.elements().forEach(each -> types.add(each.isNull() ? "null" : text(each)));
    } else if (schema.child("properties") != null) {
      types.add("object");
    } else if (schema.child("items") != null) {
      types.add("array");
    } else {
      ownValues(schema).forEach(value -> types.add(typeOf(value)));
    }
    return types;
  }

  private static String text(SpecNode node) {
    String text = node.text();
    return text == null ? "" : text;
  }

  private static List<String> ownValues(Schema schema) {
    SpecNode constant = schema.child("const");
    SpecNode values = schema.child("enum");
    if (constant != null) {
      return List.of(constant.json());
    }
    return values == null ? List.of() : values.elements().stream().map(SpecNode::json).toList();
  }

  private static String typeOf(String json) {
    return switch (json.charAt(0)) {
      case '"' -> "string";
      case '{' -> "object";
      case '[' -> "array";
      case 't', 'f' -> "boolean";
      case 'n' -> "null";
      default -> json.contains(".") ? "number" : "integer";
    };
  }
}
