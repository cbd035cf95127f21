package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * How a request is changed to become acceptable.
 *
 * @param place the property that is changed
 * @param ofValue whether it gives the property a value of ours and leaves the rest as it is
 * @param edit changes the object that the property stands in, by the property's name
 */
public record RequestEdit(
    SpecLocation place, boolean ofValue, BiConsumer<Map<String, @Nullable Object>, String> edit) {
  /** A value, or that there is none. */
  public record Lookup(boolean found, @Nullable Object value) {}

  /** Puts a copy of the value, so that further edits can change what is in it. */
  public static RequestEdit put(SpecLocation place, @Nullable Object value) {
    return new RequestEdit(place, true, (object, name) -> object.put(name, copy(value)));
  }

  public static RequestEdit leaveOut(SpecLocation place) {
    return new RequestEdit(place, false, (object, name) -> object.remove(name));
  }

  /** Leaves out what can be put back by itself. */
  public static RequestEdit leaveOutForNow(SpecLocation place) {
    return new RequestEdit(place, true, (object, name) -> object.remove(name));
  }

  public static RequestEdit rename(SpecLocation place, String newName) {
    return new RequestEdit(
        place,
        false,
        (object, name) -> {
          if (object.containsKey(name)) {
            object.put(newName, object.remove(name));
          }
        });
  }

  public static RequestEdit give(SpecLocation place) {
    return new RequestEdit(place, false, (object, name) -> object.putIfAbsent(name, "test"));
  }

  /** Changes a body, whose objects must be changeable. */
  public void apply(@Nullable Object body) {
    String path = SpecLocations.parent(place).path();
    for (Object object : objects(body, path)) {
      @SuppressWarnings("unchecked") // The objects of JSON are all of this type.
      Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) object;
      edit.accept(members, place.name());
    }
  }

  /** Returns the first value at a JSON path. */
  public static Lookup find(@Nullable Object body, String path) {
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    String name = path.substring(path.lastIndexOf('.') + 1);
    for (Object object : objects(body, parent)) {
      if (object instanceof Map<?, ?> members && members.containsKey(name)) {
        return new Lookup(true, members.get(name));
      }
    }
    return new Lookup(false, null);
  }

  private static List<Object> objects(@Nullable Object body, String path) {
    List<Object> here = new ArrayList<>();
    if (body instanceof Map) {
      here.add(body);
    }
    for (String step : path.replace("[*]", ".[*]").split("\\.", -1)) {
      if (!step.equals("$") && !step.isEmpty()) {
        here = step(here, step);
      }
    }
    return here.stream().filter(value -> value instanceof Map).toList();
  }

  private static List<Object> step(List<Object> here, String step) {
    List<Object> next = new ArrayList<>();
    for (Object value : here) {
      if (step.equals("[*]") && value instanceof List<?> list) {
        list.stream().filter(element -> element != null).forEach(next::add);
      } else if (value instanceof Map<?, ?> object && object.get(step) != null) {
        next.add(object.get(step));
      }
    }
    return next;
  }

  /** Returns a deep copy that can be changed. */
  public static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      object.forEach((name, member) -> copy.put(String.valueOf(name), copy(member)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    return value;
  }
}
