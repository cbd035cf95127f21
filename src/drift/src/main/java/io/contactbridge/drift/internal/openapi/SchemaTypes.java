package io.contactbridge.drift.internal.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The types and the values that a schema itself admits, without its alternatives.
 *
 * @param names sorted; empty for any type
 * @param values the only ones there may be, as sorted JSON texts; empty if there are others
 */
record SchemaTypes(Set<String> names, boolean nullable, List<String> values) {
  static SchemaTypes of(FlatSchema schema) {
    Set<String> names = new TreeSet<>();
    Set<String> values = new TreeSet<>();
    boolean listed = false;
    for (SpecNode part : schema.parts()) {
      List<String> own = values(part);
      if (!own.isEmpty()) {
        narrow(values, own, listed);
        listed = true;
      }
      Set<String> types = declared(part);
      narrow(names, types, !names.isEmpty());
    }
    if (names.isEmpty()) {
      names.addAll(implied(schema, values));
    }
    boolean orNull = names.remove("null");
    boolean nullable = orNull || schema.isTrue("nullable") || schema.orNull();
    values.remove("null");
    return new SchemaTypes(names, nullable, List.copyOf(values));
  }

  /** Both hold, so what is in both is left; of two that contradict each other the first counts. */
  private static void narrow(Set<String> all, Iterable<String> more, boolean begun) {
    Set<String> others = new TreeSet<>();
    more.forEach(others::add);
    if (!begun) {
      all.addAll(others);
    } else if (all.stream().anyMatch(others::contains)) {
      all.retainAll(others);
    }
  }

  private static Set<String> declared(SpecNode part) {
    Set<String> types = new TreeSet<>();
    SpecNode type = part.child("type");
    if (type != null && !type.isArray()) {
      types.add(type.isNull() ? "null" : String.valueOf(type.text()));
    } else if (type != null) {
      type.elements().forEach(each -> types.add(each.isNull() ? "null" : "" + each.text()));
    }
    return types;
  }

  private static Set<String> implied(FlatSchema schema, Set<String> values) {
    Set<String> types = new TreeSet<>();
    if (schema.child("properties") != null) {
      types.add("object");
    } else if (schema.child("items") != null) {
      types.add("array");
    } else {
      values.forEach(value -> types.add(typeOf(value)));
    }
    return types;
  }

  private static List<String> values(SpecNode part) {
    SpecNode constant = part.child("const");
    SpecNode values = part.child("enum");
    List<String> all = new ArrayList<>();
    if (constant != null) {
      all.add(constant.json());
    } else if (values != null) {
      values.elements().forEach(each -> all.add(each.json()));
    }
    return all;
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
