package io.contactbridge.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** The HTTP client of every client but the facade, which has the same limits in its own. */
final class Http {
  private static final int CALLS = 64;

  private Http() {}

  static OkHttpClient client() {
    Dispatcher dispatcher = new Dispatcher();
    // Both alike, since with room for other hosts OkHttp walks through all queued calls each time.
    dispatcher.setMaxRequests(CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        // The default of five closes and opens connections all the time beside sixteen threads.
        .connectionPool(new ConnectionPool(CALLS, 5, TimeUnit.MINUTES))
        .readTimeout(Duration.ofSeconds(30))
        .build();
  }
}
