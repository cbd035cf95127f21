package io.contactbridge.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.Accounts;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Samples;
import io.contactbridge.SkippingTime;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateResult;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Updates of one contact reach the CRM in the order in which they were asked for. */
@Timeout(30)
final class ContactQueuesTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  @AutoClose private final MockWebServer server = new MockWebServer();
  private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();
  private final CountDownLatch held = new CountDownLatch(1);

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @Test
  void turnThatHasEndedKeepsNoLaterOne() throws IOException {
    ContactQueues queues = new ContactQueues();
    ContactQueues.Turn first = queues.join("a", () -> {});
    ContactQueues.Turn second = queues.join("a", () -> {});

    queues.leave(first);
    queues.leave(second);

    assertThat(first).extracting("next").isNull();
  }

  @Test
  void updatesOfAContactKeepTheirOrderWhateverFails() {
    AtomicInteger requests = new AtomicInteger();
    answer(
        request -> {
          bodies.add(String.valueOf(request.getBody()));
          return new MockResponse.Builder()
              .code(requests.incrementAndGet() % 3 == 0 ? 503 : 200)
              .body("{}")
              .build();
        });
    Contacts linq = linq().build();

    List<CompletableFuture<UpdateResult>> futures =
        IntStream.range(0, 30).mapToObj(i -> linq.updateAsync("123", name(i))).toList();
    futures.forEach(CompletableFuture::join);

    List<String> distinct = List.copyOf(new LinkedHashSet<>(bodies));
    assertThat(bodies).hasSizeGreaterThan(30);
    assertThat(distinct).hasSize(30);
    for (int i = 0; i < 30; i++) {
      assertThat(distinct.get(i)).contains("\"N" + i + "\"");
    }
    // No later update came between two attempts of one.
    assertThat(withoutRepetition(bodies)).isEqualTo(distinct);
  }

  @Test
  void otherContactsDoNotWait() throws Exception {
    answer(
        request -> {
          if (request.getUrl().encodedPath().endsWith("/1")) {
            held.await(20, TimeUnit.SECONDS);
          }
          return new MockResponse.Builder().body("{}").build();
        });
    Contacts linq = linq().build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    CompletableFuture<UpdateResult> second = linq.updateAsync("1", UPDATE);

    linq.update("2", UPDATE);

    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    held.countDown();
    assertThat(second.get().status()).isEqualTo(200);
  }

  @Test
  void cancelledUpdateMakesRoomForTheNext() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.enqueue(new MockResponse.Builder().body("{}").build());
    Contacts linq = linq().build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    CompletableFuture<UpdateResult> inLine = linq.updateAsync("1", UPDATE);
    CompletableFuture<UpdateResult> third = linq.updateAsync("1", UPDATE);
    server.takeRequest();

    inLine.cancel(true);
    first.cancel(true);

    assertThat(third.get().status()).isEqualTo(200);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void deadlineHoldsInLineToo() {
    SkippingTime time = new SkippingTime();
    answer(
        request -> {
          held.await(20, TimeUnit.SECONDS);
          time.pass(Duration.ofSeconds(61));
          return new MockResponse.Builder().body("{}").build();
        });
    Contacts linq = Accounts.timed(linq(), time).build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    CompletableFuture<UpdateResult> second = linq.updateAsync("1", UPDATE);
    held.countDown();

    assertThat(first.join().status()).isEqualTo(200);
    assertThat(second)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableOfType(ExecutionException.class)
        .havingCause()
        .isInstanceOf(UnavailableException.class)
        .withMessage(
            "Linq was not called: its deadline passed before its turn came; the contact was not"
                + " changed");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void interruptEndsAnUpdateInLine() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Contacts linq = linq().build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    server.takeRequest();
    Thread.currentThread().interrupt();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("1", UPDATE));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown)
        .hasMessage("Linq gave no answer: the thread was interrupted; the contact was not changed");
    assertThat(thrown.attempts()).isZero();
    first.cancel(true);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void updateMayFollowAnUpdateOfTheSameContact() {
    answer(request -> new MockResponse.Builder().body("{}").build());
    Contacts linq = linq().build();

    CompletableFuture<UpdateResult> second =
        linq.updateAsync("1", UPDATE).thenApply(first -> linq.update("1", UPDATE));

    assertThat(second.join().status()).isEqualTo(200);
  }

  @Test
  void listenerMayUpdateTheSameContact() {
    answer(request -> new MockResponse.Builder().body("{\"odd\":1}").build());
    List<UpdateResult> results = new ArrayList<>();
    Contacts inner = linq().build();
    Contacts[] linq = new Contacts[1];
    linq[0] =
        linq()
            .onObservation(
                observation -> {
                  if (results.isEmpty()) {
                    results.add(inner.update("2", UPDATE));
                    results.add(linq[0].update("1", UPDATE));
                  }
                })
            .build();

    linq[0].update("1", UPDATE);

    assertThat(results).hasSize(2);
  }

  @Test
  void manyUpdatesOfAContactMayFailAtOnce() {
    OkHttpClient client =
        Accounts.client(chain -> Accounts.response(chain, 503, ByteString.encodeUtf8("{}")));
    Contacts linq = Accounts.at(Crm.LINQ).maxRetries(0).httpClient(client).build();

    List<CompletableFuture<UpdateResult>> futures = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      futures.add(linq.updateAsync("1", UPDATE));
    }

    for (CompletableFuture<UpdateResult> future : futures) {
      ExecutionException thrown = catchThrowableOfType(ExecutionException.class, future::get);
      assertThat(thrown).hasCauseInstanceOf(UnavailableException.class);
    }
  }

  @Test
  void queuesThatAreEmptyAreForgotten() {
    ContactQueues queues = new ContactQueues();
    List<Integer> come = new ArrayList<>();

    ContactQueues.Turn first = queues.join("a", () -> come.add(1));
    ContactQueues.Turn second = queues.join("a", () -> come.add(2));
    ContactQueues.Turn third = queues.join("a", () -> come.add(3));
    ContactQueues.Turn other = queues.join("b", () -> come.add(4));

    assertThat(first.hasCome()).isTrue();
    assertThat(other.hasCome()).isTrue();
    queues.leave(other);
    queues.leave(second);
    assertThat(come).isEmpty();
    assertThat(queues.size()).isEqualTo(1);
    queues.leave(first);
    assertThat(come).containsExactly(3);
    assertThat(third.hasCome()).isTrue();
    queues.leave(third);
    queues.leave(third);
    assertThat(queues.size()).isZero();
  }

  private static List<String> withoutRepetition(Iterable<String> all) {
    List<String> some = new ArrayList<>();
    for (String each : all) {
      if (some.isEmpty() || !some.get(some.size() - 1).equals(each)) {
        some.add(each);
      }
    }
    return some;
  }

  private static ContactUpdate name(int number) {
    return ContactUpdate.builder().firstName("N" + number).build();
  }

  private interface Answering {
    MockResponse to(RecordedRequest request) throws InterruptedException;
  }

  private void answer(Answering answering) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            return answering.to(request);
          }
        });
  }

  private Contacts.Builder linq() {
    return Accounts.at(Crm.LINQ).baseUrl(server.url("/").toString());
  }
}
