package io.contactbridge;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Sends a request and reads the answer to it, whatever the answer is. */
final class Sender {
  /** An answer has one contact; what is longer is not read to its end. */
  private static final long LONGEST_BODY = 1L << 20;

  private final Crm crm;
  private final OkHttpClient client;

  Sender(Crm crm, OkHttpClient client, Interceptor credential) {
    this.crm = crm;
    this.client =
        client
            .newBuilder()
            // OkHttp takes only Authorization off a request that it redirects to another host.
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(credential)
            .addNetworkInterceptor(Sender::noteConnection)
            .build();
  }

  OkHttpClient client() {
    return client;
  }

  /**
   * Returns the answer.
   *
   * @throws UnavailableException if none came
   */
  Answer send(Request request) {
    Progress progress = new Progress();
    Request tracked = request.newBuilder().tag(Progress.class, progress).build();
    try (Response response = client.newCall(tracked).execute()) {
      return read(response);
    } catch (IOException e) {
      throw new UnavailableException(
          Failure.withoutAnswer(crm, e.getClass().getSimpleName() + ": " + e.getMessage()),
          progress.connected,
          e);
    }
  }

  private static Answer read(Response response) {
    Buffer body = new Buffer();
    boolean complete = false;
    try {
      BufferedSource source = response.body().source();
      while (body.size() <= LONGEST_BODY && source.read(body, Segment.SIZE) != -1) {}
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

  private static final class Progress {
    private volatile boolean connected;
  }

  private static final class Segment {
    private static final long SIZE = 8192;
  }
}
