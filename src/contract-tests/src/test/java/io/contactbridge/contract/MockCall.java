package io.contactbridge.contract;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** A request and its answer, as they were on the wire. */
record MockCall(
    String method,
    HttpUrl url,
    Headers headers,
    String body,
    int status,
    Headers answerHeaders,
    String answer) {

  static MockCall of(Request request, Response response) throws IOException {
    return new MockCall(
        request.method(),
        request.url(),
        request.headers(),
        body(request.body()),
        response.code(),
        response.headers(),
        response.peekBody(Long.MAX_VALUE).string());
  }

  /** Returns the path and the query, without a leading slash. */
  String path() {
    String query = url.encodedQuery();
    return url.encodedPath().substring(1) + (query == null ? "" : "?" + query);
  }

  private static String body(@Nullable RequestBody body) throws IOException {
    Buffer buffer = new Buffer();
    if (body != null) {
      body.writeTo(buffer);
    }
    return buffer.readUtf8();
  }
}
