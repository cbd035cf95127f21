package io.contactbridge.internal.mapping;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.contactbridge.client.JsonValue;
import io.contactbridge.client.Model;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** Finds values in JSON by their paths. */
final class JsonTree {
  private JsonTree() {}

  /**
   * Returns what {@code tree} has at a path of names, such as {@code $.contact.dndSettings}. The
   * last name may have dots in it.
   */
  static Found find(@Nullable Object tree, String path) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return new Found(true, tree);
    }
    String rest = path.substring(dot + 1);
    if (!(tree instanceof Map<?, ?> object)) {
      return Found.NOTHING;
    }
    if (object.containsKey(rest)) {
      return new Found(true, object.get(rest));
    }
    int next = rest.indexOf('.');
    return next < 0 ? Found.NOTHING : find(object.get(rest.substring(0, next)), rest);
  }

  /** Returns what an object has at a path: an object of the specification, or plain values. */
  static Found find(Model object, String path) {
    String rest = path.substring(path.indexOf('.') + 1);
    if (object.has(rest)) {
      return new Found(true, member(object, rest));
    }
    int dot = rest.indexOf('.');
    return dot >= 0 && object.get(rest.substring(0, dot)) instanceof Model inner
        ? find(inner, rest)
        : Found.NOTHING;
  }

  /** Returns what an object has under a name: an object of the specification, or plain values. */
  static @Nullable Object member(Model object, String name) {
    return object.get(name) instanceof Model inner ? inner : object.toJson(name);
  }

  /** Returns a value as it would be read from its JSON. */
  static Object plain(Object value) {
    return value instanceof Model object ? object.toJson() : value;
  }

  /**
   * Returns what a document has at some paths, as {@link #find(Object, String)} does, and reads no
   * more of it than that. If the document breaks off, returns the values before that point.
   */
  static Map<String, Found> find(Buffer json, Collection<String> paths) {
    Map<String, Found> found = new HashMap<>();
    List<Sought> sought =
        paths.stream()
            .map(path -> new Sought(path, path.substring(path.indexOf('.') + 1)))
            .toList();
    try {
      find(JsonReader.of(json), sought, found);
    } catch (IOException | JsonDataException e) {
      // The oddities of the document were reported when it was read as an answer.
    }
    return found;
  }

  private static void find(JsonReader reader, List<Sought> sought, Map<String, Found> found)
      throws IOException {
    if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
      reader.skipValue();
      return;
    }
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      List<Sought> within = within(name, sought);
      if (isSought(name, sought)) {
        put(JsonValue.next(reader), name, sought, within, found);
      } else if (within.isEmpty()) {
        reader.skipValue();
      } else {
        find(reader, within, found);
      }
    }
    reader.endObject();
  }

  private static void put(
      @Nullable Object value,
      String name,
      List<Sought> sought,
      List<Sought> within,
      Map<String, Found> found) {
    for (Sought one : sought) {
      if (one.rest().equals(name)) {
        found.put(one.path(), new Found(true, value));
      }
    }
    within.forEach(one -> found.putIfAbsent(one.path(), find(value, "$." + one.rest())));
  }

  private static boolean isSought(String name, List<Sought> sought) {
    for (Sought one : sought) {
      if (one.rest().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static List<Sought> within(String name, List<Sought> sought) {
    List<Sought> within = List.of();
    for (Sought one : sought) {
      if (one.isWithin(name)) {
        within = within.isEmpty() ? new ArrayList<>() : within;
        within.add(new Sought(one.path(), one.rest().substring(name.length() + 1)));
      }
    }
    return within;
  }

  /**
   * A path that is looked for.
   *
   * @param rest the part of it below the current object
   */
  private record Sought(String path, String rest) {
    boolean isWithin(String name) {
      return rest.length() > name.length()
          && rest.charAt(name.length()) == '.'
          && rest.startsWith(name);
    }
  }
}
