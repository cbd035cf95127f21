package io.contactbridge.drift.internal.answers;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.util.Locale;
import okhttp3.Headers;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * One request and the answer to it. It holds personal data, and so stays within a comparison.
 *
 * @param url with or without the server before the path
 * @param requestHeaders without credentials
 * @param requestBody null if it was not kept
 * @param answerBody null if it was not kept
 */
public record HttpExchange(
    String method,
    String url,
    Headers requestHeaders,
    @Nullable String requestBody,
    int status,
    Headers answerHeaders,
    @Nullable String answerBody) {
  /** A body as it was read: JSON, or something else. */
  public record Body(boolean isJson, @Nullable Object value) {}

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  public Body request() {
    return body(requestBody);
  }

  public Body answer() {
    return body(answerBody);
  }

  /** Returns the media type of the answer without its parameters, or null if it has none. */
  public @Nullable String contentType() {
    String header = answerHeaders.get("Content-Type");
    return header == null ? null : mediaType(header);
  }

  static String mediaType(String header) {
    return header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  public HttpExchange withAnswer(String body) {
    return new HttpExchange(method, url, requestHeaders, requestBody, status, answerHeaders, body);
  }

  /** Of a name that an object has twice, the last value counts, as it does for the library. */
  private static Body body(@Nullable String text) {
    Body none = new Body(false, null);
    if (text == null || text.isBlank()) {
      return none;
    }
    JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text.replaceFirst("^\\ufeff", "")));
    try {
      Object value = JsonValue.next(reader);
      return reader.peek() == JsonReader.Token.END_DOCUMENT ? new Body(true, value) : none;
    } catch (IOException | JsonDataException e) {
      return none;
    }
  }

  /** Tells nothing of the bodies, which are personal data. */
  @Override
  public String toString() {
    return method + " answered " + status;
  }
}
