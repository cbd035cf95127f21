package io.contactbridge.client;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.Moshi;
import io.contactbridge.client.KindJsonAdapter.Observations;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import retrofit2.Converter;
import retrofit2.Retrofit;

/**
 * Reads and writes the models of the generated clients for Retrofit.
 *
 * <p>Retrofit's own Moshi converter cannot take a listener.
 */
public final class JsonConverterFactory extends Converter.Factory {
  private static final MediaType JSON = MediaType.get("application/json");

  /** The caller's own, or null. */
  private final @Nullable Moshi moshi;

  private final Observations observations;

  private JsonConverterFactory(@Nullable Moshi moshi, Observations observations) {
    this.moshi = moshi;
    this.observations = observations;
  }

  /** Returns a factory whose converters read answers tolerantly and report nothing. */
  public static JsonConverterFactory create() {
    return create(ignored -> {});
  }

  /**
   * Returns a factory whose converters read answers tolerantly.
   *
   * @param listener is called for everything that differs from the specification, on the thread
   *     that reads the answer
   */
  public static JsonConverterFactory create(Consumer<? super Observation> listener) {
    return new JsonConverterFactory(null, new Observations(listener));
  }

  /**
   * Returns a factory whose converters read answers tolerantly and use the adapters of the caller's
   * own Moshi. No adapter needs to be added for the models.
   *
   * @param listener is called for everything that differs from the specification, on the thread
   *     that reads the answer
   */
  public static JsonConverterFactory create(Moshi moshi, Consumer<? super Observation> listener) {
    return new JsonConverterFactory(moshi, new Observations(listener));
  }

  @Override
  public Converter<ResponseBody, ?> responseBodyConverter(
      Type type, Annotation[] annotations, Retrofit retrofit) {
    JsonAdapter<?> adapter = adapter(type);
    return body -> {
      try (body) {
        return read(adapter, body.source());
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked") // Retrofit gives the converter of a type values of that type.
  public Converter<?, RequestBody> requestBodyConverter(
      Type type,
      Annotation[] parameterAnnotations,
      Annotation[] methodAnnotations,
      Retrofit retrofit) {
    JsonAdapter<Object> adapter = (JsonAdapter<Object>) adapter(type);
    return value -> {
      Buffer buffer = new Buffer();
      adapter.toJson(buffer, value);
      return RequestBody.create(buffer.readByteString(), JSON);
    };
  }

  private JsonAdapter<?> adapter(Type type) {
    if (moshi != null) {
      return moshi.adapter(type);
    }
    KindJsonAdapter<?> own = KindJsonAdapter.of(type);
    // Moshi is slow to create, and only lists and similar types need it.
    return own == null ? new Moshi.Builder().build().adapter(type) : own;
  }

  private @Nullable Object read(JsonAdapter<?> adapter, BufferedSource source) throws IOException {
    JsonReader reader = JsonReader.of(source);
    if (adapter instanceof KindJsonAdapter<?> own) {
      Buffer copy = copy(source);
      Object exact = own.readExact(reader, observations.listener());
      if (exact != null) {
        copy.clear();
        return exact;
      }
      reader = JsonReader.of(copy);
    }
    reader.setTag(Observations.class, observations);
    return reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : adapter.fromJson(reader);
  }

  /** Byte by byte, since memory that Okio's own copies share never goes back to its pool. */
  private static Buffer copy(BufferedSource source) throws IOException {
    source.request(Long.MAX_VALUE);
    Buffer copy = new Buffer();
    try (Buffer.UnsafeCursor cursor = source.getBuffer().readUnsafe(new Buffer.UnsafeCursor())) {
      while (cursor.next() != -1) {
        copy.write(cursor.data, cursor.start, cursor.end - cursor.start);
      }
    }
    return copy;
  }
}
