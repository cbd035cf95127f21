package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import okhttp3.Interceptor;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * The header that carries the credential to a CRM.
 *
 * @param name the header's name
 * @param prefix the text before the credential, such as {@code "Bearer "}, or an empty string
 */
public record CredentialHeader(String name, String prefix) {
  public CredentialHeader {
    requireNonNull(name, "name");
    requireNonNull(prefix, "prefix");
  }

  /**
   * Returns an interceptor that adds the credential to each request. If the credential is missing
   * or not valid in a header, the call fails with an {@link IllegalStateException} before it is
   * sent.
   *
   * @param credential supplies the credential; called for each request, on the thread that sends it
   */
  public Interceptor with(Supplier<String> credential) {
    requireNonNull(credential, "credential");
    return chain -> chain.proceed(addTo(chain.request(), credential.get()));
  }

  /**
   * Returns a request with a credential.
   *
   * @throws IllegalStateException if the credential is missing or not valid in a header
   */
  public Request addTo(Request request, @Nullable String credential) {
    return request.newBuilder().header(name, prefix + check(credential)).build();
  }

  private String check(@Nullable String credential) {
    if (credential == null) {
      throw new IllegalStateException("there is no credential for the header " + name);
    }
    // OkHttp refuses it too, but its message quotes the value of most headers.
    if (credential.isEmpty() || !isVisible(credential)) {
      throw new IllegalStateException(
          "the credential for the header "
              + name
              + " is empty or has a blank, a line break or another character that is not visible"
              + " ASCII");
    }
    return credential;
  }

  private static boolean isVisible(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '!' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
