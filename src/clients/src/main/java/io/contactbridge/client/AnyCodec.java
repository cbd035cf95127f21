package io.contactbridge.client;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Any JSON but null. */
final class AnyCodec extends Codec<Object> {
  AnyCodec() {
    super(null);
  }

  @Override
  @SuppressWarnings("NullAway") // No null starts a value of this kind.
  Object readExact(JsonReader reader, Location at) throws IOException {
    return JsonValueReader.readExact(reader);
  }

  @Override
  @Nullable Object read(Object raw, Location at) {
    return JsonValue.copy(raw);
  }

  @Override
  void write(JsonWriter writer, Object value) throws IOException {
    JsonValue.write(writer, value);
  }

  @Override
  Object toJson(Object value) {
    return value;
  }

  @Override
  Object copy(Object value) {
    Object copy = JsonValue.copy(value);
    return copy == null ? value : copy;
  }
}
