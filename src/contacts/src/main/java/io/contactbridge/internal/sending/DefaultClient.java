package io.contactbridge.internal.sending;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The HTTP client that is used if the caller does not set one. All accounts share its connections
 * and threads.
 *
 * <p>OkHttp reads all certificates that are trusted before its first call, which takes longer than
 * everything else in the first update of a program. So it begins when an account is built, on
 * another thread, and an update waits for it only where it needs it.
 */
public final class DefaultClient {
  /** As many calls of an account at once, and as many idle connections kept for the next. */
  private static final int CALLS = 64;

  private static final DefaultClient TLS = new DefaultClient(List.of(ConnectionSpec.MODERN_TLS));

  /** Without TLS no certificates are needed, such as for a mock on this machine. */
  private static final DefaultClient CLEARTEXT =
      new DefaultClient(List.of(ConnectionSpec.CLEARTEXT));

  private final FutureTask<OkHttpClient> client;

  private DefaultClient(List<ConnectionSpec> specs) {
    client = new FutureTask<>(() -> create(specs));
  }

  /** Returns the client for a server, and begins to create it if that has not been done. */
  public static DefaultClient of(HttpUrl server) {
    DefaultClient known = server.isHttps() ? TLS : CLEARTEXT;
    if (!known.client.isDone()) {
      CallThreads.daemon(known.client, "ContactBridge client").start();
    }
    return known;
  }

  /** Returns a client for one account once it is made; only its queue is its own. */
  public OkHttpClient forAccount() {
    return get().newBuilder().dispatcher(dispatcher()).build();
  }

  private OkHttpClient get() {
    // Does nothing where it runs or has run on another thread.
    client.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return client.get();
        } catch (InterruptedException e) {
          // It ends soon, and the thread that waits for the update notices the interrupt.
          interrupted = true;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the HTTP client cannot be made", e.getCause());
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static OkHttpClient create(List<ConnectionSpec> specs) {
    return new OkHttpClient.Builder()
        .connectionSpecs(specs)
        .dispatcher(dispatcher())
        .connectionPool(new ConnectionPool(CALLS, 5, TimeUnit.MINUTES))
        .build();
  }

  /**
   * One for each account, as an account that waits for a slow CRM must not hold up the others.
   *
   * <p>With room for further hosts beyond the calls of one, OkHttp would look at every call that
   * waits each time that one ends.
   */
  private static Dispatcher dispatcher() {
    Dispatcher dispatcher = new Dispatcher(CallThreads.INSTANCE);
    dispatcher.setMaxRequests(CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return dispatcher;
  }
}
