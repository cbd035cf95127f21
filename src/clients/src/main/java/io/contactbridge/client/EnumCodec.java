package io.contactbridge.client;

import static java.util.stream.Collectors.joining;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A string of which some values are known. */
final class EnumCodec<E extends OpenEnum> extends Codec<E> {
  private final Function<String, E> of;

  EnumCodec(Function<String, E> of) {
    super(Token.STRING);
    this.of = of;
  }

  @Override
  E readExact(JsonReader reader, Location at) throws IOException {
    E value = of.apply(reader.nextString());
    if (!value.isKnown()) {
      throw new JsonDataException();
    }
    return value;
  }

  @Override
  @Nullable E read(Object raw, Location at) {
    if (!(raw instanceof String text)) {
      at.observe("a string", raw);
      return null;
    }
    E value = of.apply(text);
    if (!value.isKnown()) {
      at.tell("one of " + value.known().stream().sorted().collect(joining(", ")), "another string");
    }
    return value;
  }

  @Override
  void write(JsonWriter writer, E value) throws IOException {
    writer.value(value.value());
  }

  @Override
  Object toJson(E value) {
    return value.value();
  }
}
