package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.JsonValues;
import java.io.IOException;
import java.util.Locale;
import okhttp3.Headers;
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

  private static Body body(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? new Body(false, null)
          : new Body(true, JsonValues.parse(text));
    } catch (IOException e) {
      return new Body(false, null);
    }
  }

  /** Tells nothing of the bodies, which are personal data. */
  @Override
  public String toString() {
    return method + " answered " + status;
  }
}
