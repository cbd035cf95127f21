package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.contactbridge.internal.sending.SystemTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one update has otherwise than its account. */
@Timeout(30)
final class UpdateOptionsTest {
  private static final ContactUpdate UPDATE = Samples.update(ContactField.EMAIL);

  private final FaultyServer server = FaultyServer.start(Crm.LINQ, RawHttp.good());
  private final Contacts linq =
      Accounts.at(Crm.LINQ).time(SystemTime.INSTANCE).baseUrl(server.url()).build();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void headersAreSent() {
    AtomicReference<String> head = new AtomicReference<>("");
    server.turn(
        line -> {
          head.set(line.request());
          line.write(RawHttp.taken(line.crm()));
        });
    UpdateOptions options = UpdateOptions.builder().header("traceparent", "00-4bf9").build();

    UpdateResult result = linq.update("1", UPDATE, options);

    assertThat(head.get()).contains("traceparent: 00-4bf9\r\n");
    assertThat(result.plan().headers()).containsEntry("traceparent", "00-4bf9");
    assertThat(linq.plan("1", UPDATE).headers()).doesNotContainKey("traceparent");
  }

  @Test
  void timeoutEndsAnAttempt() {
    server.turn(
        line -> {
          line.request();
          line.stall();
        });
    server.heal(1, RawHttp.good());
    UpdateOptions options = UpdateOptions.builder().timeout(Duration.ofMillis(300)).build();

    assertThat(linq.update("1", UPDATE, options).attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void deadlineEndsTheUpdate(boolean blocking) {
    server.turn(
        line -> {
          line.request();
          line.stall();
        });
    UpdateOptions options = UpdateOptions.builder().deadline(Duration.ofMillis(300)).build();

    UnavailableException thrown =
        blocking
            ? catchThrowableOfType(
                UnavailableException.class, () -> linq.update("1", UPDATE, options))
            : (UnavailableException)
                linq.updateAsync("1", UPDATE, options).handle((result, e) -> e).join();

    assertThat(thrown).hasMessageContaining("the deadline leaves no time for a retry");
    assertThat(thrown.attempts()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "x-api-key", "CONTENT-LENGTH", "Host", "Version"})
  void headerThatTheUpdateSetsIsRefused(String name) {
    assertThatThrownBy(() -> UpdateOptions.builder().header(name, "x"))
        .hasMessage("the header " + name + " is set by the update itself; use another one");
  }

  @Test
  void headerThatIsNoneIsRefusedWithoutItsValue() {
    assertThatThrownBy(() -> UpdateOptions.builder().header("X-A", "caf\u00e9"))
        .hasMessage("the value of the header X-A has characters that are not visible ASCII");
    assertThatThrownBy(() -> UpdateOptions.builder().header("X A\r\nB", "x"))
        .hasMessage("the name of a header is made of letters, digits and hyphens");
    assertThat(UpdateOptions.builder().header("X-A", "secret").build().toString())
        .doesNotContain("secret");
  }

  @Test
  void guardIsAskedRightBeforeEachAttempt() {
    server.turn(RawHttp.answering(503, "{}"));
    Contacts guarded =
        Accounts.at(Crm.LINQ).baseUrl(server.url()).guard(() -> server.requests() < 2).build();

    UnavailableException thrown =
        catchThrowableOfType(UnavailableException.class, () -> guarded.update("1", UPDATE));

    assertThat(server.requests()).isEqualTo(2);
    assertThat(thrown)
        .hasMessage(
            "Linq gave no answer: GuardedException: the guard did not let it be sent; the change may"
                + " have been applied, and may be sent again");
  }
}
