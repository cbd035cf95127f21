package io.contactbridge.review.internal.content;

import io.contactbridge.client.JsonValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON as people see it on a page. */
public final class Json {
  /**
   * One line.
   *
   * @param key with quotes, or empty
   * @param id the anchor of the field that the key names, or empty
   * @param kind the style of the value
   * @param tail what follows it: a comma, or nothing
   */
  public record Line(
      String indent, String key, String id, String value, String kind, String tail) {}

  private final Map<String, String> ids;
  private final List<Line> lines = new ArrayList<>();

  private Json(Map<String, String> ids) {
    this.ids = ids;
  }

  /** Returns a value on one line, a text without quotes, and nothing for nothing. */
  public static String line(@Nullable Object value) {
    return value == null ? "" : value instanceof String text ? text : JsonValue.write(value);
  }

  /**
   * Returns a value line by line.
   *
   * @param ids the anchors of fields by JSON path
   */
  public static List<Line> lines(@Nullable Object value, Map<String, String> ids) {
    Json json = new Json(ids);
    json.add("", "", "$", value, "");
    return json.lines;
  }

  private void add(String indent, String key, String path, @Nullable Object value, String tail) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      line(indent, key, path, "{", "mark", "");
      for (Iterator<? extends Map.Entry<?, ?>> i = map.entrySet().iterator(); i.hasNext(); ) {
        Map.Entry<?, ?> member = i.next();
        String name = String.valueOf(member.getKey());
        add(indent + "  ", JsonValue.write(name), path + "." + name, member.getValue(), comma(i));
      }
      line(indent, "", "", "}", "mark", tail);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      line(indent, key, path, "[", "mark", "");
      for (Iterator<?> i = list.iterator(); i.hasNext(); ) {
        add(indent + "  ", "", path + "[*]", i.next(), comma(i));
      }
      line(indent, "", "", "]", "mark", tail);
    } else {
      String kind = value instanceof String ? "text" : "literal";
      line(indent, key, path, JsonValue.write(value), kind, tail);
    }
  }

  private void line(
      String indent, String key, String path, String value, String kind, String tail) {
    String id = key.isEmpty() ? "" : ids.getOrDefault(path, rest(path));
    lines.add(new Line(indent, key, id, value, kind, tail));
  }

  /** Returns the anchor of an object's further properties, for a property without a card. */
  private String rest(String path) {
    return ids.getOrDefault(path.substring(0, Math.max(0, path.lastIndexOf('.'))) + ".*", "");
  }

  private static String comma(Iterator<?> rest) {
    return rest.hasNext() ? "," : "";
  }
}
