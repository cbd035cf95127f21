package io.contactbridge;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Observation;
import io.contactbridge.client.OkHttpVersion;
import io.contactbridge.client.ServerUrl;
import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.raze.RazeClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Updates the contacts of one account at one CRM.
 *
 * <pre>{@code
 * Contacts linq = Contacts.linq(System.getenv("LINQ_TOKEN")).build();
 *
 * UpdateResult result =
 *     linq.update(
 *         "12345",
 *         ContactUpdate.builder().email("ada@example.com").jobTitle("CTO").build());
 *
 * result.contact().email(); // as the CRM now has it
 * result.outcome(ContactField.EMAIL); // APPLIED
 * }</pre>
 *
 * <p>Instances are safe to share between threads, and an account should have but one: the order of
 * the updates of a contact, the rate limit and what is known of a CRM that fails hold within it.
 * Attempts are logged at the level DEBUG of a {@link System.Logger}, without any value.
 */
public final class Contacts {
  private final Crm crm;
  private final Updates<?, ?> updates;
  private final Account account;

  private Contacts(Builder builder) {
    crm = builder.adapter.crm();
    OkHttpClient callers = builder.httpClient;
    if (callers == null) {
      DefaultClient.prepare();
    }
    updates =
        new Updates<>(
            builder.adapter,
            builder.baseUrl,
            new Settings(
                builder.defaultRegion, builder.onUnsupported, builder.allowUndocumentedClear),
            new ObservationListener(builder.onObservation));
    Transport transport =
        new Transport(
            callers == null ? DefaultClient::get : () -> callers,
            builder.adapter.credential(),
            builder.credential,
            builder.delivery);
    account = new Account(updates, transport, builder.delivery);
  }

  /**
   * Starts with an account at Acquire.
   *
   * @param accountId what stands before {@code .acquire.io} in the address of the account
   * @throws IllegalArgumentException if {@code accountId} is not one DNS label
   */
  public static Builder acquire(String accountId, String apiKey) {
    requireNonNull(apiKey, "apiKey");
    return acquire(accountId, () -> apiKey);
  }

  /**
   * Starts with an account at Acquire.
   *
   * @param accountId what stands before {@code .acquire.io} in the address of the account
   * @param apiKey is asked for each request, on the thread that sends it
   * @throws IllegalArgumentException if {@code accountId} is not one DNS label
   */
  public static Builder acquire(String accountId, Supplier<String> apiKey) {
    requireNonNull(accountId, "accountId");
    return new Builder(new AcquireAdapter(), AcquireClient.server(accountId), apiKey);
  }

  /** Starts with a sub-account (a location) at HighLevel, by its access token. */
  public static Builder highLevel(String accessToken) {
    requireNonNull(accessToken, "accessToken");
    return highLevel(() -> accessToken);
  }

  /**
   * Starts with a sub-account (a location) at HighLevel.
   *
   * @param accessToken is asked for each request, on the thread that sends it
   */
  public static Builder highLevel(Supplier<String> accessToken) {
    return new Builder(new HighLevelAdapter(), HighLevelClient.server(), accessToken);
  }

  /** Starts with an organization at Linq, by its integration token. */
  public static Builder linq(String token) {
    requireNonNull(token, "token");
    return linq(() -> token);
  }

  /**
   * Starts with an organization at Linq.
   *
   * @param token is asked for each request, on the thread that sends it
   */
  public static Builder linq(Supplier<String> token) {
    return new Builder(new LinqAdapter(), LinqClient.server(), token);
  }

  /** Starts with an account at Raze, by an API key with the permission contacts:write. */
  public static Builder raze(String apiKey) {
    requireNonNull(apiKey, "apiKey");
    return raze(() -> apiKey);
  }

  /**
   * Starts with an account at Raze.
   *
   * @param apiKey is asked for each request, on the thread that sends it
   */
  public static Builder raze(Supplier<String> apiKey) {
    return new Builder(new RazeAdapter(), RazeClient.server(), apiKey);
  }

  public Crm crm() {
    return crm;
  }

  /**
   * Returns what {@link #update} would send, and what becomes of each field, without sending it.
   *
   * @param id the contact's id in the CRM: a number at Acquire and Linq, a word elsewhere
   * @throws IllegalArgumentException if the update would lose something, or if the id or a value is
   *     none for this CRM; the message names each field at fault and what would be right
   */
  public UpdatePlan plan(String id, ContactUpdate update) {
    return updates.plan(requireNonNull(id, "id"), requireNonNull(update, "update"));
  }

  /**
   * Changes a contact, and blocks until the CRM has answered. Updates of one contact reach the CRM
   * in the order in which they were asked for.
   *
   * <p>All of it happens on this thread, the supplier of the credential and the interceptors of the
   * caller's own HTTP client included. To interrupt the thread ends the update.
   *
   * @param id the contact's id in the CRM: a number at Acquire and Linq, a word elsewhere
   * @throws IllegalArgumentException as {@link #plan} does, before anything is sent
   * @throws IllegalStateException if the supplied credential is null, or none that a header can
   *     carry
   * @throws ContactsException if the CRM did not make the change, or gave no answer
   */
  public UpdateResult update(String id, ContactUpdate update) {
    return update(id, update, UpdateOptions.NONE);
  }

  /**
   * Changes a contact as {@link #update(String, ContactUpdate)} does.
   *
   * @param options what this update has otherwise than the account
   */
  public UpdateResult update(String id, ContactUpdate update, UpdateOptions options) {
    requireNonNull(options, "options");
    return BlockingDriver.send(account, id, plan(id, update).with(options.headers()), options);
  }

  /**
   * Changes a contact without blocking. It runs on daemon threads of ours and on those of the HTTP
   * client, never on one that belongs to the caller of another update. To complete the future by
   * any other means, such as {@code cancel} or {@code orTimeout}, ends the update, and nobody can
   * say then whether the change was made.
   *
   * @param id the contact's id in the CRM: a number at Acquire and Linq, a word elsewhere
   * @return the result to come, or a failure with the {@link ContactsException} that {@link
   *     #update} throws
   * @throws IllegalArgumentException as {@link #plan} does, before anything is sent
   */
  public CompletableFuture<UpdateResult> updateAsync(String id, ContactUpdate update) {
    return updateAsync(id, update, UpdateOptions.NONE);
  }

  /**
   * Changes a contact as {@link #updateAsync(String, ContactUpdate)} does.
   *
   * @param options what this update has otherwise than the account
   */
  public CompletableFuture<UpdateResult> updateAsync(
      String id, ContactUpdate update, UpdateOptions options) {
    requireNonNull(options, "options");
    return AsyncDriver.send(account, id, plan(id, update).with(options.headers()), options);
  }

  /** Names the CRM and nothing of the account. */
  @Override
  public String toString() {
    return "Contacts[" + crm + "]";
  }

  /** Collects what differs from the defaults. */
  public static final class Builder {
    private final CrmAdapter<?, ?> adapter;
    private final Supplier<String> credential;
    private HttpUrl baseUrl;
    private final DeliveryOptions delivery = new DeliveryOptions();
    private @Nullable OkHttpClient httpClient;
    private @Nullable String defaultRegion;
    private OnUnsupported onUnsupported = OnUnsupported.REFUSE;
    private boolean allowUndocumentedClear;
    private Consumer<? super Observation> onObservation = ignored -> {};

    private Builder(CrmAdapter<?, ?> adapter, HttpUrl baseUrl, Supplier<String> credential) {
      this.adapter = adapter;
      this.baseUrl = baseUrl;
      this.credential = requireNonNull(credential, "credential");
    }

    /**
     * Sends the updates elsewhere, such as to a mock or a proxy.
     *
     * @param baseUrl what stands before the path of the operation; HTTPS, or HTTP to loopback
     * @throws IllegalArgumentException if it is no such URL
     */
    public Builder baseUrl(String baseUrl) {
      this.baseUrl = ServerUrl.checked(requireNonNull(baseUrl, "baseUrl"));
      return this;
    }

    /**
     * Limits how long one attempt to send an update may take; 30 seconds by default.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder timeout(Duration timeout) {
      delivery.timeout(requireNonNull(timeout, "timeout"));
      return this;
    }

    /**
     * Limits how long one update may take as a whole, with all attempts and all waits before and
     * between them. Nothing is sent after it.
     *
     * <p>By default it is 60 seconds without the time for which the account waits for its own rate
     * limit: the updates of a burst take as long as the limit makes them. A limit over more than 60
     * seconds, such as that of a day, counts by default too: an update that would wait for it ends
     * at once with a {@link RateLimitedException}, whose {@code retryAfter} says how long.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder deadline(Duration deadline) {
      delivery.deadline(requireNonNull(deadline, "deadline"));
      return this;
    }

    /**
     * Limits how often an update is sent again; twice by default, and 0 for never. That happens
     * after failures that pass: no answer, 408, 425, 429, 500, 502, 503 and 504.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxRetries(int maxRetries) {
      delivery.maxRetries(maxRetries);
      return this;
    }

    /**
     * Limits the calls, retries included, that begin in any period of a length, in place of what
     * the CRM documents: 100 in 10 seconds and 200,000 a day at HighLevel, and nothing elsewhere.
     * Updates wait for their place in the order in which they ask for it. While the CRM refuses
     * calls for their rate, fewer are made, whatever the limit.
     *
     * @throws IllegalArgumentException if there is less than one call, or if {@code per} is not
     *     from a millisecond to 31 days
     */
    public Builder rateLimit(int calls, Duration per) {
      Rate rate = new Rate(calls, requireNonNull(per, "per"));
      delivery.rates(new Rates(List.of(rate)));
      return this;
    }

    /**
     * Limits the calls as {@link #rateLimit} does, by several limits at once, each of which holds.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Builder rateLimits(List<Rate> limits) {
      if (limits.isEmpty()) {
        throw new IllegalArgumentException("there is at least one limit; see noRateLimit()");
      }
      delivery.rates(new Rates(limits.stream().sorted(comparing(Rate::per)).toList()));
      return this;
    }

    /** Has calls not wait for others, neither for a limit nor because the CRM refused some. */
    public Builder noRateLimit() {
      delivery.rates(Rates.UNLIMITED);
      return this;
    }

    /** Tells a further listener of attempts and updates, such as {@link MicrometerMetrics}. */
    public Builder listener(DeliveryListener listener) {
      delivery.listener(requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Counts calls that were made for the account before, such as by an earlier run of the program:
     * what the CRM allows in a day does not begin anew with it. Calls that are too old to count are
     * ignored.
     */
    public Builder earlierCalls(Collection<Instant> calls) {
      delivery.earlierCalls(requireNonNull(calls, "calls"));
      return this;
    }

    /**
     * Asks right before each attempt is sent whether it may be. Where it may not, the update ends
     * with an {@link UnavailableException}, and nothing of that attempt was sent.
     *
     * @param mayBeSent is called on the thread that sends
     */
    public Builder guard(BooleanSupplier mayBeSent) {
      delivery.guard(requireNonNull(mayBeSent, "mayBeSent"));
      return this;
    }

    /**
     * Limits how much of an answer is read, after it was unpacked; 1 MiB by default. What is longer
     * is an observation.
     *
     * @throws IllegalArgumentException if it is not positive, or more than fits into memory
     */
    public Builder answerLimit(long bytes) {
      delivery.answerLimit(bytes);
      return this;
    }

    /**
     * Shares the pool, the proxy, the interceptors and the dispatcher of the caller's own client. A
     * blocking update runs on its caller's thread; the limits of the dispatcher are those of {@link
     * Contacts#updateAsync}, which runs on its threads.
     *
     * <p>Its application interceptors run before the credential is added; its network interceptors
     * see the header with the credential, as does whoever looks at the request of a response, and
     * should redact it in logs. Redirects are not followed, its authenticator is not asked, and
     * nothing is sent again but by {@link #maxRetries}. Of its timeouts only that of connecting
     * holds: {@link #timeout} takes the place of the others.
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Takes phone numbers without a country code to be from a region.
     *
     * @param region as ISO 3166-1 alpha-2, such as {@code US}
     * @throws IllegalArgumentException if it is no region with phone numbers
     */
    public Builder defaultRegion(String region) {
      if (!Phones.regions().contains(requireNonNull(region, "region"))) {
        throw new IllegalArgumentException(
            "a region is a code of ISO 3166-1 alpha-2 such as US, unlike \"" + region + "\"");
      }
      this.defaultRegion = region;
      return this;
    }

    /** Decides about updates of which the CRM cannot store every field; refused by default. */
    public Builder onUnsupported(OnUnsupported onUnsupported) {
      this.onUnsupported = requireNonNull(onUnsupported, "onUnsupported");
      return this;
    }

    /** Sends null for a cleared field even where the CRM does not document that it may. */
    public Builder allowUndocumentedClear() {
      this.allowUndocumentedClear = true;
      return this;
    }

    /**
     * Tells of all that is not as specified in answers, as {@link UpdateResult#observations} does:
     * in production this is how a change of the CRM's is noticed.
     *
     * @param listener is called on the thread that reads the answer; what it throws is logged and
     *     breaks no update
     */
    public Builder onObservation(Consumer<? super Observation> listener) {
      this.onObservation = requireNonNull(listener, "listener");
      return this;
    }

    /**
     * Makes it, without calling the CRM.
     *
     * @throws IllegalStateException if the class path has an OkHttp before version 5
     */
    public Contacts build() {
      OkHttpVersion.check();
      return new Contacts(this);
    }

    /** Has tests wait without waiting. */
    Builder time(Time time) {
      delivery.time(time);
      return this;
    }
  }
}
