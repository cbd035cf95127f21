package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** A number, or a string that holds one. */
abstract sealed class NumberCodec<T extends Number> extends Codec<T> {
  private NumberCodec() {
    super(Token.NUMBER);
  }

  @Override
  final void write(JsonWriter writer, T value) throws IOException {
    writer.value(value);
  }

  @Override
  final Object toJson(T value) {
    return value instanceof BigDecimal decimal ? JsonNumbers.narrowest(decimal) : value;
  }

  static final class Whole extends NumberCodec<Long> {
    /** Not Moshi's nextLong, which also takes 1.0. */
    @Override
    Long readExact(JsonReader reader, Location at) throws IOException {
      try {
        return Long.valueOf(reader.nextString());
      } catch (NumberFormatException e) {
        throw new JsonDataException(e);
      }
    }

    @Override
    @Nullable Long read(Object raw, Location at) {
      if (raw instanceof Long integer) {
        return integer;
      }
      at.observe("an integer", raw);
      BigDecimal number = decimal(raw);
      try {
        return number == null ? null : Long.valueOf(number.longValueExact());
      } catch (ArithmeticException e) {
        return null;
      }
    }
  }

  static final class Decimal extends NumberCodec<BigDecimal> {
    @Override
    BigDecimal readExact(JsonReader reader, Location at) throws IOException {
      BigDecimal number = JsonNumbers.decimal(reader.nextString());
      if (number == null) {
        throw new JsonDataException();
      }
      return number;
    }

    @Override
    @Nullable BigDecimal read(Object raw, Location at) {
      if (raw instanceof BigDecimal number) {
        return number;
      }
      if (raw instanceof Long || raw instanceof BigInteger) {
        return new BigDecimal(raw.toString());
      }
      at.observe("a number", raw);
      return decimal(raw);
    }
  }

  private static @Nullable BigDecimal decimal(Object raw) {
    return raw instanceof String || raw instanceof BigDecimal
        ? JsonNumbers.decimal(raw.toString())
        : null;
  }
}
