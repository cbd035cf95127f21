package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import java.util.function.Supplier;
import okhttp3.Interceptor;

/**
 * The header in which a CRM wants its credential.
 *
 * @param name the header's name
 * @param prefix what stands before the credential, such as {@code "Bearer "}, or nothing
 */
public record CredentialHeader(String name, String prefix) {
  public CredentialHeader {
    requireNonNull(name, "name");
    requireNonNull(prefix, "prefix");
  }

  /**
   * Returns an interceptor that adds the credential to each request.
   *
   * @param credential is asked for each request, on the thread that sends it
   */
  public Interceptor with(Supplier<String> credential) {
    requireNonNull(credential, "credential");
    return chain ->
        chain.proceed(
            chain.request().newBuilder().header(name, prefix + credential.get()).build());
  }
}
