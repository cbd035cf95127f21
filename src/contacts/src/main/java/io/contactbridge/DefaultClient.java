package io.contactbridge;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client of callers who bring none of their own, shared by all of them. */
final class DefaultClient {
  /** As many calls to one CRM at once, and as many idle connections kept for the next. */
  private static final int CALLS = 64;

  static final OkHttpClient INSTANCE = create();

  private DefaultClient() {}

  private static OkHttpClient create() {
    // Daemons, so that a program may end without waiting for idle threads.
    ExecutorService executor =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "ContactBridge");
              thread.setDaemon(true);
              return thread;
            });
    Dispatcher dispatcher = new Dispatcher(executor);
    dispatcher.setMaxRequests(4 * CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(CALLS, 5, TimeUnit.MINUTES))
        // OkHttp's own limits of ten seconds would end an update before its timeout does.
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        // Without a read timeout OkHttp would not notice an HTTP/2 connection that is dead, and
        // would use it for every attempt.
        .pingInterval(Duration.ofSeconds(10))
        .build();
  }
}
