package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.client.Observation;
import io.contactbridge.internal.sending.SystemTime;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class TransportTest {
  private static final String NONE = "{\"error_code\":\"CONTACT_NOT_FOUND\",\"message\":\"None\"}";

  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final MockResponse TAKEN =
      new MockResponse.Builder().body("{\"data\":{\"email\":\"ada@example.com\"}}").build();

  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @Test
  void futureHasTheResult() throws Exception {
    server.enqueue(TAKEN);

    UpdateResult result = at(Crm.LINQ).build().updateAsync("123", UPDATE).get();

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
  }

  @Test
  void futureFailsAsTheBlockingCallDoes() {
    server.enqueue(new MockResponse.Builder().code(404).body(NONE).build());

    assertThatThrownBy(() -> at(Crm.LINQ).build().updateAsync("123", UPDATE).get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(ContactNotFoundException.class)
        .hasMessage("Linq answered 404: None (CONTACT_NOT_FOUND)");
  }

  @Test
  void updateThatCannotBePlannedFailsBeforeThereIsAFuture() {
    Contacts linq = at(Crm.LINQ).build();

    assertThatThrownBy(() -> linq.updateAsync("../1", UPDATE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void cancelledFutureEndsTheCall() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .readTimeout(Duration.ZERO)
            .eventListener(
                new EventListener() {
                  @Override
                  public void canceled(Call call) {
                    // Whatever the call does when it ends, the future is one that was cancelled.
                    Rig.await(() -> call.isCanceled() && ended.getCount() == 0);
                  }

                  @Override
                  public void callFailed(Call call, IOException e) {
                    ended.countDown();
                  }
                })
            .build();
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    CompletableFuture<UpdateResult> future =
        at(Crm.LINQ).httpClient(client).build().updateAsync("123", UPDATE);
    server.takeRequest();

    boolean cancelled = future.cancel(true);

    assertThat(cancelled).isTrue();
    assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void interruptEndsABlockingUpdate() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
    AtomicReference<@Nullable Boolean> interrupted = new AtomicReference<>();
    Contacts linq = at(Crm.LINQ).build();
    Thread thread =
        new Thread(
            () -> {
              try {
                linq.update("123", UPDATE);
              } catch (RuntimeException e) {
                thrown.set(e);
                interrupted.set(Thread.currentThread().isInterrupted());
              }
            });
    thread.start();
    server.takeRequest();

    thread.interrupt();
    thread.join();

    assertThat(interrupted.get()).isTrue();
    assertThat(thrown.get())
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.mayHaveBeenApplied()).isTrue())
        .hasMessage(
            "Linq gave no answer: the thread was interrupted; the change may have been applied, and"
                + " may be sent again")
        .hasCauseInstanceOf(InterruptedException.class);
  }

  @Test
  void interruptBeforeTheUpdateEndsItToo() {
    Contacts linq = at(Crm.LINQ).build();
    Thread.currentThread().interrupt();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("123", UPDATE));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).hasMessageStartingWith("Linq gave no answer: the thread was interrupted");
  }

  @Test
  void refusedConnectionSurelyChangedNothing() throws IOException {
    int freePort;
    try (ServerSocket socket = new ServerSocket(0)) {
      freePort = socket.getLocalPort();
    }
    Contacts linq = Accounts.at(Crm.LINQ).baseUrl("http://127.0.0.1:" + freePort).build();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("123", UPDATE));

    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(thrown.status()).isZero();
    assertThat(thrown.body()).isEmpty();
    assertThat(thrown)
        .hasMessage(
            "Linq gave no answer: ConnectException: Failed to connect to /127.0.0.1:"
                + freePort
                + "; the contact was not changed");
  }

  @Test
  void unknownHostSurelyChangedNothing() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    Contacts linq = Accounts.at(Crm.LINQ).httpClient(client).build();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("123", UPDATE));

    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(thrown)
        .hasMessage(
            "Linq gave no answer: UnknownHostException: api.linqapp.com; the contact was not"
                + " changed");
  }

  @Test
  void resetAfterTheRequestMayHaveChangedSomething() {
    server.enqueue(
        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()).build());
    Contacts linq = at(Crm.LINQ).maxRetries(0).build();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> linq.update("123", UPDATE));

    assertThat(thrown.mayHaveBeenApplied()).isTrue();
    assertThat(thrown)
        .hasMessageStartingWith("Linq gave no answer: ")
        .hasMessageEndingWith("; the change may have been applied, and may be sent again")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void timeoutMayHaveChangedSomething() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Contacts linq = at(Crm.LINQ).timeout(Duration.ofMillis(300)).maxRetries(0).build();

    assertThatThrownBy(() -> linq.update("123", UPDATE))
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.mayHaveBeenApplied()).isTrue())
        .hasMessage(
            "Linq gave no answer: InterruptedIOException: timeout; the change may have been"
                + " applied, and may be sent again");
  }

  @Test
  void callThatLeavesTheQueueTooLateIsNotSent() throws Exception {
    SkippingTime time = new SkippingTime();
    CountDownLatch late = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            assertThat(late.await(10, TimeUnit.SECONDS)).isTrue();
            return TAKEN;
          }
        });
    OkHttpClient client = new OkHttpClient();
    client.dispatcher().setMaxRequestsPerHost(1);
    Contacts linq = at(Crm.LINQ).httpClient(client).time(time).build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    // Only then: the first two updates of an account are not asked for on one thread.
    server.takeRequest();
    CompletableFuture<UpdateResult> queued = linq.updateAsync("2", UPDATE);

    time.pass(Duration.ofSeconds(61));
    late.countDown();

    assertThat(first.join().status()).isEqualTo(200);
    assertThatThrownBy(queued::get)
        .cause()
        .hasMessageStartingWith("Linq gave no answer: QueuedException: ");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void answerThatTheCallersOwnInterceptorCannotReadIsASuccessAllTheSame() {
    server.enqueue(TAKEN);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  Response response = chain.proceed(chain.request());
                  Source broken =
                      new ForwardingSource(response.body().source()) {
                        @Override
                        public long read(Buffer sink, long byteCount) {
                          throw new IllegalStateException("interceptor");
                        }
                      };
                  return response
                      .newBuilder()
                      .body(ResponseBody.create(Okio.buffer(broken), null, -1))
                      .build();
                })
            .build();

    UpdateResult result = at(Crm.LINQ).httpClient(client).build().update("123", UPDATE);

    assertThat(result.observations())
        .contains(new Observation("$", "a whole answer", "a part of one"));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectIsNotFollowed(int status) throws IOException {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              boolean first = server.getRequestCount() % 2 == 1;
              String to = (first ? server : other).url("/elsewhere").toString();
              return new MockResponse.Builder().code(status).setHeader("Location", to).build();
            }
          });
      OkHttpClient client = new OkHttpClient.Builder().followRedirects(true).build();
      Contacts linq = at(Crm.LINQ).httpClient(client).build();

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> linq.update("123", UPDATE))
            .isInstanceOfSatisfying(
                UnavailableException.class, e -> assertThat(e.mayHaveBeenApplied()).isFalse())
            .hasMessage(
                "Linq answered "
                    + status
                    + ": the answer is not JSON; the contact was not changed");
      }

      assertThat(server.getRequestCount()).isEqualTo(2);
      assertThat(other.getRequestCount()).isZero();
    }
  }

  @Test
  void listenerHearsWhatTheResultTells() {
    server.enqueue(new MockResponse.Builder().body("{\"data\":{\"title\":5}}").build());
    List<Observation> heard = new ArrayList<>();

    UpdateResult result = at(Crm.LINQ).onObservation(heard::add).build().update("123", UPDATE);

    assertThat(heard)
        .containsExactly(new Observation("$.data.title", "a string", "an integer"))
        .isEqualTo(result.observations());
  }

  static List<Throwable> failures() {
    return List.of(new IllegalStateException("listener"), new AssertionError("listener"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void listenerThatThrowsBreaksNothing(Throwable failure) throws Exception {
    server.enqueue(new MockResponse.Builder().body("{\"odd\":1}").build());
    server.enqueue(new MockResponse.Builder().body("{\"odd\":1}").build());
    Contacts linq =
        at(Crm.LINQ)
            .onObservation(observation -> TransportTest.<RuntimeException>raise(failure))
            .build();

    UpdateResult blocking = linq.update("123", UPDATE);
    UpdateResult async = linq.updateAsync("123", UPDATE).get();

    assertThat(blocking.observations()).hasSize(1);
    assertThat(async.observations()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void oneAccountServesManyThreads(Crm crm) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return TAKEN;
          }
        });
    Contacts contacts = at(crm).build();

    List<CompletableFuture<UpdateResult>> futures = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      futures.add(contacts.updateAsync(Accounts.contactId(crm), UPDATE));
    }

    assertThat(futures).allSatisfy(future -> assertThat(future.get().status()).isEqualTo(200));
    assertThat(server.getRequestCount()).isEqualTo(32);
  }

  private Contacts.Builder at(Crm crm) {
    return at(crm, () -> Accounts.CREDENTIAL);
  }

  private Contacts.Builder at(Crm crm, Supplier<String> credential) {
    return Accounts.at(crm, credential).baseUrl(server.url("/").toString());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> Object raise(Throwable failure) throws T {
    throw (T) failure;
  }

  @Test
  void updateMayFollowAnUpdateWithinTheLimitsOfTheCallersClient() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return TAKEN.newBuilder().headersDelay(100, TimeUnit.MILLISECONDS).build();
          }
        });
    Contacts contacts = at(Crm.LINQ).httpClient(new OkHttpClient()).build();

    List<CompletableFuture<UpdateResult>> results = new ArrayList<>();
    for (int i = 0; i < 2 * new OkHttpClient().dispatcher().getMaxRequestsPerHost(); i++) {
      results.add(
          contacts.updateAsync("123", UPDATE).thenApply(first -> contacts.update("123", UPDATE)));
    }

    assertThat(results)
        .allSatisfy(result -> assertThat(result.join().outcomes()).hasToString("{EMAIL=APPLIED}"));
  }

  @Test
  void deadlineHoldsInTheQueueToo() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    OkHttpClient client = new OkHttpClient.Builder().readTimeout(Duration.ZERO).build();
    client.dispatcher().setMaxRequestsPerHost(1);
    CompletableFuture<UpdateResult> first =
        at(Crm.LINQ)
            .httpClient(client)
            .timeout(Duration.ofDays(1))
            .build()
            .updateAsync("123", UPDATE);

    server.takeRequest();
    CompletableFuture<UpdateResult> queued =
        at(Crm.LINQ)
            .httpClient(client)
            .time(SystemTime.INSTANCE)
            .timeout(Duration.ofMillis(1))
            .deadline(Duration.ofMillis(200))
            .build()
            .updateAsync("123", UPDATE);

    assertThatThrownBy(queued::get)
        .cause()
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "Linq gave no answer: QueuedException: the call waited in the HTTP client's queue for"
                + " too long; the deadline leaves no time for a retry; the contact was not"
                + " changed");
    first.cancel(true);
  }

  @Test
  void addressThatRefusesIsPassedOverWithoutARetry() throws IOException {
    server.enqueue(TAKEN);
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                host ->
                    List.of(
                        InetAddress.getByAddress(host, new byte[] {127, 0, 0, 99}),
                        InetAddress.getByName("localhost")))
            .build();
    String url = "http://localhost:" + server.getPort() + "/";
    Contacts linq = Accounts.at(Crm.LINQ).baseUrl(url).httpClient(client).build();

    UpdateResult result = linq.update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(1);
  }

  @Test
  void connectionThatWasClosedMeanwhileIsReplaced() {
    MockResponse last =
        TAKEN.newBuilder().onResponseEnd(SocketEffect.ShutdownConnection.INSTANCE).build();
    server.enqueue(last);
    server.enqueue(TAKEN);
    Contacts linq = at(Crm.LINQ).build();
    linq.update("123", UPDATE);

    UpdateResult result = linq.update("123", UPDATE);

    assertThat(result.status()).isEqualTo(200);
  }

  @Test
  void proxysRefusalByAServerThatIsNoneIsAnAnswer() {
    server.enqueue(new MockResponse.Builder().code(407).build());

    UnavailableException thrown =
        catchThrowableOfType(
            UnavailableException.class, () -> at(Crm.LINQ).build().update("123", UPDATE));

    assertThat(thrown)
        .hasMessage("Linq answered 407: the answer is not JSON; the contact was not changed");
    assertThat(thrown.attempts()).isEqualTo(1);
  }
}
