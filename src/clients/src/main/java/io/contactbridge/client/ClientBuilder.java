package io.contactbridge.client;

import static java.util.Objects.requireNonNull;

import com.squareup.moshi.Moshi;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import retrofit2.Retrofit;

/**
 * Builds an API of a generated client, ready to call. Its calls follow no redirect, because that
 * would send the credential to another server.
 *
 * @param <A> the API, a Retrofit interface
 */
public final class ClientBuilder<A> {
  private final Class<A> api;
  private final CredentialHeader header;
  private final Supplier<String> credential;
  private HttpUrl baseUrl;
  private @Nullable OkHttpClient httpClient;
  private Moshi moshi = new Moshi.Builder().build();
  private Consumer<? super Observation> onObservation = ignored -> {};

  /**
   * Starts with the server and the kind of credential of a specification.
   *
   * @param credential supplies the credential; called for each request, on the thread that sends it
   */
  public ClientBuilder(
      Class<A> api, HttpUrl server, CredentialHeader header, Supplier<String> credential) {
    this.api = requireNonNull(api, "api");
    this.baseUrl = requireNonNull(server, "server");
    this.header = requireNonNull(header, "header");
    this.credential = requireNonNull(credential, "credential");
  }

  /**
   * Calls another server, such as a mock or a proxy.
   *
   * @param baseUrl the URL before the path of the operation; HTTPS, or HTTP to loopback
   * @throws IllegalArgumentException if it is not such a URL
   */
  public ClientBuilder<A> baseUrl(String baseUrl) {
    this.baseUrl = ServerUrl.checked(requireNonNull(baseUrl, "baseUrl"));
    return this;
  }

  /** Shares the pool, the timeouts, the proxy and the interceptors of the caller's own client. */
  public ClientBuilder<A> httpClient(OkHttpClient httpClient) {
    this.httpClient = requireNonNull(httpClient, "httpClient");
    return this;
  }

  /**
   * Reads and writes bodies with the caller's own Moshi. It needs no registration of the models;
   * its own adapter for a model takes precedence over ours.
   */
  public ClientBuilder<A> moshi(Moshi moshi) {
    this.moshi = requireNonNull(moshi, "moshi");
    return this;
  }

  /**
   * Reports everything in a successful answer that differs from the specification.
   *
   * @param listener is called on the thread that reads the answer
   */
  public ClientBuilder<A> onObservation(Consumer<? super Observation> listener) {
    this.onObservation = requireNonNull(listener, "listener");
    return this;
  }

  /**
   * Returns the API, ready to call.
   *
   * @throws IllegalStateException if the class path has an OkHttp before version 5
   */
  public A build() {
    OkHttpVersion.check();
    OkHttpClient client =
        (httpClient == null ? new OkHttpClient() : httpClient)
            .newBuilder()
            // On a redirect to another host OkHttp removes only the header Authorization.
            .followRedirects(false)
            .followSslRedirects(false)
            .addInterceptor(header.with(credential))
            .build();
    return new Retrofit.Builder()
        .baseUrl(baseUrl)
        .client(client)
        .addConverterFactory(JsonConverterFactory.create(moshi, onObservation))
        .build()
        .create(api);
  }
}
