package io.contactbridge.drift.internal.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The types that {@link Aspect#TYPE} names; empty stands for any. */
public final class JsonTypes {
  private static final Set<String> HOLDERS = Set.of("object", "array");

  private JsonTypes() {}

  public static Set<String> of(@Nullable String type) {
    return type == null ? Set.of() : new TreeSet<>(Set.of(type.split("\\|")));
  }

  /** Returns the type of a JSON value; 5.0 is an integer, as in OpenAPI. */
  public static String ofValue(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof Number number) {
      return Numbers.exact(number).stripTrailingZeros().scale() <= 0 ? "integer" : "number";
    }
    return value instanceof Boolean
        ? "boolean"
        : value instanceof Map ? "object" : value instanceof List ? "array" : "string";
  }

  /** Returns whether both are objects, both are arrays or neither is. */
  public static boolean sameShape(Set<String> these, Set<String> those) {
    return these.isEmpty() || those.isEmpty() || holders(these).equals(holders(those));
  }

  /** Returns whether every value of these types is also one of those. */
  public static boolean within(Set<String> these, Set<String> those) {
    if (those.isEmpty()) {
      return true;
    }
    Set<String> wider = new HashSet<>(those);
    if (wider.contains("number")) {
      wider.add("integer");
    }
    return !these.isEmpty() && wider.containsAll(these);
  }

  /** Returns whether none of them is an object or an array. */
  public static boolean areScalar(Set<String> types) {
    return !types.isEmpty() && holders(types).isEmpty();
  }

  private static Set<String> holders(Set<String> types) {
    Set<String> holders = new HashSet<>(types);
    holders.retainAll(HOLDERS);
    return holders;
  }
}
