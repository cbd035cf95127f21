package io.contactbridge.drift;

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
record Remedy(
    Place place, boolean ofValue, BiConsumer<Map<String, @Nullable Object>, String> edit) {
  /** A value, or that there is none. */
  record Found(boolean found, @Nullable Object value) {}

  static Remedy put(Place place, @Nullable Object value) {
    return new Remedy(place, true, (object, name) -> object.put(name, value));
  }

  static Remedy leaveOut(Place place) {
    return new Remedy(place, false, (object, name) -> object.remove(name));
  }

  /** Leaves out what can be put back by itself. */
  static Remedy leaveOutForNow(Place place) {
    return new Remedy(place, true, (object, name) -> object.remove(name));
  }

  static Remedy rename(Place place, String newName) {
    return new Remedy(
        place,
        false,
        (object, name) -> {
          if (object.containsKey(name)) {
            object.put(newName, object.remove(name));
          }
        });
  }

  static Remedy give(Place place) {
    return new Remedy(place, false, (object, name) -> object.putIfAbsent(name, "test"));
  }

  /** Changes a body, whose objects must be changeable. */
  void apply(@Nullable Object body) {
    String path = Places.parent(place).path();
    for (Object object : objects(body, path)) {
      @SuppressWarnings("unchecked") // The objects of JsonValues are all of this type.
      Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) object;
      edit.accept(members, place.name());
    }
  }

  /** Returns the first value at a JSON path. */
  static Found find(@Nullable Object body, String path) {
    String parent = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    String name = path.substring(path.lastIndexOf('.') + 1);
    for (Object object : objects(body, parent)) {
      if (object instanceof Map<?, ?> members && members.containsKey(name)) {
        return new Found(true, members.get(name));
      }
    }
    return new Found(false, null);
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
  static @Nullable Object copy(@Nullable Object value) {
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
