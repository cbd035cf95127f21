package io.contactbridge.client;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Checks the URLs to which requests, and with them credentials, may be sent. */
public final class ServerUrl {
  /** One DNS label, so that no value can lead a request, and its credential, to another host. */
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

  /** OkHttp would ask the DNS for anything. */
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|[0-9a-f:.]+");

  private ServerUrl() {}

  /**
   * Returns the URL of a specification's server, with a slash at its end, for Retrofit to resolve
   * paths against.
   *
   * @param variables the values for the placeholders in braces in {@code url}
   * @throws IllegalArgumentException if a value is not one DNS label
   */
  public static HttpUrl of(String url, Map<String, String> variables) {
    String filled = url;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (!LABEL.matcher(variable.getValue()).matches()) {
        // The message leaves the value out: it may be a credential that was given by mistake.
        throw new IllegalArgumentException(
            variable.getKey()
                + " is one DNS label (letters, digits and inner hyphens, at most 63), unlike what was"
                + " given");
      }
      filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return HttpUrl.get(filled + "/");
  }

  /**
   * Returns a URL that the caller chose, with a slash at its end.
   *
   * @throws IllegalArgumentException if it is not a plain URL of HTTPS, or of HTTP to loopback
   */
  public static HttpUrl checked(String text) {
    HttpUrl url = HttpUrl.parse(text.endsWith("/") ? text : text + "/");
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
