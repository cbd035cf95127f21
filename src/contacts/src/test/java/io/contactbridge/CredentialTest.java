package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);
  private static final MockResponse TAKEN =
      new MockResponse.Builder().body("{\"data\":{\"email\":\"ada@example.com\"}}").build();

  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @ParameterizedTest
  @CsvSource({
    "ACQUIRE, Authorization, Bearer secret-credential",
    "HIGHLEVEL, Authorization, Bearer secret-credential",
    "LINQ, X-LINQ-INTEGRATION-TOKEN, secret-credential",
    "RAZE, X-API-Key, secret-credential",
  })
  void requestIsWhatThePlanShowedAndTheCredential(Crm crm, String header, String credential)
      throws InterruptedException {
    server.enqueue(TAKEN);
    Contacts contacts = at(crm).build();
    UpdatePlan plan = contacts.plan(Accounts.contactId(crm), UPDATE);

    contacts.update(Accounts.contactId(crm), UPDATE);

    RecordedRequest request = server.takeRequest();
    assertThat(request.getMethod()).isEqualTo(plan.method());
    assertThat(request.getUrl()).hasToString(plan.url());
    assertThat(Objects.requireNonNull(request.getBody()).utf8()).isEqualTo(plan.body());
    plan.headers()
        .forEach(
            (name, value) ->
                assertThat(request.getHeaders().values(name))
                    .containsExactly(name.equals(header) ? credential : value));
    assertThat(request.getHeaders().toMultimap().values().toString())
        .containsOnlyOnce(Accounts.CREDENTIAL);
  }

  @Test
  void credentialIsAskedForEachRequest() throws InterruptedException {
    server.enqueue(TAKEN);
    server.enqueue(TAKEN);
    AtomicInteger asked = new AtomicInteger();
    Contacts linq = at(Crm.LINQ, () -> "token-" + asked.incrementAndGet()).build();

    linq.update("123", UPDATE);
    linq.update("123", UPDATE);

    assertThat(server.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN"))
        .isEqualTo("token-1");
    assertThat(server.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN"))
        .isEqualTo("token-2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "can ary", "canary\n", "canary\r\nX: y", "canäry", "canary\u0000"})
  void credentialThatIsNoHeaderIsRefusedWithoutRepeatingIt(String credential) {
    for (Crm crm : Crm.values()) {
      Contacts contacts = at(crm, () -> credential).build();

      assertThatThrownBy(() -> contacts.update(Accounts.contactId(crm), UPDATE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the credential for the header "
                  + headerOf(crm)
                  + " is empty or has a blank, a line break or another character that is not"
                  + " visible ASCII");
    }
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  @SuppressWarnings("NullAway") // What callers without a null checker can do.
  void credentialThatIsMissingIsRefused() {
    Contacts linq = at(Crm.LINQ, () -> null).build();

    assertThatThrownBy(() -> linq.update("123", UPDATE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no credential for the header X-LINQ-INTEGRATION-TOKEN");
  }

  @Test
  void callerGetsTheExceptionOfItsCredentialAndNothingIsPrinted() throws InterruptedException {
    RuntimeException expired = new RuntimeException("the vault is sealed");
    Threads threads = new Threads();
    Contacts linq = at(Crm.LINQ, throwing(expired)).httpClient(threads.client()).build();

    assertThatThrownBy(() -> linq.update("123", UPDATE)).isSameAs(expired);
    assertThat(threads.uncaught()).isEmpty();
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void futureFailsWithTheExceptionOfTheCredentialAndNothingIsPrinted() throws InterruptedException {
    RuntimeException expired = new RuntimeException("the vault is sealed");
    Threads threads = new Threads();
    Contacts linq = at(Crm.LINQ, throwing(expired)).httpClient(threads.client()).build();

    assertThatThrownBy(() -> linq.updateAsync("123", UPDATE).get())
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(expired);
    assertThat(threads.uncaught()).isEmpty();
  }

  private Contacts.Builder at(Crm crm) {
    return at(crm, () -> Accounts.CREDENTIAL);
  }

  private Contacts.Builder at(Crm crm, Supplier<String> credential) {
    return Accounts.at(crm, credential).baseUrl(server.url("/").toString());
  }

  private static String headerOf(Crm crm) {
    return switch (crm) {
      case ACQUIRE, HIGHLEVEL -> "Authorization";
      case LINQ -> "X-LINQ-INTEGRATION-TOKEN";
      case RAZE -> "X-API-Key";
    };
  }

  private static Supplier<String> throwing(RuntimeException e) {
    return () -> {
      throw e;
    };
  }

  /** Hears of what a thread would print for want of somebody who catches it. */
  private static final class Threads extends ThreadPoolExecutor {
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();

    private Threads() {
      super(0, 8, 1, TimeUnit.SECONDS, new SynchronousQueue<>());
    }

    private OkHttpClient client() {
      return new OkHttpClient.Builder().dispatcher(new Dispatcher(this)).build();
    }

    private Queue<Throwable> uncaught() throws InterruptedException {
      shutdown();
      assertThat(awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      return uncaught;
    }

    @Override
    protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
      if (thrown != null) {
        uncaught.add(thrown);
      }
    }
  }
}
