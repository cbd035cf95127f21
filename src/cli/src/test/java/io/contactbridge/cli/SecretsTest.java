package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No credential is ever printed, and no error message quotes the contact. */
final class SecretsTest {
  private static final String CREDENTIAL = "canary-credential-7f3a9c";
  private static final String EMAIL = "canary-7f3a9c@example.com";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "ACQUIRE_ACCOUNT_ID", "acme",
          "ACQUIRE_API_KEY", CREDENTIAL,
          "HIGHLEVEL_ACCESS_TOKEN", CREDENTIAL,
          "LINQ_TOKEN", CREDENTIAL,
          "RAZE_API_KEY", CREDENTIAL);

  private final MockWebServer crm = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    crm.start();
  }

  @AfterEach
  void stop() {
    crm.close();
  }

  static Stream<Arguments> answers() {
    return Stream.of(Crm.values())
        .flatMap(
            name ->
                Stream.of(
                        answer(200, "{\"message\":\"" + CREDENTIAL + "\"}"),
                        answer(200, "<html>" + CREDENTIAL),
                        answer(302, CREDENTIAL),
                        answer(400, "{\"error\":{\"message\":\"not " + CREDENTIAL + "\"}}"),
                        answer(401, "{\"message\":\"unknown key " + CREDENTIAL + "\"}"),
                        answer(404, "{}"),
                        answer(409, "{\"errors\":[{\"detail\":\"" + CREDENTIAL + "\"}]}"),
                        answer(429, "[]"),
                        answer(502, "<html>" + CREDENTIAL + "</html>"),
                        new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build())
                    .map(answer -> Arguments.of(name, answer)));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void credentialIsNeverPrinted(Crm name, MockResponse answer) throws InterruptedException {
    for (List<String> more : List.of(List.<String>of(), List.of("--json"))) {
      crm.enqueue(answer);
      List<String> call =
          new ArrayList<>(List.of("update", Choice.word(name), "7", "--email", EMAIL));
      call.addAll(List.of("--retries=0", "--base-url=" + crm.url("/")));
      call.addAll(more);

      Run run = Run.in(ENVIRONMENT, call.toArray(new String[0]));

      assertThat(crm.takeRequest().getHeaders().toMultimap().toString()).contains(CREDENTIAL);
      assertThat(run.out() + run.err()).isNotEmpty().doesNotContain(CREDENTIAL);
      assertThat(run.err()).doesNotContain(EMAIL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void planShowsNeitherAnswerNorCredential(Crm name) {
    Run run = Run.in(ENVIRONMENT, "plan", Choice.word(name), "7", "--email", EMAIL, "--json");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains(EMAIL, "***").doesNotContain(CREDENTIAL);
    assertThat(run.err()).isEmpty();
    assertThat(crm.getRequestCount()).isZero();
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }
}
