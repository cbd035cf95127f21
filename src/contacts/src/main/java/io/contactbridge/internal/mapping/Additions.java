package io.contactbridge.internal.mapping;

import io.contactbridge.client.Model;
import io.contactbridge.client.Property;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a caller adds to a request beyond the normalised fields. */
final class Additions {
  private Additions() {}

  /**
   * Copies the properties of {@code from}.
   *
   * @param path where the object stands, as a JSON path
   * @param except a property that is not copied, since it is not the object's own
   * @return the JSON paths of what was copied
   * @throws IllegalArgumentException if one of them is set already, or if {@code from} has a value
   *     that no property can hold; the message names it
   */
  static List<String> copy(
      Model from, Model.Builder<?, ?> to, String path, @Nullable Property<?> except) {
    if (!from.extra().isEmpty()) {
      throw new IllegalArgumentException(
          path + " has no such properties as " + from.extra().keySet());
    }
    return copyProperties(from, to, path, except);
  }

  /** Does the same for an object that is open to the account's own names, which are not copied. */
  static List<String> copyProperties(
      Model from, Model.Builder<?, ?> to, String path, @Nullable Property<?> except) {
    List<String> paths = new ArrayList<>();
    for (Property<?> property : from.properties()) {
      if (property != except) {
        String place = path + "." + property.name();
        refuseSecond(to.has(property), place);
        copy(property, from, to);
        paths.add(place);
      }
    }
    return paths;
  }

  static void refuseSecond(boolean isSet, String place) {
    if (isSet) {
      throw new IllegalArgumentException(place + " is set twice");
    }
  }

  private static <T> void copy(Property<T> property, Model from, Model.Builder<?, ?> to) {
    to.set(property, from.get(property));
  }
}
