package io.contactbridge.drift;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.UpdateResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Calls a CRM through the real client, a handful of times at most, and keeps what was said.
 *
 * <p>What the facade has no field for is put into its request on the way. That happens before the
 * credential is added, which is therefore never seen here.
 */
final class CanaryCalls {
  private static final int MOST = 8;
  private static final long LONGEST_BODY = 1L << 20;

  /**
   * What came of a call.
   *
   * @param exchange null if there was no answer
   * @param result null if the facade did not take the answer for a success
   * @param failure null if it did
   */
  record Reply(
      @Nullable Exchange exchange,
      @Nullable UpdateResult result,
      @Nullable ContactsException failure) {
    boolean isSuccess() {
      return exchange != null && exchange.isSuccess();
    }
  }

  private final Contacts contacts;
  private volatile UnaryOperator<Request> rewrite = UnaryOperator.identity();
  private volatile @Nullable Exchange last;
  private int calls;

  /**
   * Starts without a call.
   *
   * @param way by which each request goes, after it was kept
   */
  CanaryCalls(Contacts.Builder account, @Nullable String baseUrl, Interceptor way) {
    if (baseUrl != null) {
      account.baseUrl(baseUrl);
    }
    OkHttpClient client =
        new OkHttpClient.Builder().addInterceptor(this::record).addInterceptor(way).build();
    contacts = account.maxRetries(0).httpClient(client).build();
  }

  int left() {
    return MOST - calls;
  }

  /** Reads a contact where updates are sent to, which is assumed to be possible. */
  Reply read(String id) {
    return call(id, CanaryBody.ANYTHING, request -> request.newBuilder().get().build());
  }

  /**
   * Sends an update.
   *
   * @param update what goes through the facade
   * @param body the whole body, into which goes what the facade makes of its fields
   */
  Reply update(String id, ContactUpdate update, @Nullable Object body) {
    if (!update.equals(CanaryBody.ANYTHING) && !isPossible(id, update)) {
      return update(id, CanaryBody.ANYTHING, body);
    }
    return call(id, update, request -> withBody(request, body, update.equals(CanaryBody.ANYTHING)));
  }

  private boolean isPossible(String id, ContactUpdate update) {
    try {
      return !contacts.plan(id, update).fields().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Reply call(String id, ContactUpdate update, UnaryOperator<Request> change) {
    if (left() == 0) {
      throw new IllegalStateException("a canary makes no more than " + MOST + " calls");
    }
    calls++;
    rewrite = change;
    last = null;
    try {
      UpdateResult result = contacts.update(id, update);
      return new Reply(last, result, null);
    } catch (ContactsException e) {
      return new Reply(last, null, e);
    }
  }

  private static Request withBody(Request request, @Nullable Object body, boolean whole) {
    Object sent = body;
    if (!whole) {
      sent = Remedy.copy(body);
      merge(parsed(text(request)), sent);
    }
    MediaType type = request.body() == null ? null : request.body().contentType();
    return request
        .newBuilder()
        .method(
            request.method(),
            RequestBody.create(JsonValues.write(sent).getBytes(StandardCharsets.UTF_8), type))
        .build();
  }

  /** Puts the values of one object in the place of the same in another, where that has them. */
  private static void merge(@Nullable Object from, @Nullable Object into) {
    if (from instanceof Map<?, ?> source && into instanceof Map<?, ?> target) {
      @SuppressWarnings("unchecked") // The objects of JsonValues are all of this type.
      Map<String, @Nullable Object> members = (Map<String, @Nullable Object>) target;
      source.forEach(
          (name, value) -> {
            if (value instanceof Map && members.get(name) instanceof Map) {
              merge(value, members.get(name));
            } else if (members.containsKey(name)) {
              members.put(String.valueOf(name), value);
            }
          });
    }
  }

  private Response record(Interceptor.Chain chain) throws IOException {
    Request request = rewrite.apply(chain.request());
    Response response = chain.proceed(request);
    String body;
    try {
      body = response.peekBody(LONGEST_BODY).string();
    } catch (IOException e) {
      body = "";
    }
    last =
        new Exchange(
            request.method(),
            request.url().toString(),
            request.headers(),
            text(request),
            response.code(),
            response.headers(),
            body);
    return response;
  }

  private static @Nullable String text(Request request) {
    RequestBody body = request.body();
    if (body == null) {
      return null;
    }
    try {
      Buffer buffer = new Buffer();
      body.writeTo(buffer);
      return buffer.readUtf8();
    } catch (IOException e) {
      throw new IllegalStateException("a buffer in memory does not fail", e);
    }
  }

  private static @Nullable Object parsed(@Nullable String json) {
    try {
      return json == null ? null : JsonValues.parse(json);
    } catch (IOException e) {
      throw new IllegalStateException("the client writes JSON", e);
    }
  }
}
