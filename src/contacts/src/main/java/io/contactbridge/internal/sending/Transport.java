package io.contactbridge.internal.sending;

import io.contactbridge.client.CredentialHeader;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.Secrets;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to one account with the caller's HTTP client, without its own retries, redirects
 * and timeouts.
 */
public final class Transport {
  /** What a call belongs to, as the interceptors see it. */
  interface Attempt {
    /** Notes that the call has left the queue, in which only the deadline of the update counts. */
    void begin() throws QueuedException;

    /** Returns the credential to send, asking for it if that was not done yet. */
    @Nullable String credential();

    /** Notes the answer as it came, before anything can hide it. */
    void answered(Response response);

    /** Returns what follows the call on its way. */
    EventListener listener();
  }

  private static final int CHUNK = 8192;

  /** From here on Okio makes a string of bytes of the segments themselves. */
  private static final int SHARED = 4096;

  private static final Duration PING = Duration.ofSeconds(10);
  private static final int OKHTTPS_MINUTE = 60;

  private final Supplier<OkHttpClient> callersClient;
  private final CredentialHeader header;
  private final Supplier<String> credential;
  private final BooleanSupplier guard;
  private final long answerLimit;
  private volatile Secrets latest = Secrets.NONE;
  private volatile @Nullable OkHttpClient client;

  /**
   * @param callersClient is asked for when the first call is made
   */
  public Transport(
      Supplier<OkHttpClient> callersClient,
      CredentialHeader header,
      Supplier<String> credential,
      DeliveryOptions options) {
    this.callersClient = callersClient;
    this.header = header;
    this.credential = credential;
    this.guard = options.guard();
    this.answerLimit = options.answerLimit();
  }

  /** Returns whether a call can be made without waiting for the client to be made. */
  boolean isReady() {
    return client != null;
  }

  OkHttpClient client() {
    OkHttpClient known = client;
    return known == null ? derive() : known;
  }

  private synchronized OkHttpClient derive() {
    OkHttpClient known = client;
    if (known == null) {
      known = derive(callersClient.get());
      client = known;
    }
    return known;
  }

  private OkHttpClient derive(OkHttpClient callers) {
    endIdleThreads(callers.dispatcher().executorService());
    OkHttpClient.Builder builder =
        callers
            .newBuilder()
            // OkHttp takes only Authorization off a request that it redirects to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            // These would send the update again without a wait and without being counted.
            .retryOnConnectionFailure(false)
            .authenticator(Authenticator.NONE)
            // The timeout of an attempt is the only one, so that no shorter one applies unnoticed.
            .callTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .addInterceptor(this::send)
            .addNetworkInterceptor(Transport::receive);
    if (callers.pingIntervalMillis() == 0) {
      // Without a read timeout only this detects a dead HTTP/2 connection.
      builder.pingInterval(PING);
    }
    // Runs before the caller's interceptors, because it passes on their failures.
    builder.interceptors().add(0, Transport::begin);
    return builder.build();
  }

  /**
   * OkHttp's own threads would keep a program for a minute after its last asynchronous update. What
   * is under way still does.
   */
  private static void endIdleThreads(ExecutorService executor) {
    if (executor instanceof ThreadPoolExecutor pool
        && pool != CallThreads.INSTANCE
        && pool.getCorePoolSize() == 0
        && pool.getKeepAliveTime(TimeUnit.SECONDS) == OKHTTPS_MINUTE) {
      pool.setKeepAliveTime(1, TimeUnit.SECONDS);
    }
  }

  Call call(Request request, Attempt attempt) {
    Call call = client().newCall(request);
    Attempt unused = call.tag(Attempt.class, () -> attempt);
    call.addEventListener(attempt.listener());
    return call;
  }

  /** Closes the connections that are idle: the server has closed one of them already. */
  void dropIdleConnections() {
    client().connectionPool().evictAll();
  }

  @Nullable String currentCredential() {
    return credential.get();
  }

  /** Returns a credential as a secret; there is hardly ever another one than the last. */
  Secrets secrets(@Nullable String credential) {
    Secrets known = latest;
    if (!known.areOnly(credential)) {
      known = Secrets.NONE.and(credential);
      latest = known;
    }
    return known;
  }

  /** Reads an answer. Even if its body is broken, its status shows the result of the update. */
  Answer read(Response response, Headers headers, Call call, Secrets secrets) {
    Buffer body = new Buffer();
    boolean complete = false;
    try (response) {
      BufferedSource source = response.body().source();
      while (body.size() <= answerLimit && source.read(body, CHUNK) != -1) {}
      complete = body.size() <= answerLimit;
      if (!complete) {
        // OkHttp would read the rest to be able to use the connection again.
        call.cancel();
      }
    } catch (IOException | RuntimeException e) {
      // A body that breaks off is only incomplete, whether the network or the caller's interceptor
      // ended it.
    }
    long length = Math.min(body.size(), answerLimit);
    return Answer.of(response.code(), headers, bytes(body, length), complete, secrets);
  }

  /** Okio would make a long one of its segments, which then never go back to their pool. */
  private static ByteString bytes(Buffer body, long length) {
    try {
      ByteString bytes =
          length < SHARED ? body.readByteString(length) : ByteString.of(body.readByteArray(length));
      body.clear();
      return bytes;
    } catch (EOFException e) {
      throw new IllegalStateException("a buffer in memory has what it has", e);
    }
  }

  /** OkHttp gives what else is thrown to the thread's handler, and the call only a summary. */
  private static Response begin(Interceptor.Chain chain) throws IOException {
    Attempt attempt = attempt(chain);
    try {
      attempt.begin();
      return chain.proceed(chain.request());
    } catch (RuntimeException | Error e) {
      throw new CarriedException(e);
    }
  }

  private Response send(Interceptor.Chain chain) throws IOException {
    if (!guard.getAsBoolean()) {
      throw new GuardedException();
    }
    return chain.proceed(header.addTo(chain.request(), attempt(chain).credential()));
  }

  private static Response receive(Interceptor.Chain chain) throws IOException {
    Response response;
    try {
      response = chain.proceed(chain.request());
    } catch (RuntimeException e) {
      throw new UnreadableAnswerException(e);
    }
    attempt(chain).answered(response);
    // At 0 OkHttp sends the request once more by itself, and it cannot read a large number.
    return response.code() == 503
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }

  private static Attempt attempt(Interceptor.Chain chain) {
    Attempt attempt = chain.call().tag(Attempt.class);
    if (attempt == null) {
      throw new IllegalStateException("a call of this client belongs to an attempt");
    }
    return attempt;
  }

  /** An exception that the caller's own code threw within a call. */
  static final class CarriedException extends IOException {
    private static final long serialVersionUID = 1;

    private final transient Throwable failure;

    private CarriedException(Throwable failure) {
      super(failure);
      this.failure = failure;
    }

    Throwable failure() {
      return failure;
    }
  }
}
