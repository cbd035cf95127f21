package io.contactbridge.internal.mapping;

import io.contactbridge.client.Model;
import io.contactbridge.client.OpenEnum;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a value must be for JSON to carry it unchanged: text that UTF-8 can encode, and no more
 * values and levels than any CRM has a use for.
 *
 * <p>UTF-8 has no form for half of a surrogate pair, and okio writes {@code ?} in its place. A
 * value that contains itself, or the same list again and again, has no end or an absurd size.
 */
public final class JsonCheck {
  /** How many lists and maps may stand in each other in one value. */
  static final int DEEPEST = 32;

  private static final int MOST = 100_000;

  private final List<Object> around = new ArrayList<>();
  private final int deepest;
  private int values;

  private JsonCheck(int deepest) {
    this.deepest = deepest;
  }

  /** Returns what would be right, or null if the value is. It does not repeat the value. */
  public static @Nullable String objection(@Nullable Object value) {
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
    if (value instanceof OpenEnum known) {
      return check(known.value());
    }
    boolean isCollection = value instanceof List || value instanceof Map || value instanceof Model;
    if (value == null || !isCollection) {
      return null;
    }
    if (isAround(value)) {
      return "a value that does not contain itself";
    }
    if (around.size() == deepest) {
      return "a value of at most " + DEEPEST + " lists and maps within each other";
    }
    around.add(value);
    String objection = checkInside(value);
    around.remove(around.size() - 1);
    return objection;
  }

  private boolean isAround(Object value) {
    for (int i = 0; i < around.size(); i++) {
      if (around.get(i) == value) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String checkInside(Object collection) {
    if (collection instanceof List<?> list) {
      return checkEach(list);
    }
    if (collection instanceof Model model) {
      for (Property<?> property : model.properties()) {
        String objection = check(model.get(property));
        if (objection != null) {
          return objection;
        }
      }
    }
    Map<?, ?> members = collection instanceof Model model ? model.extra() : (Map<?, ?>) collection;
    if (members.isEmpty()) {
      return null;
    }
    String objection = checkEach(members.keySet());
    return objection == null ? checkEach(members.values()) : objection;
  }

  private @Nullable String checkEach(Collection<?> values) {
    for (Object value : values) {
      String objection = check(value);
      if (objection != null) {
        return objection;
      }
    }
    return null;
  }

  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        int next = i + 1;
        if (Character.isLowSurrogate(c)
            || next == text.length()
            || !Character.isLowSurrogate(text.charAt(next))) {
          return false;
        }
        i = next;
      }
    }
    return true;
  }
}
