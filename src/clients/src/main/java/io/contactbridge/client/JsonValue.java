package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON of any form, as plain Java values: null, Boolean, String, Long, BigInteger, BigDecimal, List
 * and Map.
 *
 * <p>Numbers keep all their digits, while Moshi's own adapter for free-form values turns every
 * number into a double. Values that are read are unmodifiable, and equal JSON is equal in Java.
 */
public final class JsonValue {
  private static final KindJsonAdapter<Object> ANY = new KindJsonAdapter<>(Kind.ANY) {};

  private JsonValue() {}

  /**
   * Returns the value of a JSON text.
   *
   * @throws IllegalArgumentException if the text is not one JSON value, if an object has a name
   *     twice, if a number has more than 1000 digits, or if the nesting is deeper than 255; the
   *     message says which and where, and quotes names but no values
   */
  public static @Nullable Object parse(String text) {
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text));
    boolean isWhole = false;
    try {
      Object value = JsonValueReader.readExact(reader);
      isWhole = true;
      // Throws if anything follows.
      JsonReader.Token unused = reader.peek();
      return value;
    } catch (IOException | JsonDataException e) {
      throw new IllegalArgumentException(
          isWhole
              ? "there is more after the end of the JSON value"
              : fault(e) + " at " + Location.path(reader),
          e);
    }
  }

  private static String fault(Exception e) {
    if (e instanceof EOFException) {
      return "the JSON breaks off";
    }
    if (!(e instanceof JsonDataException)) {
      return "the text is not JSON";
    }
    String message = String.valueOf(e.getMessage());
    return message.startsWith("Nesting") ? "the JSON is nested too deep" : message;
  }

  /**
   * Reads a document as far as it can be read, and empties the buffer.
   *
   * @return null if the document is null, or if nothing of it can be read
   */
  public static @Nullable Object read(Buffer document) {
    return ANY.read(document, ignored -> {});
  }

  /**
   * Reads the next value, null included.
   *
   * @throws IOException if it cannot be read
   */
  public static @Nullable Object next(JsonReader reader) throws IOException {
    return reader.peek() == JsonReader.Token.NULL
        ? reader.<Object>nextNull()
        : ANY.fromJson(reader);
  }

  /**
   * Returns a value as JSON, in one line.
   *
   * @throws IllegalArgumentException if it contains a value that JSON cannot represent
   */
  public static String write(@Nullable Object value) {
    return ANY.toJson(value);
  }

  /** Returns a value as JSON as {@link #write} does, in lines indented by two spaces a level. */
  public static String writeIndented(@Nullable Object value) {
    return ANY.indent("  ").toJson(value);
  }

  /**
   * Returns the value at a path of names.
   *
   * @return null if it is null or absent, or if one of the values on the way is not an object
   */
  public static @Nullable Object get(@Nullable Object value, String... names) {
    Object here = value;
    for (String name : names) {
      here = here instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return here;
  }

  static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Map<?, ?> object) {
      writer.beginObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        writer.name(name(member.getKey()));
        write(writer, member.getValue());
      }
      writer.endObject();
    } else if (value instanceof List<?> array) {
      writer.beginArray();
      for (Object element : array) {
        write(writer, element);
      }
      writer.endArray();
    } else if (value instanceof Boolean bool) {
      writer.value(bool);
    } else if (value instanceof Number number) {
      writer.value(number);
    } else if (value instanceof String text) {
      writer.value(text);
    } else {
      throw notJson(value);
    }
  }

  /**
   * Returns an unmodifiable copy in which equal JSON is equal in Java.
   *
   * @throws IllegalArgumentException if JSON cannot represent {@code value}
   */
  static @Nullable Object copy(@Nullable Object value) {
    if (value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Long) {
      return value;
    }
    if (value instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      object.forEach((name, member) -> copy.put(name(name), copy(member)));
      return Collections.unmodifiableMap(copy);
    }
    if (value instanceof List<?> array) {
      List<@Nullable Object> copy = new ArrayList<>();
      array.forEach(element -> copy.add(copy(element)));
      return Collections.unmodifiableList(copy);
    }
    if (value instanceof Number number) {
      return copy(number);
    }
    throw notJson(value);
  }

  private static Number copy(Number number) {
    if (number instanceof Integer || number instanceof Short || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof BigInteger whole) {
      return JsonNumbers.narrowest(new BigDecimal(whole));
    }
    if (number instanceof BigDecimal decimal) {
      return JsonNumbers.narrowest(decimal);
    }
    if (number instanceof Double || number instanceof Float) {
      try {
        return new BigDecimal(number.toString());
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("JSON has no NaN and no infinity", e);
      }
    }
    throw notJson(number);
  }

  private static String name(@Nullable Object name) {
    if (name instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("the keys of a JSON object are strings");
  }

  private static IllegalArgumentException notJson(Object value) {
    return new IllegalArgumentException(
        "a JSON value is null, a Boolean, a number, a String, a List or a Map, not a "
            + value.getClass().getName());
  }

  /** Returns the type of the value in words, and never the value. */
  static String form(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return text.isEmpty() ? "an empty string" : "a string";
    }
    if (value instanceof Boolean) {
      return "a boolean";
    }
    if (value instanceof Long || value instanceof BigInteger) {
      return "an integer";
    }
    if (value instanceof Number) {
      return "a number";
    }
    if (value instanceof List<?> list) {
      return list.isEmpty() ? "an empty array" : "an array";
    }
    return "an object";
  }
}
