package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.client.Observation;
import io.contactbridge.internal.sending.SystemTime;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, when, and what is told of it. */
@Timeout(20)
final class RetryTest {
  private static final String NONE = "{\"error_code\":\"CONTACT_NOT_FOUND\",\"message\":\"None\"}";

  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final MockResponse TAKEN =
      new MockResponse.Builder().body("{\"data\":{\"email\":\"ada@example.com\"}}").build();

  @AutoClose private final MockWebServer server = new MockWebServer();
  private final SkippingTime time = new SkippingTime();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  static IntStream passing() {
    return IntStream.of(408, 425, 429, 500, 502, 503, 504);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void statusThatPassesIsOvercome(int status) {
    server.enqueue(answer(status));
    server.enqueue(answer(status));
    server.enqueue(TAKEN);

    UpdateResult result = linq().build().update("123", UPDATE);

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(result.attempts()).isEqualTo(3);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void statusThatStaysIsToldAfterThreeAttempts(int status) {
    for (int i = 0; i < 4; i++) {
      server.enqueue(answer(status));
    }

    ContactsException thrown = failure(linq().build());

    assertThat(thrown.status()).isEqualTo(status);
    assertThat(thrown.attempts()).isEqualTo(3);
    assertThat(thrown.getSuppressed()).hasSize(2).hasOnlyElementsOfType(thrown.getClass());
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  static IntStream lasting() {
    return IntStream.rangeClosed(200, 599)
        .filter(status -> status >= 300 && passing().noneMatch(other -> other == status));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void statusThatDoesNotPassIsToldAtOnce(int status) {
    int[] sent = new int[1];
    OkHttpClient client =
        Accounts.client(
            chain -> {
              sent[0]++;
              return Accounts.response(chain, status, okio.ByteString.EMPTY);
            });

    ContactsException thrown = failure(Accounts.at(Crm.LINQ).time(time).httpClient(client).build());

    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(sent[0]).isEqualTo(1);
  }

  @Test
  void answerThatCannotBeReadIsNotAskedForAgain() {
    server.enqueue(new MockResponse.Builder().body("<html>").build());

    UpdateResult result = linq().build().update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(1);
  }

  @Test
  void retriesCanBeTurnedOff() {
    server.enqueue(answer(503));

    ContactsException thrown = failure(linq().maxRetries(0).build());

    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(thrown)
        .hasMessage(
            "Linq answered 503: the answer is not JSON; the change may have been applied, and may"
                + " be sent again");
  }

  @ParameterizedTest
  @CsvSource({"503, PT0.1S, PT0.2S", "408, PT0.1S, PT0.2S", "429, PT1S, PT2S"})
  void waitsGrow(int status, Duration first, Duration second) {
    for (int i = 0; i < 3; i++) {
      server.enqueue(answer(status));
    }

    failure(linq().build());

    assertThat(time.waits()).containsExactly(first, second);
  }

  @Test
  void waitsDoNotGrowBeyondTwentySeconds() {
    for (int i = 0; i < 11; i++) {
      server.enqueue(answer(503));
    }

    failure(linq().maxRetries(10).deadline(Duration.ofHours(1)).build());

    assertThat(time.waits())
        .hasSize(10)
        .endsWith(Duration.ofMillis(12_800), Duration.ofSeconds(20), Duration.ofSeconds(20));
  }

  @Test
  void failuresThatAreToldBesideTheLastAreBounded() {
    for (int i = 0; i < 16; i++) {
      server.enqueue(answer(503));
    }

    ContactsException thrown = failure(linq().maxRetries(15).deadline(Duration.ofHours(1)).build());

    assertThat(thrown.attempts()).isEqualTo(16);
    assertThat(thrown.getSuppressed()).hasSize(10);
  }

  static Stream<SocketEffect> resets() {
    return Stream.of(
        new SocketEffect.CloseSocket(),
        new SocketEffect.CloseSocket(true, true, true),
        SocketEffect.ShutdownConnection.INSTANCE);
  }

  @ParameterizedTest
  @MethodSource("resets")
  void resetIsOvercome(SocketEffect effect) {
    server.enqueue(new MockResponse.Builder().onResponseStart(effect).build());
    server.enqueue(TAKEN);

    UpdateResult result = linq().build().update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void attemptThatTakesTooLongIsOvercome() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    server.enqueue(TAKEN);

    UpdateResult result = linq().timeout(Duration.ofMillis(300)).build().update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void hostThatIsNotFoundIsLookedUpAgain() {
    int[] asked = new int[1];
    OkHttpClient client =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  asked[0]++;
                  throw new UnknownHostException(host);
                })
            .build();

    ContactsException thrown = failure(Accounts.at(Crm.LINQ).time(time).httpClient(client).build());

    assertThat(asked[0]).isEqualTo(3);
    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(thrown.attempts()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          503 | 5    | PT5.1S
          429 | 5    | PT6S
          500 | 0    | PT0.1S
          503 | 0    | PT0.1S
          503 | -1   | PT0.1S
          503 | soon | PT0.1S
          503 | Sat, 21 Nov 2026 12:00:05 GMT   | PT5.1S
          503 | Saturday, 21-Nov-26 12:00:05 GMT | PT5.1S
          503 | Sat Nov 21 12:00:05 2026        | PT5.1S
          503 | Sat, 21 Nov 2026 11:00:00 GMT   | PT0.1S
          """)
  void waitIsAsLongAsTheCrmAsks(int status, String retryAfter, Duration wait) {
    server.enqueue(answer(status).newBuilder().setHeader("Retry-After", retryAfter).build());
    server.enqueue(TAKEN);

    UpdateResult result = linq().build().update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(2);
    assertThat(time.waits()).containsExactly(wait);
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @Test
  void numberThatIsTooLargeForTheHttpClientIsAnHour() {
    server.enqueue(answer(503).newBuilder().setHeader("Retry-After", "99999999999").build());

    ContactsException thrown = failure(linq().build());

    assertThat(thrown.failure().retryAfter()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205})
  void successWithABodyThatItMayNotHaveIsASuccess(int status) {
    server.enqueue(new MockResponse.Builder().code(status).setHeader("Content-Length", 2).build());

    UpdateResult result = linq().build().update("123", UPDATE);

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
    assertThat(result.observations())
        .contains(new Observation("$", "a whole answer", "a part of one"));
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void dateIsComparedWithTheClockOfTheCrm() {
    server.enqueue(
        answer(503)
            .newBuilder()
            .setHeader("Date", "Sat, 01 Jan 2000 00:00:00 GMT")
            .setHeader("Retry-After", "Sat, 01 Jan 2000 00:00:07 GMT")
            .build());
    server.enqueue(TAKEN);

    linq().build().update("123", UPDATE);

    assertThat(time.waits()).containsExactly(Duration.ofMillis(7100));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RAZE | 429 | X-RateLimit-Reset: 1795262405 | PT5S
          RAZE | 503 | X-RateLimit-Reset: 1795262405 |
          RAZE | 503 | X-RateLimit-Reset: 1795262405, X-RateLimit-Remaining: 0 | PT5S
          RAZE | 503 | X-RateLimit-Reset: 1795262405, X-RateLimit-Remaining: 1 |
          RAZE | 429 | X-RateLimit-Reset: -5 |
          RAZE | 429 | X-RateLimit-Reset: 99999999999999999999 | PT1H
          RAZE | 429 | X-RateLimit-Reset: 1 | PT0S
          RAZE | 429 | Retry-After: 7, X-RateLimit-Reset: 1795262405 | PT7S
          HIGHLEVEL | 429 | X-RateLimit-Interval-Milliseconds: 10000, X-RateLimit-Remaining: 0 | PT10S
          HIGHLEVEL | 429 | X-RateLimit-Interval-Milliseconds: 10000, X-RateLimit-Remaining: 1 |
          HIGHLEVEL | 429 | X-RateLimit-Interval-Milliseconds: 10000 |
          LINQ | 429 | X-RateLimit-Reset: 1795262405, X-RateLimit-Remaining: 0 |
          ACQUIRE | 429 | Retry-After: Fri, 31 Dec 9999 23:59:59 GMT | PT1H
          """)
  void headersOfTheRateLimitTellHowLongToWait(
      Crm crm, int status, String headers, @Nullable Duration pause) {
    MockResponse.Builder answer = answer(status).newBuilder();
    for (String header : headers.split(", (?=X-)", -1)) {
      answer.addHeader(header);
    }
    for (int i = 0; i < 3; i++) {
      server.enqueue(answer.build());
    }

    ContactsException thrown = failure(at(crm).maxRetries(0).build(), Accounts.contactId(crm));

    assertThat(thrown.failure().retryAfter()).isEqualTo(pause);
  }

  @Test
  void waitBeyondTheDeadlineIsNotBegun() {
    server.enqueue(answer(429).newBuilder().setHeader("Retry-After", "60").build());

    ContactsException thrown = failure(linq().build());

    assertThat(thrown)
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(60)))
        .hasMessage(
            "Linq answered 429: the answer is not JSON; the deadline leaves no time for a retry");
    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void deadlineBoundsAllAttempts() {
    server.setDispatcher(
        new mockwebserver3.Dispatcher() {
          @Override
          public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
            time.pass(Duration.ofSeconds(20));
            return answer(500);
          }
        });

    ContactsException thrown = failure(linq().maxRetries(9).build());

    assertThat(thrown.attempts()).isEqualTo(3);
    assertThat(thrown)
        .hasMessage(
            "Linq answered 500: the answer is not JSON; the deadline leaves no time for a retry; the"
                + " change may have been applied, and may be sent again");
  }

  @Test
  void deadlineEndsAnAttempt() {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());

    ContactsException thrown =
        failure(
            Accounts.at(Crm.LINQ)
                .baseUrl(server.url("/").toString())
                .time(SystemTime.INSTANCE)
                .deadline(Duration.ofMillis(300))
                .build());

    assertThat(thrown)
        .hasMessage(
            "Linq gave no answer: InterruptedIOException: timeout; the deadline leaves no time for a"
                + " retry; the change may have been applied, and may be sent again");
    assertThat(thrown.mayHaveBeenApplied()).isTrue();
  }

  @Test
  void earlierAttemptThatMayHaveBeenAppliedIsNotForgotten() {
    server.enqueue(answer(500));
    server.enqueue(new MockResponse.Builder().code(404).body(NONE).build());

    ContactsException thrown = failure(linq().build());

    assertThat(thrown)
        .isInstanceOf(ContactNotFoundException.class)
        .hasMessage(
            "Linq answered 404: None (CONTACT_NOT_FOUND); an earlier attempt may have made the change, so check the"
                + " contact");
    assertThat(thrown.mayHaveBeenApplied()).isTrue();
    assertThat(thrown.attempts()).isEqualTo(2);
    assertThat(thrown.getSuppressed())
        .singleElement()
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.THROWABLE)
        .hasMessage(
            "Linq answered 500: the answer is not JSON; the change may have been applied, and may be"
                + " sent again");
  }

  @Test
  void refusalAfterARefusalChangedNothing() {
    server.enqueue(answer(429));
    server.enqueue(new MockResponse.Builder().code(404).body(NONE).build());

    ContactsException thrown = failure(linq().build());

    assertThat(thrown).hasMessage("Linq answered 404: None (CONTACT_NOT_FOUND)");
    assertThat(thrown.mayHaveBeenApplied()).isFalse();
  }

  @Test
  void requestThatBrokeOffSurelyChangedNothing() {
    OkHttpClient client =
        new OkHttpClient.Builder()
            .addInterceptor(chain -> chain.proceed(broken(chain.request())))
            .build();

    ContactsException thrown = failure(linq().maxRetries(0).httpClient(client).build());

    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(thrown)
        .hasMessage("Linq gave no answer: IOException: broken; the contact was not changed");
  }

  private static Request broken(Request request) {
    RequestBody body = requireNonNull(request.body());
    return request
        .newBuilder()
        .put(
            new RequestBody() {
              @Override
              public okhttp3.@Nullable MediaType contentType() {
                return body.contentType();
              }

              @Override
              public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("{").flush();
                throw new IOException("broken");
              }
            })
        .build();
  }

  @Test
  void callThatTheCallersClientCancelsIsNotRepeated() throws Exception {
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    OkHttpClient client = new OkHttpClient();
    var future = linq().httpClient(client).build().updateAsync("123", UPDATE);
    server.takeRequest();

    client.dispatcher().cancelAll();

    assertThat(future)
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .withMessageContaining("CanceledException: the HTTP client cancelled the call");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void httpClientDoesNotRepeatByItself(int retries) {
    for (int i = 0; i < 5; i++) {
      server.enqueue(answer(503).newBuilder().setHeader("Retry-After", "0").build());
    }

    failure(linq().maxRetries(retries).build());

    assertThat(server.getRequestCount()).isEqualTo(retries + 1);
  }

  private static MockResponse answer(int status) {
    return new MockResponse.Builder().code(status).build();
  }

  private Contacts.Builder linq() {
    return at(Crm.LINQ);
  }

  private Contacts.Builder at(Crm crm) {
    return Accounts.at(crm).time(time).baseUrl(server.url("/").toString());
  }

  private static ContactsException failure(Contacts contacts) {
    return failure(contacts, "123");
  }

  private static ContactsException failure(Contacts contacts, String id) {
    return catchThrowableOfType(ContactsException.class, () -> contacts.update(id, UPDATE));
  }
}
