package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of updates that somebody gives up while they wait. */
@Timeout(20)
final class GivenUpTest {
  private static final ContactUpdate OLD = ContactUpdate.builder().firstName("Old").build();
  private static final ContactUpdate NEW = ContactUpdate.builder().firstName("New").build();
  private static final Duration SOON = Duration.ofSeconds(10);

  private final ManualTime time = new ManualTime();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final AtomicInteger tasks = new AtomicInteger();
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>()) {
        @Override
        public void execute(Runnable task) {
          tasks.incrementAndGet();
          super.execute(
              () -> {
                task.run();
                tasks.decrementAndGet();
              });
        }
      };
  private volatile int status = 503;

  @AfterEach
  void stop() {
    threads.shutdown();
  }

  @Test
  void cancelDuringABackoffSendsNothingMore() {
    Contacts linq = linq().build();
    CompletableFuture<UpdateResult> update = linq.updateAsync("1", OLD);
    Rig.await(() -> time.waiting() == 1);

    update.cancel(true);

    assertThat(time.waiting()).isZero();
    time.pass(SOON);
    status = 200;
    assertThat(linq.update("1", NEW).status()).isEqualTo(200);
    assertThat(sent).containsExactly("Old", "New");
  }

  @Test
  void oldValueIsNotSentWhileTheHandlerOfItsCancelSendsANewOne() {
    Contacts linq = linq().build();
    CompletableFuture<UpdateResult> update = linq.updateAsync("1", OLD);
    Rig.await(() -> time.waiting() == 1);
    CompletableFuture<UpdateResult> handled =
        update.handle(
            (result, e) -> {
              status = 200;
              int running = tasks.get();
              UpdateResult next = linq.update("1", NEW);
              time.pass(SOON);
              Rig.await(() -> tasks.get() == running);
              return next;
            });

    update.cancel(true);

    assertThat(handled.join().status()).isEqualTo(200);
    assertThat(sent).containsExactly("Old", "New");
  }

  @Test
  void placeOfACancelledUpdateIsTheNextOnes() {
    status = 200;
    Contacts linq = linq().rateLimit(1, Duration.ofSeconds(10)).build();
    linq.update("1", OLD);
    CompletableFuture<UpdateResult> waiting = linq.updateAsync("2", OLD);
    CompletableFuture<UpdateResult> next = linq.updateAsync("3", NEW);

    waiting.cancel(true);
    time.pass(Duration.ofMillis(10_100));

    assertThat(next).succeedsWithin(Duration.ofSeconds(10));
    assertThat(sent).containsExactly("Old", "New");
  }

  @Test
  void interruptDuringABackoffKnowsThatTheCrmRefused() throws Exception {
    try (FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.answering(429, "{}"))) {
      Contacts linq = Accounts.at(Crm.LINQ).time(time).baseUrl(server.url()).build();
      AtomicReference<@Nullable ContactsException> thrown = new AtomicReference<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  linq.update("1", OLD);
                } catch (ContactsException e) {
                  thrown.set(e);
                }
              });
      thread.start();
      Rig.await(() -> time.waiting() == 1);

      thread.interrupt();
      thread.join();

      assertThat(thrown.get())
          .hasMessage(
              "Linq gave no answer: the thread was interrupted; the contact was not changed");
      time.pass(SOON);
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void handlerOfACancelledCallMayUpdateTheSameContact() {
    CountDownLatch held = new CountDownLatch(1);
    Contacts linq =
        linq(chain -> {
              if (sent.isEmpty()) {
                Response response = answer(chain);
                await(held);
                return response;
              }
              return answer(chain);
            })
            .build();
    status = 200;
    CompletableFuture<UpdateResult> update = linq.updateAsync("1", OLD);
    CompletableFuture<UpdateResult> handled = update.handle((result, e) -> linq.update("1", NEW));
    Rig.await(() -> sent.size() == 1);

    update.cancel(true);

    assertThat(handled.join().status()).isEqualTo(200);
    held.countDown();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deadlineBetweenAnAnswerAndItsVerdictTakesNoSuccessBack(boolean blocking) {
    status = 200;
    Contacts linq =
        linq()
            .deadline(Duration.ofMillis(500))
            .listener(
                new DeliveryListener() {
                  @Override
                  public void attempted(AttemptEvent event) {
                    time.pass(SOON);
                  }
                })
            .build();

    UpdateResult result = blocking ? linq.update("1", OLD) : linq.updateAsync("1", OLD).join();

    assertThat(result.status()).isEqualTo(200);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts this", e);
    }
  }

  private Contacts.Builder linq() {
    return linq(this::answer);
  }

  private Contacts.Builder linq(Interceptor interceptor) {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .addInterceptor(interceptor)
            .build();
    return Accounts.at(Crm.LINQ).time(time).httpClient(client);
  }

  private Response answer(Interceptor.Chain chain) throws IOException {
    Buffer body = new Buffer();
    requireNonNull(chain.request().body()).writeTo(body);
    sent.add(body.readUtf8().contains("Old") ? "Old" : "New");
    return Accounts.response(chain, status, ByteString.encodeUtf8("{}"));
  }
}
