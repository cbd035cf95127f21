package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.client.Observation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once the CRM has taken a change, nothing that is odd about its answer looks like a failure. */
final class OddAnswerTest {
  private static final ContactUpdate UPDATE =
      ContactUpdate.builder().email("canary@example.com").build();

  @AutoClose private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          `` | [$: expected the rest of the JSON, found no JSON]
          ` ` | [$: expected the rest of the JSON, found no JSON]
          <html>OK</html> | [$: expected the rest of the JSON, found no JSON]
          OK | [$: expected the rest of the JSON, found no JSON]
          null | [$: expected a value, found null]
          true | [$: expected an object, found a boolean]
          200 | [$: expected an object, found an integer]
          "OK" | [$: expected an object, found a string]
          [] | [$: expected an object, found an empty array]
          [{"data":1}] | [$: expected an object, found an array]
          {"data":{}} more | [$: expected the rest of the JSON, found no JSON]
          """)
  void whatIsNoAnswerIsAnObservation(String body, String observations) {
    for (Crm crm : new Crm[] {Crm.ACQUIRE, Crm.LINQ, Crm.RAZE}) {
      UpdateResult result = result(crm, ByteString.encodeUtf8(body));

      assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
      assertThat(result.contact().fields()).isEmpty();
      assertThat(result.contact().id()).isEmpty();
      assertThat(result.body()).isEqualTo(body);
      assertThat(result.observations()).hasToString(observations);
    }
  }

  @ParameterizedTest
  @EnumSource
  void envelopeOfAnotherCrmIsAnObservation(Crm crm) {
    UpdateResult result =
        result(crm, ByteString.encodeUtf8("{\"result\":{\"email\":\"canary@example.com\"}}"));

    assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
    assertThat(result.observations())
        .containsExactly(new Observation("$.result", "no such property", "an object"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"x\"", "5", "[{}]", "true"})
  void envelopeWithSomethingElseInItIsAnObservation(String inside) {
    for (Crm crm : Crm.values()) {
      String name = crm == Crm.HIGHLEVEL ? "contact" : "data";

      UpdateResult result = result(crm, ByteString.encodeUtf8("{\"" + name + "\":" + inside + "}"));

      assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
      assertThat(result.observations()).extracting(Observation::path).containsExactly("$." + name);
    }
  }

  @ParameterizedTest
  @EnumSource
  void documentedExampleIsReadWhole(Crm crm) {
    UpdateResult result = result(crm, Answers.example(crm));

    assertThat(result.contact().email()).isPresent();
    assertThat(result.contact().id()).isPresent();
    assertThat(result.outcomes()).hasToString("{EMAIL=DIFFERENT}");
    assertThat(result.observations()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void truncatedExampleIsReadAsFarAsItGoes(Crm crm) {
    String example = Answers.example(crm).utf8().strip();
    Contact whole = result(crm, ByteString.encodeUtf8(example)).contact();
    List<ByteString> bodies = new ArrayList<>();
    for (int length = 0; length < example.length(); length++) {
      bodies.add(ByteString.encodeUtf8(example.substring(0, length)));
    }

    int fields = 0;
    for (ByteString body : bodies) {
      UpdateResult result = result(crm, body);

      assertThat(result.outcome(ContactField.EMAIL)).isIn(Outcome.NOT_ECHOED, Outcome.DIFFERENT);
      assertThat(result.observations())
          .extracting(Observation::expected)
          .contains("the rest of the JSON");
      assertThat(result.contact().fields()).hasSizeGreaterThanOrEqualTo(fields);
      assertThat(result.contact().fields())
          .filteredOn(field -> field != ContactField.TAGS && field != ContactField.CUSTOM_FIELDS)
          .allSatisfy(field -> assertThat(result.contact().get(field)).isEqualTo(whole.get(field)));
      fields = result.contact().fields().size();
    }

    assertThat(fields).isEqualTo(whole.fields().size());
  }

  @ParameterizedTest
  @EnumSource
  void byteOrderMarkIsNoPartOfTheAnswer(Crm crm) {
    ByteString body = new Buffer().writeUtf8("\uFEFF").write(Answers.example(crm)).readByteString();

    UpdateResult result = result(crm, body);

    assertThat(result.contact().email()).isPresent();
    assertThat(result.observations()).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreAnObservation() {
    ByteString body = ByteString.decodeHex("ff".repeat(64));

    UpdateResult result = result(Crm.LINQ, body);

    assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
    assertThat(result.observations())
        .containsExactly(
            new Observation("$", "UTF-8", "bytes that are none"),
            new Observation("$", "the rest of the JSON", "no JSON"));
  }

  @Test
  void answerThatNestsDeeplyIsAnObservation() {
    ByteString body =
        ByteString.encodeUtf8(
            "{\"data\":{\"email\":\"canary@example.com\",\"x\":" + "[".repeat(9999));

    UpdateResult result = result(Crm.LINQ, body);

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(result.observations()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 206, 299})
  void everyStatusOfSuccessIsASuccess(int status) {
    server.enqueue(new MockResponse.Builder().code(status).build());

    UpdateResult result = overHttp();

    assertThat(result.status()).isEqualTo(status);
    assertThat(result.outcomes()).hasToString("{EMAIL=NOT_ECHOED}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/problem+json", "image/png; x", "", "nonsense"})
  void contentTypeDoesNotMatter(String contentType) {
    server.enqueue(
        new MockResponse.Builder()
            .body("{\"data\":{\"email\":\"canary@example.com\"}}")
            .setHeader("Content-Type", contentType)
            .build());

    assertThat(overHttp().outcomes()).hasToString("{EMAIL=APPLIED}");
  }

  @Test
  void answerBeyondAMebibyteIsReadSoFar() {
    Buffer body = new Buffer().writeUtf8("{\"data\":{\"email\":\"canary@example.com\",\"x\":\"");
    body.writeUtf8("x".repeat(2 << 20)).writeUtf8("\"}}");
    server.enqueue(new MockResponse.Builder().body(body).build());

    UpdateResult result = overHttp();

    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(result.body()).hasSize(1 << 20);
    assertThat(result.observations())
        .contains(new Observation("$", "a whole answer", "a part of one"));
  }

  @Test
  void connectionThatBreaksDuringTheAnswerLeavesASuccess() {
    Buffer body = new Buffer().writeUtf8("{\"data\":{\"email\":\"canary@example.com\",\"x\":\"");
    body.writeUtf8("x".repeat(256 << 10)).writeUtf8("\"}}");
    server.enqueue(
        new MockResponse.Builder()
            .body(body)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    UpdateResult result = overHttp();

    assertThat(result.status()).isEqualTo(200);
    assertThat(result.outcomes()).hasToString("{EMAIL=APPLIED}");
    assertThat(result.observations())
        .contains(new Observation("$", "a whole answer", "a part of one"));
  }

  @Test
  void refusalWhoseBodyBreaksOffIsStillARefusal() {
    server.enqueue(
        new MockResponse.Builder()
            .code(404)
            .body(
                "{\"error_code\":\"CONTACT_NOT_FOUND\",\"message\":\""
                    + "x".repeat(256 << 10)
                    + "\"}")
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());

    assertThatThrownBy(this::overHttp)
        .isInstanceOf(ContactNotFoundException.class)
        .hasMessageStartingWith("Linq answered 404");
  }

  private UpdateResult overHttp() {
    return Accounts.at(Crm.LINQ).baseUrl(server.url("/").toString()).build().update("123", UPDATE);
  }

  private static UpdateResult result(Crm crm, ByteString body) {
    return Accounts.answering(crm, 200, body).build().update(Accounts.contactId(crm), UPDATE);
  }

  @Test
  void unreadableValueIsToldBesideAPropertyOfALongerName() {
    ByteString answer =
        ByteString.encodeUtf8("{\"contact\":{\"dateOfBirthday\":1,\"dateOfBirth\":\"soon\"}}");

    UpdateResult result =
        Accounts.answering(Crm.HIGHLEVEL, 200, answer)
            .build()
            .update("abc", ContactUpdate.builder().city("London").build());

    assertThat(result.observations())
        .extracting(Observation::path)
        .containsExactly("$.contact.dateOfBirthday", "$.contact.dateOfBirth");
  }
}
