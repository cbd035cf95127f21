package io.contactbridge.drift.internal.live;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.Sandbox;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Calls a CRM a limited number of times, and keeps what was said. A contact is read by a GET of its
 * own; updates go through the real client, within its limit of the rate.
 *
 * <p>What the facade has no field for is put into its request on the way. That happens before the
 * credential is added, which is therefore never seen here.
 */
final class CanaryCalls {
  /** As the help of the command and the README of the specifications say. */
  static final int MOST = 40;

  /** Headers and query parameters that are tried, with their values. */
  record Further(Map<String, String> headers, Map<String, String> query) {
    static final Further NOTHING = new Further(Map.of(), Map.of());
  }

  private static final long LONGEST_BODY = 1L << 20;
  private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

  /**
   * The result of a call.
   *
   * @param exchange null if there was no answer
   * @param result null if the facade did not take the answer for a success
   * @param failure null if it did
   */
  record Reply(
      @Nullable HttpExchange exchange,
      @Nullable UpdateResult result,
      @Nullable ContactsException failure) {
    boolean isSuccess() {
      return exchange != null && exchange.isSuccess();
    }
  }

  private final Facts spec;
  private final Contacts contacts;
  private final OkHttpClient reader;
  private volatile UnaryOperator<Request> rewrite = UnaryOperator.identity();
  private volatile @Nullable HttpExchange last;
  private int calls;

  /**
   * Starts without a call.
   *
   * @param way by which each request goes, after it was kept
   */
  CanaryCalls(Facts spec, Sandbox account, @Nullable String baseUrl, Interceptor way) {
    this.spec = spec;
    if (baseUrl != null) {
      account.contacts().baseUrl(baseUrl);
    }
    OkHttpClient client =
        new OkHttpClient.Builder().addInterceptor(this::record).addInterceptor(way).build();
    contacts = account.contacts().maxRetries(0).httpClient(client).build();
    reader =
        client
            .newBuilder()
            .followRedirects(false)
            .callTimeout(LONGEST_CALL)
            .addInterceptor(account.credential())
            .build();
  }

  int left() {
    return MOST - calls;
  }

  /**
   * Reads a contact where updates are sent to, which is assumed to be possible.
   *
   * @param further headers and query parameters to try
   */
  Reply read(String id, Further further) {
    count();
    rewrite = UnaryOperator.identity();
    last = null;
    String url = contacts.plan(id, CanaryBody.ANYTHING).url();
    Request.Builder get = new Request.Builder().url(url).header("Accept", "application/json");
    spec.places().stream()
        .filter(place -> place.part() == Part.REQUEST_HEADER)
        .filter(place -> constant(place) != null)
        .forEach(place -> get.header(place.path(), String.valueOf(constant(place))));
    try {
      reader.newCall(with(get.build(), further)).execute().close();
      return new Reply(last, null, null);
    } catch (IOException e) {
      return new Reply(null, null, null);
    }
  }

  private static Request with(Request request, Further further) {
    HttpUrl.Builder url = request.url().newBuilder();
    Request.Builder more = request.newBuilder();
    further.query().forEach(url::setQueryParameter);
    further.headers().forEach(more::header);
    return more.url(url.build()).build();
  }

  /** Returns the value of a header that has only one. */
  @Nullable String constant(SpecLocation header) {
    List<String> values = spec.list(header, Aspect.ENUM);
    return values.size() == 1 ? values.get(0).replaceAll("^\"|\"$", "") : null;
  }

  private void count() {
    if (left() == 0) {
      throw new IllegalStateException("a canary makes no more than " + MOST + " calls");
    }
    calls++;
  }

  /**
   * Sends an update.
   *
   * @param update what goes through the facade
   * @param body the whole body, into which goes what the facade makes of its fields
   */
  Reply update(String id, ContactUpdate update, @Nullable Object body) {
    return update(id, update, body, Further.NOTHING);
  }

  /** Sends a body as it is, with something that is tried. */
  Reply update(String id, @Nullable Object body, Further further) {
    return update(id, CanaryBody.ANYTHING, body, further);
  }

  private Reply update(String id, ContactUpdate update, @Nullable Object body, Further further) {
    if (!update.equals(CanaryBody.ANYTHING) && !isPossible(id, update)) {
      return update(id, CanaryBody.ANYTHING, body, further);
    }
    boolean whole = update.equals(CanaryBody.ANYTHING);
    return call(id, update, request -> with(withBody(request, body, whole), further));
  }

  private boolean isPossible(String id, ContactUpdate update) {
    try {
      return !contacts.plan(id, update).fields().isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Reply call(String id, ContactUpdate update, UnaryOperator<Request> change) {
    count();
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
      sent = RequestEdit.copy(body);
      String own = text(request);
      merge(own == null ? null : JsonValue.parse(own), sent);
    }
    MediaType type = request.body() == null ? null : request.body().contentType();
    return request
        .newBuilder()
        .method(
            request.method(),
            RequestBody.create(JsonValue.write(sent).getBytes(StandardCharsets.UTF_8), type))
        .build();
  }

  /** Puts the values of one object in the place of the same in another, where that has them. */
  private static void merge(@Nullable Object from, @Nullable Object into) {
    if (from instanceof Map<?, ?> source && into instanceof Map<?, ?> target) {
      @SuppressWarnings("unchecked") // The objects of JSON are all of this type.
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
        new HttpExchange(
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
}
