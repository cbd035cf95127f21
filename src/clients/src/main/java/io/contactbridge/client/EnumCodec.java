package io.contactbridge.client;

import static java.util.stream.Collectors.joining;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Options;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A string of which some values are known. */
final class EnumCodec<E extends OpenEnum> extends Codec<E> {
  private final Function<String, E> of;

  /** Created on first use, since the enum may still be loading when its codec is made. */
  private @Nullable Known<E> known;

  EnumCodec(Function<String, E> of) {
    super(Token.STRING);
    this.of = of;
  }

  @Override
  E readExact(JsonReader reader, Location at) throws IOException {
    Known<E> all = known();
    int index = reader.selectString(all.names());
    if (index < 0) {
      throw new JsonDataException();
    }
    return all.values().get(index);
  }

  /** Threads that make them at the same time make the same ones. */
  private Known<E> known() {
    Known<E> all = known;
    if (all == null) {
      String[] names = of.apply("").known().toArray(new String[0]);
      all = new Known<>(Options.of(names), Arrays.stream(names).map(of).toList());
      known = all;
    }
    return all;
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

  /** The known values, which are recognised by their bytes and need not be made again. */
  private record Known<E>(Options names, List<E> values) {}
}
