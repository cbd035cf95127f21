package io.contactbridge;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/**
 * The HTTP client of callers who bring none of their own, shared by all of them.
 *
 * <p>OkHttp reads all certificates that are trusted before its first call, which takes longer than
 * everything else in the first update of a program. So it begins when an account is built, on
 * another thread, and an update waits for it only where it needs it.
 */
final class DefaultClient {
  /** As many calls to one CRM at once, and as many idle connections kept for the next. */
  private static final int CALLS = 64;

  private static final FutureTask<OkHttpClient> CLIENT = new FutureTask<>(DefaultClient::create);

  private DefaultClient() {}

  /** Begins to make the client, if nobody has. */
  static void prepare() {
    if (!CLIENT.isDone()) {
      CallThreads.daemon(CLIENT, "ContactBridge client").start();
    }
  }

  /** Returns the client once it is made. */
  static OkHttpClient get() {
    // Does nothing where it runs or has run on another thread.
    CLIENT.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return CLIENT.get();
        } catch (InterruptedException e) {
          // It ends soon, and whoever waits for the update notices the interrupt.
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

  private static OkHttpClient create() {
    Dispatcher dispatcher = new Dispatcher(CallThreads.INSTANCE);
    dispatcher.setMaxRequests(4 * CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(CALLS, 5, TimeUnit.MINUTES))
        .build();
  }
}
