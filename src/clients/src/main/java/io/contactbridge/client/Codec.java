package io.contactbridge.client;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonReader.Token;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * How values of one {@link Kind} are read and written.
 *
 * <p>They are read in one of two ways. Nearly every answer is as specified, and is read straight
 * from its bytes. Any other is read tolerantly, from a tree of plain values.
 *
 * @param <T> the Java type of the values
 */
abstract sealed class Codec<T>
    permits AnyCodec, EnumCodec, ListCodec, MapCodec, ModelCodec, NumberCodec, ScalarCodec {
  private final @Nullable Token token;

  /**
   * @param token how a value begins, or null if it may be any JSON but null
   */
  Codec(@Nullable Token token) {
    this.token = token;
  }

  /** Returns whether a value that begins in this way may be of this kind. */
  final boolean startsWith(Token next) {
    return token == null ? next != Token.NULL : next == token;
  }

  /**
   * Reads a value that {@linkplain #startsWith starts} as one of this kind does. Reports what
   * leaves its object readable, such as an unknown property.
   *
   * @param at where the value is if it is an object or an array; else what it is in
   * @throws JsonDataException if it is not as specified, and must be read tolerantly
   */
  abstract T readExact(JsonReader reader, Location at) throws IOException;

  /** Reads a value that is not null. Reports a value of another kind and returns null. */
  abstract @Nullable T read(Object raw, Location at);

  abstract void write(JsonWriter writer, T value) throws IOException;

  /** Returns the value as the plain Java values of {@link JsonValue}. */
  abstract Object toJson(T value);

  /** Returns an unmodifiable copy of the value. */
  T copy(T value) {
    return value;
  }

  /** Reads the next value, which is in {@code outer} at {@code step}, a name or an index. */
  final T readExact(JsonReader reader, Location outer, Object step) throws IOException {
    boolean hasPlaces = token == Token.BEGIN_OBJECT || token == Token.BEGIN_ARRAY;
    return readExact(reader, hasPlaces ? outer.at(step) : outer);
  }
}
