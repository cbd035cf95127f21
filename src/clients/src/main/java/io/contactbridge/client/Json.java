package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * JSON as plain Java values: null, Boolean, String, Long, BigInteger, BigDecimal, List and Map.
 *
 * <p>Moshi's own adapter for free-form values makes every number a double, which loses digits.
 */
final class Json {
  /** Longer numbers take quadratic time to parse, and no CRM has a use for them. */
  private static final int LONGEST_NUMBER = 1000;

  /** As many characters may already be more than a Long can hold. */
  private static final int LONGEST_LONG = 19;

  private Json() {}

  /**
   * Reads the next value.
   *
   * @param sink is given the value before its contents are read, so that what could be read of a
   *     truncated document is there when this throws
   */
  static void read(JsonReader reader, Location at, Consumer<@Nullable Object> sink)
      throws IOException {
    switch (reader.peek()) {
      case BEGIN_OBJECT -> {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        sink.accept(object);
        readObject(reader, at, object);
      }
      case BEGIN_ARRAY -> {
        List<@Nullable Object> array = new ArrayList<>();
        sink.accept(array);
        readArray(reader, at, array);
      }
      case STRING -> sink.accept(reader.nextString());
      case NUMBER -> {
        String text = reader.nextString();
        // Fails if the document ends here: a number that was cut short looks like a whole one.
        JsonReader.Token unused = reader.peek();
        sink.accept(number(text, at));
      }
      case BOOLEAN -> sink.accept(reader.nextBoolean());
      default -> sink.accept(reader.<Object>nextNull());
    }
  }

  private static void readObject(JsonReader reader, Location at, Map<String, @Nullable Object> to)
      throws IOException {
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      Location member = at.at(name);
      if (to.containsKey(name)) {
        member.tell("one value", "a second value, which was taken");
      }
      read(reader, member, value -> to.put(name, value));
    }
    reader.endObject();
  }

  private static void readArray(JsonReader reader, Location at, List<@Nullable Object> to)
      throws IOException {
    reader.beginArray();
    while (reader.hasNext()) {
      read(reader, at.at(to.size()), to::add);
    }
    reader.endArray();
  }

  /**
   * Reads the next value into what nobody can change.
   *
   * @throws JsonDataException if it is odd: a name is there twice, or a number is too long
   */
  static @Nullable Object readExact(JsonReader reader) throws IOException {
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> readExactObject(reader);
      case BEGIN_ARRAY -> readExactArray(reader);
      case STRING -> reader.nextString();
      case NUMBER -> exactNumber(reader.nextString());
      case BOOLEAN -> reader.nextBoolean();
      default -> reader.<Object>nextNull();
    };
  }

  private static Map<String, @Nullable Object> readExactObject(JsonReader reader)
      throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      if (object.containsKey(name)) {
        throw new JsonDataException();
      }
      object.put(name, readExact(reader));
    }
    reader.endObject();
    return Collections.unmodifiableMap(object);
  }

  private static List<@Nullable Object> readExactArray(JsonReader reader) throws IOException {
    List<@Nullable Object> array = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      array.add(readExact(reader));
    }
    reader.endArray();
    return Collections.unmodifiableList(array);
  }

  private static Number exactNumber(String text) {
    if (text.length() < LONGEST_LONG && isWhole(text)) {
      return Long.valueOf(text);
    }
    BigDecimal number = decimal(text);
    if (number == null) {
      throw new JsonDataException();
    }
    return narrowest(number);
  }

  private static boolean isWhole(String number) {
    return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
  }

  /** Returns a Long, BigInteger or BigDecimal, or the text if it is beyond any of them. */
  private static Object number(String text, Location at) {
    BigDecimal number = decimal(text);
    if (number == null) {
      at.tell("a number of sensible size", "a number beyond it");
      return text;
    }
    return narrowest(number);
  }

  /** Returns the number that {@code text} is, or null if it is none or beyond sensible size. */
  static @Nullable BigDecimal decimal(String text) {
    try {
      return text.length() <= LONGEST_NUMBER ? new BigDecimal(text) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static Number narrowest(BigDecimal number) {
    if (number.scale() != 0) {
      return number;
    }
    BigInteger whole = number.unscaledValue();
    return whole.bitLength() < Long.SIZE ? (Number) whole.longValueExact() : whole;
  }

  static void write(JsonWriter writer, @Nullable Object value) throws IOException {
    if (value == null) {
      writer.nullValue();
    } else if (value instanceof Map<?, ?> object) {
      writer.beginObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        writer.name((String) member.getKey());
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
    } else {
      writer.value((String) value);
    }
  }

  /**
   * Returns an unmodifiable copy in which equal JSON is equal in Java.
   *
   * @throws IllegalArgumentException if {@code value} has no form in JSON
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
      return narrowest(new BigDecimal(whole));
    }
    if (number instanceof BigDecimal decimal) {
      return narrowest(decimal);
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

  /** Returns the members of an object, of none if it is {@code []}: PHP's empty object. */
  @SuppressWarnings("unchecked") // This class makes no other maps.
  static @Nullable Map<String, @Nullable Object> object(Object raw, Location at) {
    if (raw instanceof Map<?, ?>) {
      return (Map<String, @Nullable Object>) raw;
    }
    at.observe("an object", raw);
    return raw instanceof List<?> array && array.isEmpty() ? new LinkedHashMap<>() : null;
  }

  /** Returns what kind of value it is, in words, and never the value. */
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
