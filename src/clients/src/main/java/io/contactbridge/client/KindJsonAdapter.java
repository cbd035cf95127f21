package io.contactbridge.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonClass;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes a {@link Kind} for Moshi.
 *
 * <p>Nearly all documents are as specified and are read straight from their bytes. Any other is
 * first read whole, without types, so that a fault in one place leaves the rest readable and can be
 * kept as it came.
 *
 * @param <T> what it reads and writes
 */
public abstract class KindJsonAdapter<T> extends JsonAdapter<T> {
  private final Codec<T> codec;

  protected KindJsonAdapter(Kind<T> kind) {
    codec = kind.codec();
  }

  /** Returns the adapter of a generated class, found by its name as Moshi does; else null. */
  static @Nullable KindJsonAdapter<?> of(Type type) {
    if (!(type instanceof Class<?> model) || !model.isAnnotationPresent(JsonClass.class)) {
      return null;
    }
    try {
      return Class.forName(model.getName() + "JsonAdapter", true, model.getClassLoader())
          .asSubclass(KindJsonAdapter.class)
          .getConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException("there is no adapter of " + model.getName(), e);
    }
  }

  /**
   * Reads a document as far as it can be read.
   *
   * @param document all of it in UTF-8; a broken connection must not look like a broken document
   * @param listener is called for everything that differs from the specification
   * @return null if there is nothing of the specified kind
   */
  public final @Nullable T read(ByteString document, Consumer<? super Observation> listener) {
    T value = readExact(JsonReader.of(new Buffer().write(document)), listener);
    return value == null ? readTolerantly(document, listener) : value;
  }

  /** Reads what is left in a buffer in the same way, and empties the buffer. */
  public final @Nullable T read(Buffer document, Consumer<? super Observation> listener) {
    return read(document.readByteString(), listener);
  }

  /** Returns null, and reports nothing, if the document must be read tolerantly. */
  final @Nullable T readExact(JsonReader reader, Consumer<? super Observation> listener) {
    List<Observation> observations = new ArrayList<>(0);
    try {
      if (!codec.startsWith(reader.peek())) {
        return null;
      }
      T value = codec.readExact(reader, Location.root("$", observations::add));
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        return null;
      }
      observations.forEach(listener);
      return value;
    } catch (IOException | JsonDataException e) {
      return null;
    }
  }

  final @Nullable T readTolerantly(ByteString document, Consumer<? super Observation> listener) {
    JsonReader reader = JsonReader.of(new Buffer().write(document));
    Location root = Location.root("$", listener);
    Slot slot = new Slot();
    try {
      JsonValueReader.read(reader, root, slot::fill);
      if (slot.value == null) {
        root.observe("a value", slot.value);
      }
      if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
        root.tell("the end of the document", "more");
      }
    } catch (IOException | JsonDataException e) {
      // Not the exception's message: it may quote the document, which is personal data.
      Location.root(Location.path(reader), listener).tell("the rest of the JSON", "no JSON");
    }
    return slot.value == null ? null : codec.read(slot.value, root);
  }

  /**
   * Reads the next value of {@code reader}, and reports everything that differs from the
   * specification to its tag {@link Observations}, if it has one.
   *
   * @throws JsonDataException if it is not of the specified kind
   */
  @Override
  public final T fromJson(JsonReader reader) throws IOException {
    Observations observations = reader.tag(Observations.class);
    String path = reader.getPath();
    Location at =
        Location.root(path, observations == null ? ignored -> {} : observations.listener());
    Slot slot = new Slot();
    JsonValueReader.read(reader, at, slot::fill);
    T value = slot.value == null ? null : codec.read(slot.value, at);
    if (value == null) {
      throw new JsonDataException("Found " + JsonValue.form(slot.value) + " at " + path);
    }
    return value;
  }

  @Override
  public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
    boolean serializeNulls = writer.getSerializeNulls();
    writer.setSerializeNulls(true);
    try {
      if (value == null) {
        writer.nullValue();
      } else {
        codec.write(writer, value);
      }
    } finally {
      writer.setSerializeNulls(serializeNulls);
    }
  }

  /**
   * The tag with which a {@link JsonReader} carries a listener for observations.
   *
   * @param listener is called for everything that differs from the specification
   */
  public record Observations(Consumer<? super Observation> listener) {}

  private static final class Slot {
    private @Nullable Object value;

    private void fill(@Nullable Object value) {
      this.value = value;
    }
  }
}
