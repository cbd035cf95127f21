package io.contactbridge.drift.internal.source;

import io.contactbridge.drift.CannotCheckException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Pages on the web: over HTTPS, or over HTTP from this machine. Nothing is sent but the request.
 */
public final class WebPage {
  private static final int MAX_MEBIBYTES = 16;
  private static final int MAX_REDIRECTS = 5;
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  private WebPage() {}

  public static String fetch(String address) {
    HttpUrl url = HttpUrl.parse(address);
    if (url == null) {
      throw new CannotCheckException(address + " is not a URL");
    }
    // Redirects are followed here, each by the same rule as the first address.
    OkHttpClient client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .callTimeout(Duration.ofSeconds(30))
            .build();
    try {
      return follow(client, address, url);
    } finally {
      client.dispatcher().executorService().shutdown();
      client.connectionPool().evictAll();
    }
  }

  /** Returns the URL that a relative reference in a page leads to, which is at the same host. */
  public static String beside(String address, String reference) {
    HttpUrl url = HttpUrl.parse(address);
    HttpUrl target = url == null ? null : url.resolve(reference);
    if (url == null || target == null || !target.host().equals(url.host())) {
      throw new CannotCheckException(
          "%s refers to %s, which is at another host and is not followed"
              .formatted(address, reference));
    }
    return target.toString();
  }

  private static String follow(OkHttpClient client, String address, HttpUrl start) {
    HttpUrl url = start;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
        throw new CannotCheckException(address + " is not on HTTPS all the way");
      }
      Request request =
          new Request.Builder().url(url).header("Accept", "text/markdown, */*;q=0.8").build();
      try (Response response = client.newCall(request).execute()) {
        HttpUrl next = next(response);
        if (next == null) {
          return body(address, response);
        }
        url = next;
      } catch (IOException e) {
        throw new CannotCheckException(address + " cannot be read: " + reason(e), e);
      }
    }
    throw new CannotCheckException(
        "%s redirects more than %d times".formatted(address, MAX_REDIRECTS));
  }

  private static @Nullable HttpUrl next(Response response) {
    String location = response.header("Location");
    return response.isRedirect() && location != null
        ? response.request().url().resolve(location)
        : null;
  }

  private static String body(String address, Response response) throws IOException {
    if (!response.isSuccessful()) {
      throw new CannotCheckException(
          "%s cannot be read: the answer has the status %d".formatted(address, response.code()));
    }
    if (response.body().source().request(((long) MAX_MEBIBYTES << 20) + 1)) {
      throw new CannotCheckException("%s has more than %d MiB".formatted(address, MAX_MEBIBYTES));
    }
    return LocalFile.text(address, response.body().bytes());
  }

  private static String reason(IOException e) {
    if (e instanceof UnknownHostException) {
      return "its host is not known here";
    }
    if (e instanceof ConnectException) {
      return "nothing answers there";
    }
    return e instanceof InterruptedIOException
        ? "it took longer than 30 seconds"
        : "the connection failed";
  }
}
