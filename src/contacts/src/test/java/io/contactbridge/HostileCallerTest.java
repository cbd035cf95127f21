package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.internal.sending.SystemTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller's own code, thread or haste does breaks neither its update nor another's. */
@Timeout(30)
final class HostileCallerTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  private final FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.good());

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void interruptDuringTheBodyTakesNoSuccessBack() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    server.turn(
        line -> {
          line.request();
          line.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{");
          begun.countDown();
          line.stall();
        });
    Contacts linq = linq().build();
    AtomicReference<@Nullable Object> seen = new AtomicReference<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                UpdateResult result = linq.update("1", UPDATE);
                seen.set(result.status() + " " + Thread.currentThread().isInterrupted());
              } catch (RuntimeException e) {
                seen.set(e);
              }
            });
    thread.start();
    begun.await();
    // The status line has come once the client reads the body.
    Rig.await(() -> thread.getState() == Thread.State.RUNNABLE && server.served() > 0);

    thread.interrupt();
    thread.join();

    // Before the status line was read nobody knows; afterwards it is a success.
    assertThat(seen.get())
        .satisfiesAnyOf(
            result -> assertThat(result).isEqualTo("200 true"),
            failure -> assertThat(((UnavailableException) failure).mayHaveBeenApplied()).isTrue());
  }

  @Test
  void eventListenerThatFailsEndsNoOtherUpdate() throws Exception {
    server.turn(
        line -> {
          line.request();
          line.stall();
        });
    OkHttpClient client =
        new OkHttpClient.Builder()
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(Call call) {
                    throw new AssertionError("listener");
                  }
                })
            .build();
    interrupted(linq().httpClient(client).build());

    // The thread that looks after updates is alive, or this would not end.
    interrupted(linq().build());
  }

  private void interrupted(Contacts contacts) throws InterruptedException {
    int before = server.requests();
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    Thread thread =
        new Thread(() -> thrown.set(catchThrowable(() -> contacts.update("1", UPDATE))));
    thread.start();
    Rig.await(() -> server.requests() > before);
    thread.interrupt();
    thread.join(10_000);
    assertThat(thrown.get())
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("the thread was interrupted");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void logThatFailsFailsNoUpdate(boolean blocking) {
    Logger logger = Logger.getLogger(Contacts.class.getName());
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            throw new IllegalStateException("disk full");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    logger.addHandler(handler);
    logger.setLevel(Level.FINE);
    try {
      Contacts linq = linq().build();

      UpdateResult result =
          blocking ? linq.update("1", UPDATE) : linq.updateAsync("1", UPDATE).join();

      assertThat(result.status()).isEqualTo(200);
    } finally {
      logger.setLevel(null);
      logger.removeHandler(handler);
    }
  }

  @Test
  void idleThreadsOfTheCallersClientEndSoon() {
    OkHttpClient client = new OkHttpClient();

    linq().httpClient(client).build().updateAsync("1", UPDATE).join();

    ThreadPoolExecutor threads = (ThreadPoolExecutor) client.dispatcher().executorService();
    assertThat(threads.getKeepAliveTime(TimeUnit.SECONDS)).isEqualTo(1);
  }

  @Test
  void hasteOfOneCallerClosesTheCrmToNobody() {
    server.turn(
        line -> {
          String head = line.request();
          if (head.contains("hasty")) {
            line.stall();
          } else {
            line.write(RawHttp.taken(line.crm()));
          }
        });
    Contacts linq = linq().maxRetries(0).build();
    UpdateOptions hasty =
        UpdateOptions.builder().timeout(Duration.ofMillis(20)).header("X-Caller", "hasty").build();
    for (int i = 0; i < 25; i++) {
      assertThat(
              catchThrowableOfType(
                  UnavailableException.class, () -> linq.update("1", UPDATE, hasty)))
          .isNotNull();
    }

    assertThat(linq.update("1", UPDATE).status()).isEqualTo(200);
  }

  @Test
  void dailyCountOfTheCrmIsNoneOfACallersOwnLimit() {
    SkippingTime time = new SkippingTime(Instant.parse("2026-11-21T12:00:00Z"));
    Contacts highLevel =
        Accounts.at(Crm.HIGHLEVEL)
            .time(time)
            .rateLimit(10, Duration.ofSeconds(1))
            .httpClient(
                Accounts.client(
                    chain ->
                        Accounts.response(chain, 200, okio.ByteString.encodeUtf8("{}"))
                            .newBuilder()
                            .header("X-RateLimit-Daily-Remaining", "0")
                            .build()))
            .build();
    highLevel.update("c1", UPDATE);

    highLevel.update("c1", UPDATE);

    assertThat(time.waits()).isEmpty();
  }

  @Test
  void firstAsynchronousUpdateReturnsAtOnce() {
    CompletableFuture<UpdateResult> update = linq().build().updateAsync("1", UPDATE);

    assertThat(update.join().status()).isEqualTo(200);
  }

  private Contacts.Builder linq() {
    return Accounts.at(Crm.LINQ).time(SystemTime.INSTANCE).baseUrl(server.url());
  }
}
