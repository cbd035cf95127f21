package io.contactbridge;

import io.contactbridge.client.Model;
import io.contactbridge.client.OpenEnum;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be for JSON to carry it unchanged: text that UTF-8 can encode, and no more
 * values and levels than any CRM has a use for.
 *
 * <p>UTF-8 has no form for half of a surrogate pair, and okio writes {@code ?} in its place. A
 * value that contains itself, or the same list again and again, has no end or an absurd size.
 */
final class JsonCheck {
  /** How many lists and maps may stand in each other in one value. */
  static final int DEEPEST = 32;

  private static final int MOST = 100_000;

  private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());
  private final int deepest;
  private int values;

  private JsonCheck(int deepest) {
    this.deepest = deepest;
  }

  /** Returns what would be right, or null if the value is. It does not repeat the value. */
  static @Nullable String objection(@Nullable Object value) {
    // Most values are text, which needs nothing of what a collection does.
    return value instanceof String text ? objection(text) : new JsonCheck(DEEPEST).check(value);
  }

  /** Does the same for a collection of values, of which each may be as deep. */
  static @Nullable String objectionToEach(Object values) {
    return new JsonCheck(DEEPEST + 1).check(values);
  }

  private static @Nullable String objection(String text) {
    return isWhole(text)
        ? null
        : "text that UTF-8 can carry, so without one half of a surrogate pair alone";
  }

  private @Nullable String check(@Nullable Object value) {
    values++;
    if (values > MOST) {
      return "at most " + MOST + " values, lists and maps included";
    }
    if (value instanceof String text) {
      return objection(text);
    }
    Collection<?> inside = inside(value);
    if (value == null || inside == null) {
      return null;
    }
    if (!around.add(value)) {
      return "a value that does not contain itself";
    }
    if (around.size() > deepest) {
      return "a value of at most " + DEEPEST + " lists and maps within each other";
    }
    for (Object element : inside) {
      String objection = check(element);
      if (objection != null) {
        return objection;
      }
    }
    around.remove(value);
    return null;
  }

  /** Returns what stands in a value, keys included, or null if nothing can stand in it. */
  private static @Nullable Collection<?> inside(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof Map<?, ?> map) {
      return inside(map);
    }
    if (value instanceof OpenEnum known) {
      return List.of(known.value());
    }
    if (value instanceof Model model) {
      List<@Nullable Object> inside = new ArrayList<>(inside(model.extra()));
      for (Property<?> property : model.properties()) {
        inside.add(model.get(property));
      }
      return inside;
    }
    return null;
  }

  private static Collection<@Nullable Object> inside(Map<?, ?> map) {
    List<@Nullable Object> inside = new ArrayList<>(map.keySet());
    inside.addAll(map.values());
    return inside;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return false;
      }
    }
    return true;
  }
}
