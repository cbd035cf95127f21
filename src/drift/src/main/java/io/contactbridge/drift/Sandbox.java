package io.contactbridge.drift;

import io.contactbridge.Contacts;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.raze.RazeClient;
import java.util.function.Supplier;
import okhttp3.Interceptor;

/** A sandbox account: what the facade starts with, and how any other request shows who calls. */
public final class Sandbox {
  private final Contacts.Builder contacts;
  private final Interceptor credential;

  private Sandbox(Contacts.Builder contacts, CredentialHeader header, Supplier<String> credential) {
    this.contacts = contacts;
    this.credential = header.with(credential);
  }

  /**
   * Returns an account at Acquire.
   *
   * @throws IllegalArgumentException if {@code accountId} is not one DNS label
   */
  public static Sandbox acquire(String accountId, String apiKey) {
    return acquire(accountId, () -> apiKey);
  }

  /**
   * Returns the same with a credential that may change.
   *
   * @param apiKey is asked for each request
   */
  public static Sandbox acquire(String accountId, Supplier<String> apiKey) {
    return new Sandbox(Contacts.acquire(accountId, apiKey), AcquireClient.API_KEY, apiKey);
  }

  /** Returns an account at HighLevel. */
  public static Sandbox highLevel(String token) {
    return highLevel(() -> token);
  }

  /**
   * Returns the same with a credential that may change.
   *
   * @param token is asked for each request
   */
  public static Sandbox highLevel(Supplier<String> token) {
    return new Sandbox(Contacts.highLevel(token), HighLevelClient.ACCESS_TOKEN, token);
  }

  /** Returns an account at Linq. */
  public static Sandbox linq(String token) {
    return linq(() -> token);
  }

  /**
   * Returns the same with a credential that may change.
   *
   * @param token is asked for each request
   */
  public static Sandbox linq(Supplier<String> token) {
    return new Sandbox(Contacts.linq(token), LinqClient.INTEGRATION_TOKEN, token);
  }

  /** Returns an account at Raze. */
  public static Sandbox raze(String apiKey) {
    return raze(() -> apiKey);
  }

  /**
   * Returns the same with a credential that may change.
   *
   * @param apiKey is asked for each request
   */
  public static Sandbox raze(Supplier<String> apiKey) {
    return new Sandbox(Contacts.raze(apiKey), RazeClient.API_KEY, apiKey);
  }

  /** Returns what the facade starts with; what is set there holds for the account. */
  public Contacts.Builder contacts() {
    return contacts;
  }

  /** Returns what adds the credential to each request. */
  public Interceptor credential() {
    return credential;
  }
}
