package io.contactbridge.client;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An object of a {@link Schema}. */
final class ModelCodec<M extends Model> extends Codec<M> {
  private final Supplier<Schema<M>> schema;

  ModelCodec(Supplier<Schema<M>> schema) {
    super(Token.BEGIN_OBJECT);
    this.schema = schema;
  }

  @Override
  M readExact(JsonReader reader, Location at) throws IOException {
    return schema.get().readExact(reader, at);
  }

  @Override
  @Nullable M read(Object raw, Location at) {
    return schema.get().read(raw, at);
  }

  @Override
  void write(JsonWriter writer, M value) throws IOException {
    value.write(writer);
  }

  @Override
  Object toJson(M value) {
    return value.toJson();
  }
}
