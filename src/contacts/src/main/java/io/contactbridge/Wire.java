package io.contactbridge;

import io.contactbridge.client.CredentialHeader;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;
import okhttp3.Dispatcher;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** The caller's HTTP client, or ours, as far as it is to do what an update needs. */
final class Wire {
  private static final long CHUNK = 8192;

  private final OkHttpClient client;
  private final OkHttpClient blockingClient;
  private final Handover handover;
  private final CredentialHeader header;
  private final Supplier<String> credential;
  private final Duration timeout;
  private final long answerLimit;

  Wire(
      OkHttpClient client,
      CredentialHeader header,
      Supplier<String> credential,
      Delivering delivering) {
    this.header = header;
    this.credential = credential;
    this.timeout = delivering.timeout();
    this.answerLimit = delivering.answerLimit();
    OkHttpClient.Builder builder =
        client
            .newBuilder()
            // OkHttp takes only Authorization off a request that it redirects to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            // Its retries would be beside ours, without a wait and without being counted.
            .retryOnConnectionFailure(false)
            // It would begin before a call is given up for want of a thread; ours does not.
            .callTimeout(Duration.ZERO)
            .addInterceptor(this::addCredential)
            .addNetworkInterceptor(Wire::watch);
    // Before the caller's own, whose failures it carries.
    builder.interceptors().add(0, Wire::begin);
    this.client = builder.build();
    this.blockingClient = withoutQueue(this.client);
    this.handover = Handover.to(this.client);
  }

  /**
   * The threads that wait are the limit of blocking calls: in the queue of the others they would
   * wait for each other where an update follows an update.
   */
  private static OkHttpClient withoutQueue(OkHttpClient client) {
    Dispatcher dispatcher = new Dispatcher(client.dispatcher().executorService());
    dispatcher.setMaxRequests(Integer.MAX_VALUE);
    dispatcher.setMaxRequestsPerHost(Integer.MAX_VALUE);
    return client.newBuilder().dispatcher(dispatcher).build();
  }

  OkHttpClient client(boolean blocking) {
    return blocking ? blockingClient : client;
  }

  Handover handover() {
    return handover;
  }

  /** Returns how long an attempt that begins now may take. */
  Duration timeout(Deadline deadline) {
    Duration left = deadline.left();
    return left.compareTo(timeout) < 0 ? left : timeout;
  }

  @Nullable String currentCredential() {
    return credential.get();
  }

  /**
   * Reads an answer.
   *
   * @param retryAfter what was kept from OkHttp, or null
   * @param stop ends the call, whose rest OkHttp would read to be able to use the connection again
   */
  Answer read(Response response, @Nullable String retryAfter, Runnable stop) {
    Buffer body = new Buffer();
    boolean complete = false;
    try (response) {
      BufferedSource source = response.body().source();
      while (body.size() <= answerLimit && source.read(body, CHUNK) != -1) {}
      complete = body.size() <= answerLimit;
      if (!complete) {
        stop.run();
      }
    } catch (IOException | RuntimeException e) {
      // The status says what became of the update; the body that broke off only tells less of it,
      // whether the network or the caller's own interceptor ended it.
    }
    long length = Math.min(body.size(), answerLimit);
    Headers headers =
        retryAfter == null
            ? response.headers()
            : response.headers().newBuilder().set("Retry-After", retryAfter).build();
    return new Answer(response.code(), headers, body.snapshot((int) length), complete);
  }

  /** OkHttp gives what else is thrown to the thread's handler, and the call only a summary. */
  private static Response begin(Interceptor.Chain chain) throws IOException {
    Exchange exchange = chain.request().tag(Exchange.class);
    try {
      if (exchange != null) {
        exchange.begin();
      }
      return chain.proceed(chain.request());
    } catch (RuntimeException e) {
      throw new CarriedException(e);
    }
  }

  private Response addCredential(Interceptor.Chain chain) throws IOException {
    Exchange exchange = chain.request().tag(Exchange.class);
    String now = exchange == null ? currentCredential() : exchange.credential();
    return chain.proceed(header.addTo(chain.request(), now));
  }

  private static Response watch(Interceptor.Chain chain) throws IOException {
    Request request = chain.request();
    Exchange exchange = request.tag(Exchange.class);
    RequestBody body = request.body();
    if (exchange != null && body != null) {
      request =
          request
              .newBuilder()
              .method(request.method(), new WatchedBody(body, exchange::written))
              .build();
    }
    Response response = chain.proceed(request);
    if (exchange == null || response.code() != 503) {
      return response;
    }
    // At 0 OkHttp sends the request once more by itself, and it cannot read a large number.
    exchange.keepRetryAfter(response.header("Retry-After"));
    return response.newBuilder().removeHeader("Retry-After").build();
  }

  /** What a caller's own code threw within a call. */
  static final class CarriedException extends IOException {
    private final transient RuntimeException failure;

    private CarriedException(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }

    RuntimeException failure() {
      return failure;
    }
  }
}
