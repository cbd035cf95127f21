package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.internal.sending.SystemTime;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update runs where its caller expects it to, and ends when its caller ends it. */
@Timeout(30)
final class CallersContextTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  private final FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.good());

  @AfterEach
  void stop() {
    server.close();
    assertThat(server.broken()).isEmpty();
  }

  @Test
  void blockingUpdateRunsOnTheThreadOfItsCaller() {
    Set<Thread> seen = java.util.concurrent.ConcurrentHashMap.newKeySet();
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  seen.add(Thread.currentThread());
                  return chain.proceed(chain.request());
                })
            .addNetworkInterceptor(
                chain -> {
                  seen.add(Thread.currentThread());
                  return chain.proceed(chain.request());
                })
            .build();
    server.turn(RawHttp.answering(503, "{\"odd\":1}"));
    server.heal(1, RawHttp.good());
    Contacts linq =
        Accounts.at(
                Crm.LINQ,
                () -> {
                  seen.add(Thread.currentThread());
                  return Accounts.CREDENTIAL;
                })
            .baseUrl(server.url())
            .httpClient(client)
            .onObservation(observation -> seen.add(Thread.currentThread()))
            .build();

    assertThat(linq.update("1", UPDATE).attempts()).isEqualTo(2);

    assertThat(seen).containsExactly(Thread.currentThread());
  }

  @Test
  void asynchronousUpdateInheritsNothing() throws Exception {
    InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    Contacts linq =
        Accounts.at(
                Crm.LINQ,
                () -> {
                  seen.add(String.valueOf(tenant.get()));
                  return Accounts.CREDENTIAL;
                })
            .baseUrl(server.url())
            .onObservation(observation -> seen.add(String.valueOf(tenant.get())))
            .build();

    for (String name : List.of("one", "other")) {
      Thread caller =
          new Thread(
              () -> {
                tenant.set(name);
                IntStream.range(0, 20)
                    .mapToObj(i -> linq.updateAsync(String.valueOf(1 + i % 3), UPDATE))
                    .toList()
                    .forEach(CompletableFuture::join);
              });
      caller.start();
      caller.join();
    }

    assertThat(seen).isNotEmpty().containsOnly("null");
  }

  @Test
  void authenticatorOfTheCallerSendsNothingAgain() {
    server.turn(RawHttp.answering(401, "{}", "WWW-Authenticate: Basic realm=\"x\""));
    OkHttpClient client =
        new OkHttpClient.Builder()
            .authenticator(
                (route, response) ->
                    response.request().newBuilder().header("Authorization", "Basic eA==").build())
            .build();
    Contacts linq = Accounts.at(Crm.LINQ).baseUrl(server.url()).httpClient(client).build();

    assertThatThrownBy(() -> linq.update("1", UPDATE)).isInstanceOf(CredentialsException.class);

    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void readTimeoutOfTheCallersClientIsNotTheTimeout() {
    server.turn(
        line -> {
          line.request();
          line.drip(RawHttp.answer(200, "{}", "X-Slow: yes"), 10);
        });
    OkHttpClient client =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ofMillis(5))
            .callTimeout(Duration.ofMillis(50))
            .build();
    Contacts linq = Accounts.at(Crm.LINQ).baseUrl(server.url()).httpClient(client).build();

    assertThat(linq.update("1", UPDATE).attempts()).isEqualTo(1);
  }

  @Test
  void blockingUpdatesLeaveNoThreadThatKeepsTheProgramRunning() {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    Contacts linq =
        Accounts.at(Crm.LINQ).baseUrl(server.url()).httpClient(new OkHttpClient()).build();

    linq.update("1", UPDATE);

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !before.contains(thread) && !thread.isDaemon())
        .isEmpty();
  }

  static Stream<Consumer<CompletableFuture<UpdateResult>>> ends() {
    return Stream.of(
        future -> future.cancel(true),
        future -> future.completeExceptionally(new IllegalStateException("enough")),
        future -> future.complete(null),
        future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
        future -> future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS),
        future -> future.completeAsync(() -> null),
        future -> future.obtrudeValue(null));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whateverCompletesTheFutureEndsTheUpdate(Consumer<CompletableFuture<UpdateResult>> end) {
    server.turn(
        line -> {
          line.request();
          line.stall();
        });
    Contacts linq = Accounts.at(Crm.LINQ).time(SystemTime.INSTANCE).baseUrl(server.url()).build();
    CompletableFuture<UpdateResult> update = linq.updateAsync("1", UPDATE);
    Rig.await(() -> server.requests() == 1);
    server.turn(RawHttp.good());

    end.accept(update);

    // It could not begin while the other is under way.
    assertThat(linq.update("1", UPDATE).status()).isEqualTo(200);
    assertThat(update).isDone();
  }

  @Test
  void waitThatTimesOutEndsNothing() throws Exception {
    server.turn(
        line -> {
          line.request();
          line.drip(RawHttp.taken(line.crm()), 2);
        });
    Contacts linq = Accounts.at(Crm.LINQ).time(SystemTime.INSTANCE).baseUrl(server.url()).build();
    CompletableFuture<UpdateResult> update = linq.updateAsync("1", UPDATE);

    assertThatThrownBy(() -> update.get(1, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);

    assertThat(update.get().status()).isEqualTo(200);
  }
}
