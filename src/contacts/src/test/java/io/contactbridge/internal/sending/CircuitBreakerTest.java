package io.contactbridge.internal.sending;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.Accounts;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.ContactsException;
import io.contactbridge.Crm;
import io.contactbridge.Rig;
import io.contactbridge.Samples;
import io.contactbridge.SkippingTime;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateResult;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CRM that has failed again and again is left alone, and tried again after a while. */
@Timeout(20)
final class CircuitBreakerTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  private final SkippingTime time = new SkippingTime();
  private final AtomicInteger sent = new AtomicInteger();
  private volatile int status = 503;
  private volatile CountDownLatch held = new CountDownLatch(0);

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 599, 0})
  void twentyFailuresInARowOpenIt(int status) {
    this.status = status;
    Contacts linq = linq().maxRetries(0).build();
    fail(linq, 20);

    ContactsException thrown = failure(linq);

    assertThat(sent).hasValue(20);
    assertThat(thrown)
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "Linq was not called: the last 20 calls failed, so the next is made at"
                + " 2026-11-21T12:00:30Z; the contact was not changed");
    assertThat(thrown.mayHaveBeenApplied()).isFalse();
    assertThat(thrown.attempts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 401, 404, 422, 429})
  void anAnswerOfTheCrmBreaksTheRow(int other) {
    Contacts linq = linq().maxRetries(0).noRateLimit().build();
    fail(linq, 19);
    status = other;
    failure(linq);
    status = 503;

    fail(linq, 19);

    assertThat(sent).hasValue(39);
    status = 200;
    assertThat(linq.update("123", UPDATE).status()).isEqualTo(200);
  }

  @Test
  void itClosesBySuccessAfterAWhile() {
    Contacts linq = linq().maxRetries(0).build();
    fail(linq, 20);
    time.pass(Duration.ofSeconds(29));
    assertThat(failure(linq).attempts()).isZero();
    time.pass(Duration.ofSeconds(1));
    status = 200;

    linq.update("123", UPDATE);

    status = 503;
    fail(linq, 19);
    assertThat(sent).hasValue(40);
  }

  @Test
  void itOpensAgainIfTheTrialFails() {
    Contacts linq = linq().maxRetries(0).build();
    fail(linq, 20);
    time.pass(Duration.ofSeconds(30));

    assertThat(failure(linq).attempts()).isEqualTo(1);
    assertThat(failure(linq))
        .hasMessage(
            "Linq was not called: the last 20 calls failed, so the next is made at"
                + " 2026-11-21T12:01:00Z; the contact was not changed");
    assertThat(sent).hasValue(21);
  }

  @Test
  void oneTrialIsMadeAtATime() {
    CircuitBreaker circuit = new CircuitBreaker(time);
    open(circuit);
    time.pass(Duration.ofSeconds(30));

    CircuitBreaker.Permit trial = circuit.enter(true);

    assertThat(trial).isNotNull();
    assertThat(circuit.enter(true)).isNull();
    assertThat(ask(circuit).reason())
        .isEqualTo(
            "the last 20 calls failed, so the next is made once another that is under way has"
                + " succeeded");
  }

  @Test
  void trialThatIsGivenUpMakesRoomForAnother() {
    CircuitBreaker circuit = new CircuitBreaker(time);
    open(circuit);
    time.pass(Duration.ofSeconds(30));
    CircuitBreaker.Permit trial = requireNonNull(circuit.enter(true));

    circuit.forget(trial);

    assertThat(ask(circuit).isNow()).isTrue();
    assertThat(circuit.enter(true)).isNotNull();
    assertThat(circuit.enter(true)).isNull();
  }

  @Test
  void updateFollowsATrialThatItsCallerGivesUp() throws Exception {
    Contacts linq = linq().maxRetries(0).build();
    fail(linq, 20);
    time.pass(Duration.ofSeconds(30));
    status = 200;
    held = new CountDownLatch(1);
    CompletableFuture<UpdateResult> trial = linq.updateAsync("123", UPDATE);
    Rig.await(() -> sent.get() == 21);

    trial.cancel(true);
    held.countDown();

    // What is told to the circuit is told after the call has ended.
    Rig.await(() -> failure(linq) == null);
    assertThat(linq.update("123", UPDATE).status()).isEqualTo(200);
  }

  @Test
  void updateFollowsATrialThatBreaksInTheCallersOwnCode() {
    Contacts linq =
        linq(() -> {
              throw new AssertionError("the vault is sealed");
            })
            .maxRetries(0)
            .build();
    fail(linq, 20);
    time.pass(Duration.ofSeconds(30));
    status = 401;
    assertThatThrownBy(() -> linq.update("123", UPDATE)).hasMessage("the vault is sealed");
    status = 200;

    assertThat(linq.update("123", UPDATE).status()).isEqualTo(200);
  }

  @Test
  void callsThatTheHttpClientHadNoPlaceForSayNothing() {
    held = new CountDownLatch(1);
    OkHttpClient client = Accounts.client(this::answer);
    client.dispatcher().setMaxRequests(1);
    status = 200;
    Contacts linq = Accounts.at(Crm.LINQ).httpClient(client).build();
    Contacts hasty =
        Accounts.timed(Accounts.at(Crm.LINQ), SystemTime.INSTANCE)
            .httpClient(client)
            .deadline(Duration.ofMillis(200))
            .build();
    CompletableFuture<UpdateResult> first = linq.updateAsync("1", UPDATE);
    Rig.await(() -> sent.get() == 1);

    List<CompletableFuture<UpdateResult>> queued =
        IntStream.range(0, 40)
            .mapToObj(i -> hasty.updateAsync(String.valueOf(100 + i), UPDATE))
            .toList();
    assertThat(queued).allSatisfy(future -> assertThat(future).failsWithin(Duration.ofSeconds(10)));

    assertThat(hasty.updateAsync("2", UPDATE))
        .failsWithin(Duration.ofSeconds(10))
        .withThrowableThat()
        .havingCause()
        .withMessageNotContaining("the last 20 calls failed");
    held.countDown();
    assertThat(first.join().status()).isEqualTo(200);
    assertThat(sent).hasValue(1);
  }

  @Test
  void callFromBeforeItOpenedSaysNothingAnyMore() {
    CircuitBreaker circuit = new CircuitBreaker(time);
    CircuitBreaker.Permit early = requireNonNull(circuit.enter(true));
    open(circuit);
    time.pass(Duration.ofSeconds(30));
    assertThat(circuit.enter(true)).isNotNull();

    circuit.leave(early, true);

    assertThat(circuit.enter(true)).isNull();
  }

  @Test
  void updateThatWasSentBeforeItOpenedWaitsForTheTrial() {
    Contacts linq = linq().maxRetries(22).noRateLimit().build();

    ContactsException thrown = failure(linq);

    assertThat(thrown.attempts()).isEqualTo(23);
    assertThat(thrown.mayHaveBeenApplied()).isTrue();
    assertThat(thrown)
        .hasMessage("Linq answered 503; the change may have been applied, and may be sent again");
    // What is left of the rest after the wait that every retry has.
    assertThat(time.waits()).containsSubsequence(Duration.ofSeconds(20), Duration.ofSeconds(10));
  }

  @Test
  void updateWhoseDeadlineIsBeforeTheTrialEndsWithItsLastFailure() {
    Contacts linq = linq().maxRetries(22).noRateLimit().deadline(Duration.ofMinutes(5)).build();

    ContactsException thrown = failure(linq);

    assertThat(thrown.attempts()).isEqualTo(21);
    assertThat(thrown)
        .hasMessage(
            "Linq answered 503; the deadline leaves no time for a retry; the change may have been"
                + " applied, and may be sent again");
  }

  @Test
  void manyUpdatesAtOnceMustFailMoreOften() {
    CircuitBreaker circuit = new CircuitBreaker(time);
    List<CircuitBreaker.Permit> underWay =
        IntStream.range(0, 60).mapToObj(i -> requireNonNull(circuit.enter(true))).toList();
    underWay.forEach(permit -> circuit.leave(permit, false));

    for (int failures = 60; failures < 180; failures++) {
      assertThat(ask(circuit).isNow()).isTrue();
      circuit.leave(requireNonNull(circuit.enter(false)), false);
    }

    assertThat(ask(circuit).isNo()).isTrue();
  }

  @Test
  void updatesThatHaveEndedDoNotCountAsUnderWayAfterASuccess() {
    CircuitBreaker circuit = new CircuitBreaker(time);
    for (int i = 0; i < 60; i++) {
      CircuitBreaker.Permit unused = circuit.enter(true);
    }
    for (int i = 0; i < 60; i++) {
      circuit.endOfUpdate();
    }
    circuit.leave(requireNonNull(circuit.enter(true)), true);

    open(circuit);

    assertThat(ask(circuit).isNo()).isTrue();
  }

  @Test
  void refusalSaysHowLongItLasts() {
    Contacts linq = linq().maxRetries(0).build();
    fail(linq, 20);
    time.pass(Duration.ofSeconds(10));

    assertThat(failure(linq))
        .isInstanceOfSatisfying(
            UnavailableException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(20)));
  }

  private static Decision ask(CircuitBreaker circuit) {
    return circuit.ask(false, () -> {});
  }

  private static void open(CircuitBreaker circuit) {
    for (int i = 0; i < 20; i++) {
      circuit.leave(requireNonNull(circuit.enter(true)), false);
      circuit.endOfUpdate();
    }
  }

  private Contacts.Builder linq() {
    return linq(() -> Accounts.CREDENTIAL);
  }

  private Contacts.Builder linq(Supplier<String> credential) {
    OkHttpClient client = Accounts.client(this::answer);
    return Accounts.timed(Accounts.at(Crm.LINQ, credential), time)
        .deadline(Duration.ofHours(1))
        .httpClient(client);
  }

  private Response answer(Interceptor.Chain chain) throws IOException {
    sent.incrementAndGet();
    try {
      held.await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
    if (status == 0) {
      throw new IOException("no answer");
    }
    return Accounts.response(chain, status, ByteString.encodeUtf8("{}"));
  }

  private static void fail(Contacts contacts, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(failure(contacts).attempts()).isEqualTo(1);
    }
  }

  private static ContactsException failure(Contacts contacts) {
    return catchThrowableOfType(ContactsException.class, () -> contacts.update("123", UPDATE));
  }
}
