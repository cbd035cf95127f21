package io.contactbridge.drift.internal.facts;

import com.squareup.moshi.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** JSON as maps, lists, texts, booleans, null, and numbers with all their digits. */
public final class JsonValues {
  private static final int DEEPEST = 100;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private JsonValues() {}

  /**
   * Returns the value of a JSON text.
   *
   * @throws IOException if it is none, or one that is nested too deeply
   */
  public static @Nullable Object parse(String text) throws IOException {
    String json = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(json));
    try {
      Object value = read(reader, 0);
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        throw new IOException("something stands after the JSON");
      }
      return value;
    } catch (EOFException e) {
      throw new IOException("the JSON breaks off", e);
    } catch (RuntimeException e) {
      throw new IOException("the JSON cannot be read", e);
    }
  }

  /** Returns the member of an object, or null if there is none or it is no object. */
  public static @Nullable Object get(@Nullable Object value, String... names) {
    Object here = value;
    for (String name : names) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return here;
  }

  /** Returns the JSON type in OpenAPI's words, in which 5.0 is an integer. */
  public static String type(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof BigDecimal number) {
      return number.stripTrailingZeros().scale() <= 0 ? "integer" : "number";
    }
    return value instanceof Boolean
        ? "boolean"
        : value instanceof Map ? "object" : value instanceof List ? "array" : "string";
  }

  /** Writes a value as JSON. */
  public static String write(@Nullable Object value) {
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(@Nullable Object value, StringBuilder json) {
    if (value instanceof Map<?, ?> object) {
      json.append('{');
      object.forEach(
          (name, member) -> {
            json.append(json.charAt(json.length() - 1) == '{' ? "" : ",");
            write(name, json);
            json.append(':');
            write(member, json);
          });
      json.append('}');
    } else if (value instanceof List<?> array) {
      json.append('[');
      for (int i = 0; i < array.size(); i++) {
        json.append(i == 0 ? "" : ",");
        write(array.get(i), json);
      }
      json.append(']');
    } else {
      json.append(value instanceof String text ? JsonLiterals.quoted(text) : String.valueOf(value));
    }
  }

  private static @Nullable Object read(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new IOException("the JSON is nested more than " + DEEPEST + " deep");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> object(reader, depth);
      case BEGIN_ARRAY -> array(reader, depth);
      case NUMBER -> new BigDecimal(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      case NULL -> reader.nextNull();
      default -> reader.nextString();
    };
  }

  private static Map<String, @Nullable Object> object(JsonReader reader, int depth)
      throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      object.put(name, read(reader, depth + 1));
    }
    reader.endObject();
    return object;
  }

  private static List<@Nullable Object> array(JsonReader reader, int depth) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(read(reader, depth + 1));
    }
    reader.endArray();
    return array;
  }
}
