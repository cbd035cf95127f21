package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A peer may repeat the credential wherever it likes; it does not come out of the update. */
@Timeout(30)
final class EchoedCredentialTest {
  private static final String OLD = "canary/old+7f3a9c=&x";
  private static final String NEW = "canary/new+8d2b1e=&x";

  private final FaultyServer server = FaultyServer.start(Crm.HIGHLEVEL, RawHttp.good());

  @AfterEach
  void stop() {
    server.close();
  }

  /** The credential in the ways in which it is written. */
  static Stream<String> forms() {
    return Stream.of(
        OLD,
        OLD.replace("/", "\\/"),
        OLD.replace("/", "\\u002F").replace("+", "\\u002b").replace("&", "\\u0026"),
        URLEncoder.encode(OLD, StandardCharsets.UTF_8),
        URLEncoder.encode(OLD, StandardCharsets.UTF_8).replace("%2F", "%2f"),
        URLEncoder.encode(URLEncoder.encode(OLD, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void peerThatIsNoHttpServer(String form) {
    server.turn(
        line -> {
          line.request();
          line.write("Authorization: Bearer " + form + "\r\n\r\n");
          line.close();
        });

    assertTellsNothing(catchThrowable(() -> contacts(OLD).update("a", update())));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void refusal(String form) {
    server.turn(
        RawHttp.answering(400, "{\"message\":\"saw " + form + "\"}", "X-Request-Id: " + form));

    Throwable thrown = catchThrowable(() -> contacts(OLD).update("a", update()));

    assertTellsNothing(thrown);
    assertThat(((ContactsException) thrown).body()).contains("***").doesNotContain("7f3a9c");
    assertThat(((ContactsException) thrown).requestId()).contains("***");
  }

  @ParameterizedTest
  @MethodSource("forms")
  void success(String form) {
    server.turn(
        RawHttp.answering(
            200, "{\"contact\":{\"city\":\"" + form + "\"}}", "X-Request-Id: " + form));

    UpdateResult result = contacts(OLD).update("a", update());

    assertThat(result.body()).doesNotContain("7f3a9c");
    assertThat(result.headers().toString()).contains("***").doesNotContain("7f3a9c");
    assertThat(result.requestId()).contains("***");
    assertThat(String.valueOf(result.contact().get(ContactField.CITY))).contains("***");
  }

  @Test
  void credentialBeforeARenewalIsHiddenToo() {
    server.turn(
        line -> {
          String head = line.request();
          if (head.contains(OLD)) {
            line.write(RawHttp.answer(401, "{\"message\":\"expired\"}"));
          } else {
            line.write("Seen: " + OLD + " and " + NEW + "\r\n\r\n");
            line.close();
          }
        });

    Throwable thrown = catchThrowable(() -> contacts(OLD, NEW).update("a", update()));

    assertThat(server.requests()).isGreaterThan(1);
    assertTellsNothing(thrown);
  }

  private static void assertTellsNothing(Throwable thrown) {
    assertThat(thrown).isInstanceOf(ContactsException.class);
    assertThat(Heard.trace(thrown))
        .contains("***")
        .doesNotContain("7f3a9c")
        .doesNotContain("8d2b1e");
  }

  private static ContactUpdate update() {
    return ContactUpdate.builder().email(Rig.EMAIL).build();
  }

  private Contacts contacts(String... credentials) {
    Iterator<String> supplied = List.of(credentials).iterator();
    String[] last = new String[1];
    return Accounts.at(
            Crm.HIGHLEVEL,
            () -> {
              last[0] = supplied.hasNext() ? supplied.next() : last[0];
              return last[0];
            })
        .baseUrl(server.url())
        .maxRetries(1)
        .build();
  }
}
