package io.contactbridge;

import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where updates may be sent: credentials go with them. */
final class BaseUrls {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** OkHttp would ask the DNS for anything. */
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|[0-9a-f:.]+");

  private BaseUrls() {}

  static HttpUrl checked(String text) {
    @Nullable HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
    if (url == null
        || url.query() != null
        || url.fragment() != null
        || hasUser(url)
        || !HOST.matcher(url.host()).matches()) {
      throw new IllegalArgumentException(
          "a base URL is like https://example.com/api, without user, query and fragment");
    }
    if (!url.isHttps() && !LOOPBACK.contains(url.host())) {
      throw new IllegalArgumentException(
          "credentials are sent over HTTPS, or over HTTP to loopback, unlike "
              + url.scheme()
              + "://"
              + url.host());
    }
    return url;
  }

  private static boolean hasUser(HttpUrl url) {
    return !url.username().isEmpty() || !url.password().isEmpty();
  }
}
