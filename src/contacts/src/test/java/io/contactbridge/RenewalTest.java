package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A credential that expired on the way is not the end of an update. */
final class RenewalTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  @AutoClose private final MockWebServer server = new MockWebServer();
  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final SkippingTime time = new SkippingTime();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @ParameterizedTest
  @EnumSource
  void newCredentialIsSentAtOnce(Crm crm) {
    Contacts contacts = at(crm, () -> "token-" + asked.incrementAndGet(), "token-2").build();

    UpdateResult result = contacts.update(Accounts.contactId(crm), UPDATE);

    assertThat(result.attempts()).isEqualTo(2);
    assertThat(sent).containsExactly("token-1", "token-2");
    assertThat(asked).hasValue(2);
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void newCredentialIsNoRetry() {
    Contacts linq =
        at(Crm.LINQ, () -> "token-" + asked.incrementAndGet(), "token-2").maxRetries(0).build();

    assertThat(linq.update("123", UPDATE).attempts()).isEqualTo(2);
  }

  @Test
  void newCredentialIsTriedOnce() {
    Contacts linq = at(Crm.LINQ, () -> "token-" + asked.incrementAndGet(), "none").build();

    ContactsException thrown = failure(linq);

    assertThat(thrown).isInstanceOf(CredentialsException.class).hasMessage("Linq answered 401");
    assertThat(thrown.getSuppressed()).hasSize(1);
    assertThat(sent).containsExactly("token-1", "token-2");
  }

  @Test
  void sameCredentialIsNotSentAgain() {
    Contacts linq = at(Crm.LINQ, () -> "token-1", "token-2").build();

    ContactsException thrown = failure(linq);

    assertThat(thrown.attempts()).isEqualTo(1);
    assertThat(sent).containsExactly("token-1");
  }

  @Test
  void supplierThatFailsIsToldBesideTheRefusal() {
    RuntimeException sealed = new IllegalStateException("the vault is sealed");
    Contacts linq = at(Crm.LINQ, () -> onceBefore(sealed), "none").build();

    ContactsException thrown = failure(linq);

    assertThat(thrown).isInstanceOf(CredentialsException.class);
    assertThat(thrown.getSuppressed()).containsExactly(sealed);
  }

  @Test
  void supplierThatFailsBeforeARetryTellsWhatTheEarlierAttemptLeft() {
    RuntimeException sealed = new IllegalStateException("the vault is sealed");
    Contacts linq = at(Crm.LINQ, () -> onceBefore(sealed), "none").build();
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder().code(500).body("{}").build();
          }
        });

    Throwable thrown = catchThrowable(() -> linq.update("123", UPDATE));

    assertThat(thrown).isSameAs(sealed);
    assertThat(thrown.getSuppressed())
        .singleElement()
        .isInstanceOfSatisfying(
            UnavailableException.class, e -> assertThat(e.mayHaveBeenApplied()).isTrue());
  }

  /** Returns a token to who asks first, and fails from then on. */
  private String onceBefore(RuntimeException failure) {
    if (asked.incrementAndGet() > 1) {
      throw failure;
    }
    return "token-1";
  }

  private Contacts.Builder at(Crm crm, Supplier<String> credential, String valid) {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String given =
                request.getHeaders().toMultimap().values().stream()
                    .flatMap(List::stream)
                    .filter(value -> value.contains("token-"))
                    .map(value -> value.replace("Bearer ", ""))
                    .findFirst()
                    .orElse("");
            sent.add(given);
            return new MockResponse.Builder()
                .code(valid.equals(given) ? 200 : 401)
                .body("{}")
                .build();
          }
        });
    return Accounts.at(crm, credential).time(time).baseUrl(server.url("/").toString());
  }

  private static ContactsException failure(Contacts contacts) {
    return catchThrowableOfType(ContactsException.class, () -> contacts.update("123", UPDATE));
  }
}
