package io.contactbridge;

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
    Dispatcher dispatcher = new Dispatcher(CallThreads.INSTANCE);
    dispatcher.setMaxRequests(4 * CALLS);
    dispatcher.setMaxRequestsPerHost(CALLS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .connectionPool(new ConnectionPool(CALLS, 5, TimeUnit.MINUTES))
        .build();
  }
}
