package io.contactbridge.client.torture;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.ClientBuilder;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.ServerUrl;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import org.jspecify.annotations.NullMarked;

/** Where Torture API is served, and how a caller proves who it is. */
@NullMarked
public final class TortureClient {
  /** The account's token. */
  public static final CredentialHeader TOKEN = new CredentialHeader("X-Token", "");

  public static final CredentialHeader ACCESS_TOKEN =
      new CredentialHeader("Authorization", "Bearer ");

  private TortureClient() {}

  /**
   * Returns {@code https://{account_id}.example.com/api/}. An account's own host.
   *
   * @param accountId The account's name, which is the first part of its host.
   * @throws IllegalArgumentException if it is not one DNS label
   */
  public static HttpUrl server(String accountId) {
    return ServerUrl.of("https://{account_id}.example.com/api", Map.of("account_id", accountId));
  }

  /**
   * Returns the API at {@link #server}, ready to call.
   *
   * @param accountId The account's name, which is the first part of its host.
   * @param token is sent as {@link #TOKEN}
   */
  public static ThingsApi create(String accountId, String token) {
    requireNonNull(token, "token");
    return builder(accountId, () -> token).build();
  }

  /**
   * Starts with the API at {@link #server}, which {@link ClientBuilder#build} makes ready to call.
   *
   * @param accountId The account's name, which is the first part of its host.
   * @param token is asked for each request, on the thread that sends it
   */
  public static ClientBuilder<ThingsApi> builder(String accountId, Supplier<String> token) {
    return new ClientBuilder<>(ThingsApi.class, server(accountId), TOKEN, token);
  }
}
