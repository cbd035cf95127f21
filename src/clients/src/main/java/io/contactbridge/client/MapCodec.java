package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object whose property names are data. Its values are of one kind, or null. */
final class MapCodec<V> extends Codec<Map<String, V>> {
  private final Codec<V> codec;

  MapCodec(Codec<V> codec) {
    super(Token.BEGIN_OBJECT);
    this.codec = codec;
  }

  @Override
  Map<String, V> readExact(JsonReader reader, Location at) throws IOException {
    Map<String, V> values = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String name = reader.nextName();
      Token next = reader.peek();
      if (values.containsKey(name) || (next != Token.NULL && !codec.startsWith(next))) {
        throw new JsonDataException();
      }
      put(values, name, next == Token.NULL ? reader.nextNull() : codec.readExact(reader, at, name));
    }
    reader.endObject();
    return Collections.unmodifiableMap(values);
  }

  @Override
  @Nullable Map<String, V> read(Object raw, Location at) {
    Map<String, @Nullable Object> object = JsonValueReader.object(raw, at);
    if (object == null) {
      return null;
    }
    Map<String, V> values = new LinkedHashMap<>();
    for (Map.Entry<String, @Nullable Object> member : object.entrySet()) {
      Object value = member.getValue();
      V read = value == null ? null : codec.read(value, at.at(member.getKey()));
      if (read == null && value != null) {
        return null;
      }
      put(values, member.getKey(), read);
    }
    return Collections.unmodifiableMap(values);
  }

  @Override
  void write(JsonWriter writer, Map<String, V> value) throws IOException {
    writer.beginObject();
    for (Map.Entry<String, V> member : value.entrySet()) {
      writer.name(member.getKey());
      if (member.getValue() == null) {
        writer.nullValue();
      } else {
        codec.write(writer, member.getValue());
      }
    }
    writer.endObject();
  }

  @Override
  Object toJson(Map<String, V> value) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (Map.Entry<String, V> member : value.entrySet()) {
      V own = member.getValue();
      put(object, member.getKey(), own == null ? null : codec.toJson(own));
    }
    return Collections.unmodifiableMap(object);
  }

  @Override
  Map<String, V> copy(Map<String, V> value) {
    Map<String, V> copy = new LinkedHashMap<>();
    for (Map.Entry<String, V> member : value.entrySet()) {
      V own = member.getValue();
      put(copy, requireNonNull(member.getKey(), "name"), own == null ? null : codec.copy(own));
    }
    return Collections.unmodifiableMap(copy);
  }

  /** The values of a free-form object may be null, which the type of the map cannot say. */
  @SuppressWarnings("NullAway")
  private static <V> void put(Map<String, V> map, String name, @Nullable V value) {
    map.put(name, value);
  }
}
