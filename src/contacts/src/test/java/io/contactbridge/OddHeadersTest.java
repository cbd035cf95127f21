package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** After the status line of an answer nothing throws, however odd its headers are. */
@Timeout(30)
final class OddHeadersTest {
  private static final List<String> ODD =
      List.of(
          "X-Folded: a\r\n b",
          "no colon at all",
          "X Blank: a",
          "X-N\u00c3\u00a4me: a",
          ": no name",
          "X-Value: \u00c3\u00a4\u00ff\u0001",
          "X-Empty:",
          "Set-Cookie: \u00ff=;;=",
          "Content-Type: \u00ff;;charset=",
          "Retry-After: \u00e9",
          "Date: \u00e9",
          "X-RateLimit-Remaining: \u0661");

  private final FaultyServer server = FaultyServer.start(Crm.RAZE, RawHttp.good());

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<String> odd() {
    return ODD.stream();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void successIsASuccess(String header) {
    server.turn(RawHttp.answering(200, RawHttp.json(Crm.RAZE), header));

    UpdateResult result = raze().update("a", Samples.update(ContactField.EMAIL));

    assertThat(result.status()).isEqualTo(200);
    assertThat(result.contact().email()).contains(Rig.EMAIL);
    assertThat(result.headers()).isNotEmpty();
    assertThat(result.requestId()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("odd")
  void refusalIsARefusal(String header) {
    for (int status : new int[] {404, 429, 503}) {
      server.turn(RawHttp.answering(status, "{}", header));

      ContactsException thrown =
          catchThrowableOfType(
              ContactsException.class,
              () -> raze().update("a", Samples.update(ContactField.EMAIL)));

      assertThat(thrown.status()).isEqualTo(status);
    }
  }

  @Test
  void nameThatIsNoneIsAnObservation() {
    server.turn(RawHttp.answering(200, RawHttp.json(Crm.RAZE), "X Blank: a"));

    UpdateResult result = raze().update("a", Samples.update(ContactField.EMAIL));

    assertThat(result.observations().toString()).contains("header 1: expected a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1795262405000", "99999999999", "4102444800"})
  void momentFarAwayOnASuccessStopsNobody(String reset) {
    server.turn(
        RawHttp.answering(
            200,
            RawHttp.json(Crm.RAZE),
            "X-RateLimit-Remaining: 0",
            "X-RateLimit-Reset: " + reset));
    Contacts raze = raze();

    raze.update("a", Samples.update(ContactField.EMAIL));

    assertThat(raze.update("a", Samples.update(ContactField.EMAIL)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 500})
  void momentFarAwayOnARefusalStopsNobody(int status) {
    server.turn(
        RawHttp.answering(
            status, "{}", "X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1795262405000"));
    Contacts raze = raze();
    assertThatThrownBy(() -> raze.update("a", Samples.update(ContactField.EMAIL)))
        .isInstanceOf(ContactsException.class);
    server.turn(RawHttp.good());

    assertThat(raze.update("a", Samples.update(ContactField.EMAIL)).status()).isEqualTo(200);
  }

  private Contacts raze() {
    return Accounts.at(Crm.RAZE).maxRetries(0).baseUrl(server.url()).build();
  }
}
