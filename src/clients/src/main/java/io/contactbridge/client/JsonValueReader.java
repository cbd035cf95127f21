package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads any JSON as plain Java values, either as far as it can be read or not at all. */
final class JsonValueReader {
  private JsonValueReader() {}

  /**
   * Reads the next value as far as it can be read.
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

  /** Returns the number, or its text if it is too long for one. */
  private static Object number(String text, Location at) {
    Number number = JsonNumbers.parse(text);
    if (number == null) {
      at.tell("a number of sensible size", "a number beyond it");
      return text;
    }
    return number;
  }

  /**
   * Reads the next value into an unmodifiable one.
   *
   * @throws JsonDataException if an object has a name twice, or if a number is too long; its
   *     message is a sentence without any value
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
        throw new JsonDataException("there is a second value");
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
    Number number = JsonNumbers.parse(text);
    if (number == null) {
      throw new JsonDataException("there is a number that is too long");
    }
    return number;
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
}
