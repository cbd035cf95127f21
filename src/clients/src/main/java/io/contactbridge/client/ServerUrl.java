package io.contactbridge.client;

import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** The URL of a specification's server, with its variables filled in. */
public final class ServerUrl {
  /** One DNS label, so that no value can lead a request, and its credential, to another host. */
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

  private ServerUrl() {}

  /**
   * Returns {@code url} with a slash at its end, for Retrofit to resolve paths against.
   *
   * @param variables the values for what stands in braces in {@code url}
   * @throws IllegalArgumentException if a value is not one DNS label
   */
  public static HttpUrl of(String url, Map<String, String> variables) {
    String filled = url;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      if (!LABEL.matcher(variable.getValue()).matches()) {
        // Without the value: it may be a credential that was given in its place.
        throw new IllegalArgumentException(
            variable.getKey()
                + " is one DNS label (letters, digits and inner hyphens, at most 63), unlike what was"
                + " given");
      }
      filled = filled.replace("{" + variable.getKey() + "}", variable.getValue());
    }
    return HttpUrl.get(filled + "/");
  }
}
