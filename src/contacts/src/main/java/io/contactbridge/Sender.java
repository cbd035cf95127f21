package io.contactbridge;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Sends a request and reads the answer to it, whatever the answer is. */
final class Sender {
  /** An answer has one contact; what is longer is not read to its end. */
  private static final long LONGEST_BODY = 1L << 20;

  private static final long CHUNK = 8192;

  private final Crm crm;
  private final OkHttpClient client;
  private final OkHttpClient blockingClient;

  Sender(Crm crm, OkHttpClient client, Interceptor credential) {
    this.crm = crm;
    OkHttpClient.Builder builder =
        client
            .newBuilder()
            // OkHttp takes only Authorization off a request that it redirects to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(credential)
            .addNetworkInterceptor(Sender::noteConnection);
    // Before the caller's own, whose failures it carries.
    builder.interceptors().add(0, Sender::carryFailures);
    this.client = builder.build();
    this.blockingClient = withoutQueue(this.client);
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

  OkHttpClient client() {
    return client;
  }

  /**
   * Returns the answer. An interrupt of the thread ends the call.
   *
   * @throws UnavailableException if none came
   */
  Answer send(Request request) {
    Exchange<Answer> exchange = new Exchange<>(blockingClient, request, answer -> answer);
    exchange.start();
    try {
      return exchange.get();
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      throw exchange.unavailable("the thread was interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnavailableException unavailable) {
        // So that its stack trace shows the caller and not the thread that read the answer.
        unavailable.fillInStackTrace();
        throw unavailable;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("an exchange fails with nothing else", e);
    }
  }

  /**
   * Returns what {@code reader} makes of the answer; to cancel it ends the call. It fails with what
   * the reader throws, and with an {@link UnavailableException} if no answer comes.
   */
  <T> CompletableFuture<T> sendAsync(Request request, Function<Answer, T> reader) {
    Exchange<T> exchange = new Exchange<>(client, request, reader);
    exchange.start();
    return exchange;
  }

  private static Answer read(Response response) {
    Buffer body = new Buffer();
    boolean complete = false;
    try (response) {
      BufferedSource source = response.body().source();
      while (body.size() <= LONGEST_BODY && source.read(body, CHUNK) != -1) {}
      complete = body.size() <= LONGEST_BODY;
    } catch (IOException e) {
      // The status says what became of the update; the body that broke off only tells less of it.
    }
    long length = Math.min(body.size(), LONGEST_BODY);
    return new Answer(response.code(), response.headers(), body.snapshot((int) length), complete);
  }

  /** Network interceptors run once there is a connection, so from here on the CRM may have it. */
  private static Response noteConnection(Interceptor.Chain chain) throws IOException {
    Progress progress = chain.request().tag(Progress.class);
    if (progress != null) {
      progress.connected = true;
    }
    return chain.proceed(chain.request());
  }

  /** OkHttp gives what else is thrown to the thread's handler, and the call only a summary. */
  private static Response carryFailures(Interceptor.Chain chain) throws IOException {
    try {
      return chain.proceed(chain.request());
    } catch (RuntimeException e) {
      throw new CarriedException(e);
    }
  }

  /** One call, and what is to come of it. */
  private final class Exchange<T> extends CompletableFuture<T> implements Callback {
    private final Progress progress = new Progress();
    private final AtomicBoolean settled = new AtomicBoolean();
    private final Call call;
    private final Function<Answer, T> reader;

    private Exchange(OkHttpClient client, Request request, Function<Answer, T> reader) {
      this.call = client.newCall(request.newBuilder().tag(Progress.class, progress).build());
      this.reader = reader;
    }

    private void start() {
      if (client.callTimeoutMillis() > 0) {
        startTimer();
      }
      call.enqueue(this);
    }

    /** OkHttp's own timeout begins when the call leaves the queue. */
    private void startTimer() {
      CompletableFuture<Void> timer = new CompletableFuture<>();
      var unusedTimeout =
          timer
              .orTimeout(client.callTimeoutMillis(), TimeUnit.MILLISECONDS)
              .exceptionally(e -> expire());
      var unusedEnd = whenComplete((value, failure) -> timer.complete(null));
    }

    /** Once an answer has begun, only the rest of its body is given up. */
    private @Nullable Void expire() {
      if (settled.compareAndSet(false, true)) {
        IOException timeout = new InterruptedIOException("timeout");
        completeExceptionally(unavailable(words(timeout), timeout));
      }
      call.cancel();
      return null;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      // In this order: the call that ends would else complete the future with its own failure.
      boolean cancelled = super.cancel(mayInterruptIfRunning);
      call.cancel();
      return cancelled;
    }

    @Override
    public void onResponse(Call call, Response response) {
      if (!settled.compareAndSet(false, true)) {
        response.close();
        return;
      }
      try {
        complete(reader.apply(read(response)));
      } catch (Throwable e) {
        // An error too: OkHttp would throw it at the thread, and who waits would wait forever.
        completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(Call call, IOException e) {
      completeExceptionally(
          e instanceof CarriedException carried ? carried.failure : unavailable(words(e), e));
    }

    private static String words(IOException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    private UnavailableException unavailable(String words, Throwable cause) {
      return new UnavailableException(Failure.withoutAnswer(crm, words), progress.connected, cause);
    }
  }

  private static final class Progress {
    private volatile boolean connected;
  }

  private static final class CarriedException extends IOException {
    private final transient RuntimeException failure;

    private CarriedException(RuntimeException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
