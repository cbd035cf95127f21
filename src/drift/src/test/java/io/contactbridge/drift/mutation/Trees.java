package io.contactbridge.drift.mutation;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okio.Buffer;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;

/** YAML and JSON as maps, lists and scalars that can be changed. */
final class Trees {
  /** What an edit returns for a value that is to go. */
  static final Object GONE = new Object();

  private static final int WIDE = 100_000;

  private Trees() {}

  /** Reads YAML; JSON is YAML. */
  static Object read(String text) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
  }

  static String yaml(Object tree) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDE);
    return new Yaml(new SafeConstructor(new LoaderOptions()), new Representer(options), options)
        .dump(tree);
  }

  static String json(Object tree) {
    Buffer buffer = new Buffer();
    try (JsonWriter writer = JsonWriter.of(buffer)) {
      writer.setSerializeNulls(true);
      writer.setIndent("  ");
      writer.jsonValue(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return buffer.readUtf8();
  }

  @SuppressWarnings("unchecked") // The parser makes no other maps of what is read here.
  static Map<String, Object> map(Object tree) {
    return (Map<String, Object>) tree;
  }

  @SuppressWarnings("unchecked") // As above.
  static List<Object> list(Object tree) {
    return (List<Object>) tree;
  }

  /** Returns the object under {@code key}, which is made if there is none. */
  static Map<String, Object> child(Map<String, Object> parent, String key) {
    return map(parent.computeIfAbsent(key, ignored -> new LinkedHashMap<String, Object>()));
  }

  /** Makes an object of keys and values that take turns. */
  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }

  static List<Object> listOf(Object... elements) {
    return new ArrayList<>(List.of(elements));
  }

  /** Copies deeply; no part is shared, so that what is written has no anchors. */
  static Object copy(Object tree) {
    if (tree instanceof Map<?, ?>) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map(tree).forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    if (tree instanceof List<?>) {
      List<Object> copy = new ArrayList<>();
      list(tree).forEach(element -> copy.add(copy(element)));
      return copy;
    }
    return tree;
  }

  /** Gives a key another name and leaves it where it stands. */
  static void rename(Map<String, Object> object, String from, String to) {
    Map<String, Object> old = new LinkedHashMap<>(object);
    object.clear();
    old.forEach((key, value) -> object.put(key.equals(from) ? to : key, value));
  }

  /** Returns what {@code edit} makes of every value at a JSON path, the others as they are. */
  static Object edit(Object json, String path, UnaryOperator<Object> edit) {
    return editAt(json, path.substring(1), edit);
  }

  private static Object editAt(Object json, String path, UnaryOperator<Object> edit) {
    if (path.isEmpty()) {
      return edit.apply(json);
    }
    if (path.startsWith("[*]")) {
      if (json instanceof List<?> list) {
        List<Object> edited = new ArrayList<>();
        list.forEach(element -> add(edited, editAt(element, path.substring(3), edit)));
        return edited;
      }
      return json;
    }
    if (!(json instanceof Map<?, ?>)) {
      return json;
    }
    int end = end(path);
    String name = path.substring(1, end);
    Map<String, Object> edited = new LinkedHashMap<>();
    map(json)
        .forEach(
            (key, value) -> {
              Object now = key.equals(name) ? editAt(value, path.substring(end), edit) : value;
              if (now != GONE) {
                edited.put(key, now);
              }
            });
    return edited;
  }

  private static void add(List<Object> list, Object element) {
    if (element != GONE) {
      list.add(element);
    }
  }

  /** Returns where the first name of a path such as {@code .fields.email} ends. */
  static int end(String path) {
    for (int i = 1; i < path.length(); i++) {
      if (path.charAt(i) == '.' || path.charAt(i) == '[') {
        return i;
      }
    }
    return path.length();
  }
}
