package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.FaultyServer.Turn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** A caller's account at a CRM that fails, and what must be as before once an update has ended. */
public final class Rig implements AutoCloseable {
  /** What none but the CRM may hear of. */
  static final String CREDENTIAL = "canary/credential-7f3a9c";

  static final String EMAIL = "canary-7f3a9c@example.com";

  /** Long enough for a request to be sent on a busy machine. */
  static final Duration SHORT = Duration.ofMillis(500);

  /** What is trusted is read from disk once. */
  private static final OkHttpClient BASE = new OkHttpClient();

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** Ours, OkHttp's and the tests': they outlive an update, and there are few of each. */
  private static final Pattern KNOWN =
      Pattern.compile("ContactBridge|OkHttp |Okio |rig|faulty server|junit-");

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final Crm crm;
  private final FaultyServer server;
  private final ConnectionPool pool = new ConnectionPool(4, 1, TimeUnit.MINUTES);
  private final ThreadPoolExecutor threads =
      (ThreadPoolExecutor) Executors.newCachedThreadPool(task -> new Thread(task, "rig"));
  private final Balance balance = new Balance();
  private final OkHttpClient.Builder client =
      BASE.newBuilder()
          .connectionPool(pool)
          // So that nothing but what is tested ends a call.
          .readTimeout(Duration.ZERO)
          .writeTimeout(Duration.ZERO)
          .dispatcher(new Dispatcher(threads))
          .eventListener(balance);
  private Duration timeout = PATIENCE;
  private ContactUpdate update = ContactUpdate.builder().email(EMAIL).build();
  private @Nullable String baseUrl;
  private Turn good = RawHttp.good();
  private @Nullable FaultyServer other;

  Rig(Crm crm) {
    this.crm = crm;
    this.server = FaultyServer.start(crm, RawHttp.good());
  }

  Crm crm() {
    return crm;
  }

  FaultyServer server() {
    return server;
  }

  /** Returns a server to which nothing must ever be sent. */
  FaultyServer other() {
    if (other == null) {
      other = FaultyServer.start(crm, RawHttp.good());
    }
    return other;
  }

  OkHttpClient.Builder client() {
    return client;
  }

  void timeout(Duration timeout) {
    this.timeout = timeout;
  }

  void baseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** Says what the server is to do once the fault has gone. */
  void good(Turn good) {
    this.good = good;
  }

  /** Has the fault go after so many requests. */
  void heal(int after) {
    server.heal(after, good);
  }

  /** Makes the request longer than the network holds on its way. */
  void longUpdate() {
    String text = "x".repeat(6 << 20);
    ContactUpdate.Builder longer = update.toBuilder();
    update = (crm == Crm.LINQ ? longer.jobTitle(text) : longer.customField("note", text)).build();
  }

  ContactUpdate update() {
    return update;
  }

  String emailPath() {
    return switch (crm) {
      case ACQUIRE -> "$.data.fields.email";
      case HIGHLEVEL -> "$.contact.email";
      case LINQ, RAZE -> "$.data.email";
    };
  }

  /** An id that would be recognised wherever it came out. */
  String contactId() {
    return crm == Crm.ACQUIRE || crm == Crm.LINQ ? "7318273645918" : "canary-id-7f3a9c";
  }

  /** Returns an account whose waits are over at once. */
  Contacts.Builder contacts() {
    return contacts(() -> CREDENTIAL);
  }

  Contacts.Builder contacts(Supplier<String> credential) {
    return Accounts.at(crm, credential)
        .baseUrl(baseUrl == null ? server.url() : baseUrl)
        .httpClient(client.build())
        .timeout(timeout);
  }

  /** Returns the result or what was thrown. */
  Object send(Contacts contacts) {
    try {
      return contacts.update(contactId(), update);
    } catch (RuntimeException e) {
      return e;
    }
  }

  Object sendAsync(Contacts contacts) {
    try {
      return contacts.updateAsync(contactId(), update).join();
    } catch (CompletionException e) {
      return e.getCause() == null ? e : e.getCause();
    }
  }

  /** Fails unless all that was taken for the updates has been given back. */
  void assertNothingIsLeft() {
    await(() -> balance.calls.get() == 0 && balance.connections.get() == 0);
    await(() -> pool.connectionCount() == pool.idleConnectionCount());
    await(() -> threads.getActiveCount() == 0);
    assertThat(balance.calls).as("calls that did not end").hasValue(0);
    assertThat(balance.connections).as("connections not given back").hasValue(0);
    assertThat(pool.connectionCount())
        .as("connections in use")
        .isEqualTo(pool.idleConnectionCount());
    assertThat(threads.getActiveCount()).as("threads at work").isZero();
    await(() -> strangers().isEmpty());
    assertThat(strangers()).as("threads that nobody knows").isEmpty();
    assertThat(server.broken()).as("faults of the server itself").isEmpty();
    if (other != null) {
      assertThat(other.requests()).as("requests to another host").isZero();
    }
  }

  /** Returns the names of threads that were not there before and are not shared by all. */
  private List<String> strangers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> !KNOWN.matcher(name).lookingAt())
        .toList();
  }

  public static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    server.close();
    if (other != null) {
      other.close();
    }
    pool.evictAll();
    threads.shutdown();
  }

  /** Counts what is taken and given back. */
  private static final class Balance extends EventListener {
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();

    @Override
    public void callStart(Call call) {
      calls.incrementAndGet();
    }

    @Override
    public void callEnd(Call call) {
      calls.decrementAndGet();
    }

    @Override
    public void callFailed(Call call, java.io.IOException e) {
      calls.decrementAndGet();
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      connections.incrementAndGet();
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
      connections.decrementAndGet();
    }
  }
}
