package io.contactbridge;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.contactbridge.client.Observation;
import io.contactbridge.client.OkHttpVersion;
import io.contactbridge.client.ServerUrl;
import io.contactbridge.internal.mapping.Adapters;
import io.contactbridge.internal.mapping.CrmAdapter;
import io.contactbridge.internal.mapping.MappingOptions;
import io.contactbridge.internal.mapping.Phones;
import io.contactbridge.internal.mapping.PlannedUpdate;
import io.contactbridge.internal.mapping.UpdateMapper;
import io.contactbridge.internal.sending.AccountState;
import io.contactbridge.internal.sending.AsyncDriver;
import io.contactbridge.internal.sending.BlockingDriver;
import io.contactbridge.internal.sending.DefaultClient;
import io.contactbridge.internal.sending.DeliveryOptions;
import io.contactbridge.internal.sending.ObservationListener;
import io.contactbridge.internal.sending.RateOption;
import io.contactbridge.internal.sending.Time;
import io.contactbridge.internal.sending.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
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
 * <p>Instances are safe to share between threads. Use one per account: it keeps the updates of a
 * contact in order, the rate limit, and what is known about a failing CRM. Attempts are logged
 * without values, at level DEBUG of a {@link System.Logger}.
 */
public final class Contacts {
  private final Crm crm;
  private final UpdateMapper<?, ?> mapper;
  private final AccountState account;

  private Contacts(Builder builder) {
    crm = builder.adapter.crm();
    OkHttpClient callers = builder.httpClient;
    // At once, since it takes a while to make.
    Supplier<OkHttpClient> client =
        callers == null ? DefaultClient.of(builder.baseUrl)::forAccount : () -> callers;
    mapper =
        new UpdateMapper<>(
            builder.adapter,
            builder.baseUrl,
            new MappingOptions(
                builder.defaultRegion, builder.onUnsupported, builder.allowUndocumentedClear),
            new ObservationListener(builder.onObservation));
    Transport transport =
        new Transport(client, builder.adapter.credential(), builder.credential, builder.delivery);
    account = new AccountState(mapper, transport, builder.delivery);
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
   * @param apiKey is called for each request, on the thread that sends it
   * @throws IllegalArgumentException if {@code accountId} is not one DNS label
   */
  public static Builder acquire(String accountId, Supplier<String> apiKey) {
    requireNonNull(accountId, "accountId");
    return new Builder(Crm.ACQUIRE, List.of(accountId), apiKey);
  }

  /** Starts with a sub-account (a location) at HighLevel, by its access token. */
  public static Builder highLevel(String accessToken) {
    requireNonNull(accessToken, "accessToken");
    return highLevel(() -> accessToken);
  }

  /**
   * Starts with a sub-account (a location) at HighLevel.
   *
   * @param accessToken is called for each request, on the thread that sends it
   */
  public static Builder highLevel(Supplier<String> accessToken) {
    return new Builder(Crm.HIGHLEVEL, List.of(), accessToken);
  }

  /** Starts with an organization at Linq, by its integration token. */
  public static Builder linq(String token) {
    requireNonNull(token, "token");
    return linq(() -> token);
  }

  /**
   * Starts with an organization at Linq.
   *
   * @param token is called for each request, on the thread that sends it
   */
  public static Builder linq(Supplier<String> token) {
    return new Builder(Crm.LINQ, List.of(), token);
  }

  /** Starts with an account at Raze, by an API key with the permission contacts:write. */
  public static Builder raze(String apiKey) {
    requireNonNull(apiKey, "apiKey");
    return raze(() -> apiKey);
  }

  /**
   * Starts with an account at Raze.
   *
   * @param apiKey is called for each request, on the thread that sends it
   */
  public static Builder raze(Supplier<String> apiKey) {
    return new Builder(Crm.RAZE, List.of(), apiKey);
  }

  /**
   * Starts with an account at any CRM, such as one that a user of the program chose:
   *
   * <pre>{@code
   * Contacts contacts = Contacts.of(crm, System::getenv).build();
   * }</pre>
   *
   * @param variables has a value for each of {@link CrmProfile#variables}; it is called for the
   *     credential for each request, on the thread that sends it
   * @throws IllegalArgumentException if a variable before the credential has no value, or one that
   *     cannot be part of the server's address
   */
  public static Builder of(Crm crm, Function<String, @Nullable String> variables) {
    AccountVariables account = new AccountVariables(crm, requireNonNull(variables, "variables"));
    return new Builder(crm, account.address(), account.credential());
  }

  public Crm crm() {
    return crm;
  }

  /**
   * Returns what {@link #update} would send, and what becomes of each field, without sending it.
   *
   * @param id the contact's id in the CRM: a number at Acquire and Linq, a word elsewhere
   * @throws IllegalArgumentException if the update would lose something, or if the id or a value is
   *     not valid at this CRM; the message names each field at fault and says what would be right
   */
  public UpdatePlan plan(String id, ContactUpdate update) {
    return planned(id, update);
  }

  private PlannedUpdate planned(String id, ContactUpdate update) {
    return mapper.plan(requireNonNull(id, "id"), requireNonNull(update, "update"));
  }

  /**
   * Changes a contact, and blocks until the CRM has answered. Updates of one contact reach the CRM
   * in the order of the calls.
   *
   * <p>Everything runs on this thread, including the supplier of the credential and the
   * interceptors of the caller's own HTTP client. Interrupting the thread ends the update.
   *
   * @param id the contact's id in the CRM: a number at Acquire and Linq, a word elsewhere
   * @throws IllegalArgumentException as {@link #plan} does, before anything is sent
   * @throws IllegalStateException if the supplied credential is null, or has a character that a
   *     header cannot carry
   * @throws ContactsException if the CRM did not make the change, or gave no answer
   */
  public UpdateResult update(String id, ContactUpdate update) {
    return update(id, update, UpdateOptions.NONE);
  }

  /**
   * Changes a contact as {@link #update(String, ContactUpdate)} does.
   *
   * @param options settings that differ from those of the account
   */
  public UpdateResult update(String id, ContactUpdate update, UpdateOptions options) {
    requireNonNull(options, "options");
    return BlockingDriver.send(account, id, planned(id, update).with(options.headers()), options);
  }

  /**
   * Changes a contact without blocking. It runs on daemon threads of this library and on threads of
   * the HTTP client, never on a thread of another update's caller. Completing the future from
   * outside, such as by {@code cancel} or {@code orTimeout}, ends the update; the change may or may
   * not have been made.
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
   * @param options settings that differ from those of the account
   */
  public CompletableFuture<UpdateResult> updateAsync(
      String id, ContactUpdate update, UpdateOptions options) {
    requireNonNull(options, "options");
    return AsyncDriver.send(account, id, planned(id, update).with(options.headers()), options);
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

    private Builder(Crm crm, List<String> address, Supplier<String> credential) {
      this.adapter = Adapters.of(crm);
      this.baseUrl = adapter.server(address);
      this.credential = requireNonNull(credential, "credential");
    }

    /**
     * Sends the updates to another server, such as a mock or a proxy.
     *
     * @param baseUrl the part of the URL before the operation's path; HTTPS, or HTTP to loopback
     * @throws IllegalArgumentException if it is not such a URL
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
     * between them. Nothing is sent after the deadline.
     *
     * <p>The default is 60 seconds, not counting waits for the account's own rate limit: a burst of
     * updates takes as long as the limit requires. Waits for a limit with a period of more than 60
     * seconds, such as a day, do count: an update that would wait for one ends at once with a
     * {@link RateLimitedException}, whose {@code retryAfter} says how long.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public Builder deadline(Duration deadline) {
      delivery.deadline(requireNonNull(deadline, "deadline"));
      return this;
    }

    /**
     * Limits how often an update is sent again; 2 by default, 0 for never. Transient failures are
     * retried: no answer, 408, 425, 429, 500, 502, 503 and 504.
     *
     * @throws IllegalArgumentException if it is negative
     */
    public Builder maxRetries(int maxRetries) {
      delivery.maxRetries(maxRetries);
      return this;
    }

    /**
     * Limits the calls, retries included, that begin in any period of the given length. It replaces
     * the limits that the CRM documents: 100 in 10 seconds and 200,000 a day at HighLevel, and none
     * elsewhere. Waiting updates are sent in order. While the CRM answers 429, fewer calls are
     * made, whatever the limit.
     *
     * @throws IllegalArgumentException if {@code calls} is less than 1, or if {@code per} is not
     *     from a millisecond to 31 days
     */
    public Builder rateLimit(int calls, Duration per) {
      Rate rate = new Rate(calls, requireNonNull(per, "per"));
      delivery.rates(new RateOption(List.of(rate)));
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
      delivery.rates(new RateOption(limits.stream().sorted(comparing(Rate::per)).toList()));
      return this;
    }

    /** Disables rate limiting, including the slowdown after a 429. */
    public Builder noRateLimit() {
      delivery.rates(RateOption.UNLIMITED);
      return this;
    }

    /** Adds a listener for attempts and updates, such as {@link MicrometerMetrics}. */
    public Builder listener(DeliveryListener listener) {
      delivery.listener(requireNonNull(listener, "listener"));
      return this;
    }

    /**
     * Counts earlier calls of the account towards its rate limit, such as those of an earlier run
     * of the program, since a limit per day does not start anew with the program. Calls that are
     * too old to count are ignored.
     */
    public Builder earlierCalls(Collection<Instant> calls) {
      delivery.earlierCalls(requireNonNull(calls, "calls"));
      return this;
    }

    /**
     * Checks right before each attempt whether it may be sent. If not, the update ends with an
     * {@link UnavailableException}, and nothing of that attempt was sent.
     *
     * @param mayBeSent is called on the thread that sends
     */
    public Builder guard(BooleanSupplier mayBeSent) {
      delivery.guard(requireNonNull(mayBeSent, "mayBeSent"));
      return this;
    }

    /**
     * Limits how much of an answer is read, after decompression; 1 MiB by default. A longer answer
     * is cut off and leads to an observation.
     *
     * @throws IllegalArgumentException if it is not positive, or more than fits into memory
     */
    public Builder answerLimit(long bytes) {
      delivery.answerLimit(bytes);
      return this;
    }

    /**
     * Uses the caller's own client with its pool, proxy, interceptors and dispatcher. The
     * dispatcher and its limits apply to {@link Contacts#updateAsync}; a blocking update runs on
     * its caller's thread.
     *
     * <p>Its application interceptors run before the credential is added; its network interceptors
     * see the header with the credential, as does any code that reads the request of a response,
     * and should redact it in logs. Redirects are not followed, the client's authenticator is not
     * used, and only {@link #maxRetries} sends a request again. Of its timeouts only the connect
     * timeout applies; {@link #timeout} replaces the others.
     */
    public Builder httpClient(OkHttpClient httpClient) {
      this.httpClient = requireNonNull(httpClient, "httpClient");
      return this;
    }

    /**
     * Sets the region of phone numbers without a country code.
     *
     * @param region as ISO 3166-1 alpha-2, such as {@code US}
     * @throws IllegalArgumentException if it is not a region with phone numbers
     */
    public Builder defaultRegion(String region) {
      if (!Phones.regions().contains(requireNonNull(region, "region"))) {
        throw new IllegalArgumentException(
            "a region is a code of ISO 3166-1 alpha-2 such as US, unlike \"" + region + "\"");
      }
      this.defaultRegion = region;
      return this;
    }

    /**
     * Decides what to do with an update if the CRM cannot store every field of it; by default the
     * update is refused.
     */
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
     * Adds a listener for everything in answers that differs from the specification, as {@link
     * UpdateResult#observations} has it. In production this is how a change at the CRM is noticed.
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
