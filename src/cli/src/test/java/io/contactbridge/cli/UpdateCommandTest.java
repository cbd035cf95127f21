package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UpdateCommandTest {
  private static final Map<String, String> LINQ = Map.of("LINQ_TOKEN", "s3cret");

  private static final String CONTACT =
      """
      {"data": {"id": 123, "first_name": "Augusta", "email": "ADA@example.com",
        "phone_number": "+12025550123", "title": 7}}
      """;

  private final MockWebServer crm = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    crm.start();
  }

  @AfterEach
  void stop() {
    crm.close();
  }

  @Test
  void showsTheRequestAndTheOutcomes() {
    answer(200, CONTACT);

    Run run =
        update(
            "--first-name",
            "Ada",
            "--email",
            "ada@example.com",
            "--phone",
            "+1 202-555-0123",
            "--company",
            "Acme");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                PUT %scontacts/123

                {
                  "contact": {
                    "first_name": "Ada",
                    "email": "ada@example.com",
                    "phone_number": "+12025550123",
                    "company": "Acme"
                  }
                }

                Linq answered 200
                  id          123
                  first-name  Augusta
                  email       ADA@example.com
                  phone       +12025550123
                  job-title   7

                ≠ first-name  different   asked "Ada", answered "Augusta"
                ≈ email       normalised
                ✓ phone       applied     written in E.164 form
                ? company     not echoed

                because: first-name: the answer has another value in $.data.first_name
                because: company: the answer lacks $.data.company

                warning: the owner may change without OWNER: Linq's page says that\
                 only what is sent changes, and that the owner defaults to the first admin user

                not as specified: $.data.title: expected a string, found an integer
                """
                    .formatted(crm.url("/")),
                ""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          linq | --first-name Ada | {"data": {"first_name": null}} | ≠ first-name  different  asked "Ada", answered no value
          highlevel | --clear source | {"contact": {"source": "web"}} | ≠ source  different  asked no value, answered "web", cleared
          highlevel | --tag a --tag b | {"contact": {"tags": ["a"]}} | ≠ tag  different  asked ["a","b"], answered ["a"]
          highlevel | --date-of-birth 1815-12-10 | {"contact": {"dateOfBirth": "1815-12-11"}} | ≠ date-of-birth  different  asked "1815-12-10", answered "1815-12-11"
          raze | --custom size=1 | {"data": {"custom_fields": {"size": 2, "colour": "red"}}} | ≠ custom  different  asked {"size":1}, answered {"size":2}
          raze | --first-name Ada --last-name Byron | {"data": {"name": "Ada"}} | ≠ last-name   different  asked "Ada Byron", answered "Ada", first and last name joined by a blank
          """,
      quoteCharacter = '\0')
  void differentValueIsShownAsSentAndAsAnswered(
      String name, String options, String answer, String line) {
    answer(200, answer);
    Stream<String> call = Stream.of("update", name, "123", "--mock=" + crm.url("/"));

    Run run = Run.of(Stream.concat(call, Arrays.stream(options.split(" "))).toArray(String[]::new));

    assertThat(run.out()).contains(line + "\n");
  }

  @Test
  void jsonHasTheSameContent() {
    answer(200, CONTACT);

    assertThat(update("--email", "ada@example.com", "--json"))
        .isEqualTo(
            new Run(
                0,
                """
                {"crm":"LINQ","id":"123","sent":{"method":"PUT","url":"%scontacts/123",\
                "headers":{"X-LINQ-INTEGRATION-TOKEN":"***","Accept":"application/json",\
                "User-Agent":"ContactBridge/0","Content-Type":"application/json"},\
                "body":{"contact":{"email":"ada@example.com"}}},"status":200,"attempts":1,\
                "fields":[{"field":"EMAIL","fate":"SENT","path":"$.contact.email",\
                "source":"specs/linq.yaml#/components/schemas/ContactInput/properties/email","detail":null,\
                "evidence":"PAGE","outcome":"NORMALISED","reason":null}],\
                "customFields":[],"undocumented":[],\
                "contact":{"id":"123","fields":{"FIRST_NAME":"Augusta","EMAIL":"ADA@example.com",\
                "PHONE":"+12025550123","JOB_TITLE":"7"}},\
                "observations":[{"path":"$.data.title","expected":"a string",\
                "found":"an integer"}],\
                "warnings":["the owner may change without OWNER: Linq's page says\
                 that only what is sent changes, and that the owner defaults to the first admin\
                 user"]}
                """
                    .formatted(crm.url("/")),
                ""));
  }

  @Test
  void credentialIsSentButNotPrinted() throws InterruptedException {
    answer(200, CONTACT);

    Run run = update("--email", "ada@example.com", "--json");

    assertThat(crm.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN")).isEqualTo("s3cret");
    assertThat(run.out() + run.err()).doesNotContain("s3cret");
  }

  @Test
  void strictExitsWithOneForADifferentValue() {
    answer(200, CONTACT);
    answer(200, CONTACT);

    assertThat(update("--strict", "--first-name", "Ada").exitCode()).isEqualTo(1);
    assertThat(update("--strict", "--email", "ada@example.com").exitCode()).isZero();
  }

  @Test
  void strictExitsWithOneForAFieldThatRazeIgnores() {
    answer(
        200, "{\"success\":true,\"data\":{\"id\":\"abc\",\"title\":\"CEO\",\"profile_url\":null}}");

    Run run =
        Run.of(
            "update",
            "raze",
            "abc",
            "--job-title=CTO",
            "--linkedin-url=https://www.linkedin.com/in/ada",
            "--strict",
            "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("≠ job-title     different  asked \"CTO\", answered \"CEO\"\n")
        .contains("≠ linkedin-url  different  asked \"https://www.linkedin.com/in/ada\"")
        .contains("\nbecause: job-title: the answer has another value in $.data.title; observed: ")
        .contains("\nwarning: JOB_TITLE, observed at Raze: The server reads `title`")
        .contains("\nwarning: LINKEDIN_URL, observed at Raze: The server ignores");
  }

  @Test
  void strictExitsWithOneForADenial() {
    answer(
        200,
        "{\"success\":\"false\",\"message\":\"No such plan\",\"data\":{\"email\":\"a@b.co\"}}");

    Run run =
        Run.of("update", "raze", "abc", "--email=a@b.co", "--strict", "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("because: email: Raze denies the change in $.success: No such plan\n");
  }

  @ParameterizedTest
  @CsvSource({"--strict, 0", "--strict=applied, 0", "--strict=confirmed, 1"})
  void strictConfirmedNeedsEveryValueInTheAnswer(String strict, int exitCode) {
    answer(200, "<html>");

    assertThat(update(strict, "--email", "ada@example.com").exitCode()).isEqualTo(exitCode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $.title=CTO | "title": "CTO"
          $.title=7 | "title": 7
          $.title="7" | "title": "7"
          $.title=null | "title": null
          $.title="null" | "title": "null"
          $.title= | "title": ""
          $.title=a=b | "title": "a=b"
          $.title=[1] | "title": [
          """,
      quoteCharacter = '\0')
  void undocumentedValueIsSentAndVerified(String option, String member) {
    answer(200, "{\"data\": {\"title\": \"CTO\"}}");

    Run run = Run.of("update", "raze", "abc", "--undocumented", option, "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(member)
        .contains(option.equals("$.title=CTO") ? "✓ $.title  applied\n" : "≠ $.title  different\n")
        .contains("warning: $.title is not documented at Raze");
  }

  @ParameterizedTest
  @CsvSource({
    "title, an undocumented value must have the form PATH=VALUE",
    "=title, an undocumented value must have the form PATH=VALUE",
    "title=1, the path of a property is like $.title",
    "$.position=1, $.position is documented at Raze",
  })
  void invalidUndocumentedValueIsRefused(String option, String words) {
    Run run = Run.of("update", "raze", "abc", "--undocumented", option, "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(words);
  }

  @Test
  void eachCustomFieldHasItsOutcome() {
    answer(200, "{\"data\": {\"custom_fields\": {\"a\": 1, \"b\": 3}}}");
    answer(200, "{\"data\": {\"custom_fields\": {\"a\": 1, \"b\": 3}}}");
    String mock = "--mock=" + crm.url("/");

    assertThat(Run.of("update", "raze", "abc", "--custom=a=1", "--custom=b=2", mock).out())
        .contains("✓ custom a  applied\n", "≠ custom b  different\n");
    assertThat(
            Run.of("update", "raze", "abc", "--custom=a=1", "--custom=b=2", "--json", mock).out())
        .contains(
            "\"customFields\":[{\"key\":\"a\",\"outcome\":\"APPLIED\",\"reason\":null},"
                + "{\"key\":\"b\",\"outcome\":\"DIFFERENT\",\"reason\":\"the answer has another");
  }

  @Test
  void conflictNamesTheOtherContact() {
    answer(
        400,
        "{\"statusCode\":400,\"message\":\"This location does not allow duplicated contacts.\","
            + "\"meta\":{\"contactId\":\"4gZ1a2b3\",\"matchingField\":\"email\"}}");

    Run run =
        Run.of("update", "highlevel", "abc", "--email=a@b.co", "--json", "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isEqualTo(5);
    assertThat(run.out())
        .contains("\"conflictingContactId\":\"4gZ1a2b3\",\"matchingField\":\"email\"");
    assertThat(run.err()).contains("the conflict is with the contact 4gZ1a2b3 in email");
  }

  @ParameterizedTest
  @CsvSource({
    "400, 5, INVALID",
    "401, 3, CREDENTIALS",
    "404, 6, UNAVAILABLE",
    "409, 5, CONFLICT",
    "429, 6, RATE_LIMITED",
    "503, 6, UNAVAILABLE",
  })
  void exitCodeDependsOnTheStatus(int status, int exitCode, String kind) {
    answer(status, "{\"message\": \"No\"}");

    Run run = update("--email", "ada@example.com", "--json");

    assertThat(run.exitCode()).isEqualTo(exitCode);
    assertThat(run.err()).startsWith("contactbridge: Linq answered " + status + ": No");
    assertThat(run.out())
        .startsWith(
            "{\"error\":{\"kind\":\"%s\",\"crm\":\"LINQ\",\"status\":%d,\"code\":null,"
                .formatted(kind, status));
  }

  @Test
  void refusalQuotesTheCrm() {
    answer(404, "{\"error_code\": \"CONTACT_NOT_FOUND\", \"message\": \"Contact\\nnot found\"}");

    assertThat(update("--email", "ada@example.com"))
        .isEqualTo(
            new Run(
                4,
                "",
                "contactbridge: Linq answered 404: Contact not found (CONTACT_NOT_FOUND)\n"));
  }

  @Test
  void rateLimitIsReportedAsJson() {
    crm.enqueue(
        new MockResponse.Builder()
            .code(429)
            .setHeader("Retry-After", "7")
            .setHeader("X-Request-Id", "r1")
            .body("{\"error_code\": \"SLOW_DOWN\", \"message\": \"Too many\"}")
            .build());

    assertThat(update("--email", "ada@example.com", "--json"))
        .isEqualTo(
            new Run(
                6,
                """
                {"error":{"kind":"RATE_LIMITED","crm":"LINQ","status":429,"code":"SLOW_DOWN",\
                "message":"Linq answered 429: Too many (SLOW_DOWN) (request r1)",\
                "details":[],"requestId":"r1","attempts":1,"mayHaveBeenApplied":false,\
                "retryAfterSeconds":7}}
                """,
                "contactbridge: Linq answered 429: Too many (SLOW_DOWN) (request r1)\n"));
  }

  @Test
  void missingAnswerMayMeanTheChangeWasApplied() throws IOException {
    Run run =
        Run.in(
            LINQ,
            "update",
            "linq",
            "123",
            "--email",
            "ada@example.com",
            "--json",
            "--base-url=http://127.0.0.1:" + freePort());

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.out())
        .endsWith("\"requestId\":null,\"attempts\":3,\"mayHaveBeenApplied\":false}}\n");
  }

  @Test
  void retriesAsOftenAsConfigured() {
    answer(503, "{}");
    answer(200, CONTACT);

    Run run =
        Run.in(
            LINQ,
            "update",
            "linq",
            "123",
            "--first-name=Ada",
            "--retries=1",
            "--json",
            "--base-url=" + crm.url("/"));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\"status\":200,\"attempts\":2,");
  }

  @Test
  void deadlineEndsBeforeTheWaitThatTheCrmAsksFor() {
    crm.enqueue(new MockResponse.Builder().code(503).setHeader("Retry-After", "6").build());

    Run run =
        Run.in(
            LINQ,
            "update",
            "linq",
            "123",
            "--first-name=Ada",
            "--deadline=5s",
            "--base-url=" + crm.url("/"));

    assertThat(run)
        .isEqualTo(
            new Run(
                6,
                "",
                "contactbridge: Linq answered 503: the answer is not JSON; the deadline leaves no"
                    + " time for a retry; the change may have been applied, and may be sent"
                    + " again\n"));
  }

  @Test
  void missingMockIsReportedWithTheRemedy() throws IOException {
    String mock = "http://127.0.0.1:" + freePort();

    assertThat(Run.of("update", "linq", "123", "--email", "ada@example.com", "--mock=" + mock))
        .isEqualTo(
            new Run(
                6,
                "",
                "contactbridge: no mock answers at " + mock + "; start it with mock/start\n"));
  }

  @Test
  void mockNeedsNoCredentialsAndGetsNoRealOnes() throws InterruptedException {
    answer(200, CONTACT);

    Run run = Run.in(LINQ, "update", "linq", "123", "--email", "a@b.co", "--mock=" + crm.url("/"));

    assertThat(run.exitCode()).isZero();
    assertThat(crm.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN")).isEqualTo("mock");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          acquire   | Acquire needs credentials; set ACQUIRE_ACCOUNT_ID and ACQUIRE_API_KEY in the environment
          highlevel | HighLevel needs credentials; set HIGHLEVEL_ACCESS_TOKEN in the environment
          linq      | Linq needs credentials; set LINQ_TOKEN in the environment
          raze      | Raze needs credentials; set RAZE_API_KEY in the environment
          """)
  void missingCredentialsAreNamed(String name, String sentence) {
    assertThat(Run.of("update", name, "123", "--email", "ada@example.com"))
        .isEqualTo(new Run(3, "", "contactbridge: " + sentence + "\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret\n", "s3 cret", "s3crét"})
  void invalidCredentialIsNotQuoted(String token) {
    assertThat(Run.in(Map.of("LINQ_TOKEN", token), "update", "linq", "1", "--email", "a@b.co"))
        .isEqualTo(
            new Run(
                3,
                "",
                "contactbridge: LINQ_TOKEN is not a valid credential: it has a space, a line"
                    + " break or a character that is not ASCII\n"));
  }

  @Test
  void keyInPlaceOfTheAccountIsNotQuoted() {
    Map<String, String> swapped =
        Map.of("ACQUIRE_ACCOUNT_ID", "sk_s3cret", "ACQUIRE_API_KEY", "ada");

    assertThat(Run.in(swapped, "update", "acquire", "2", "--email", "a@b.co"))
        .isEqualTo(
            new Run(
                3,
                "",
                "contactbridge: ACQUIRE_ACCOUNT_ID: account_id is one DNS label (letters, digits"
                    + " and inner hyphens, at most 63), unlike what was given\n"));
  }

  @Test
  void onlyTerminalsGetColours() {
    answer(200, CONTACT);
    answer(200, CONTACT);

    assertThat(update("--first-name", "Ada").out()).doesNotContain("\u001b");
    assertThat(update(true, "--first-name", "Ada").out())
        .contains("\u001b[1mLinq answered 200\u001b[0m\n", "\u001b[31m≠\u001b[0m first-name");
  }

  @Test
  void controlCharactersOfAnAnswerAreRemoved() {
    answer(200, "{\"data\": {\"first_name\": \"A\\u001b[2Jda\\nLovelace\"}}");

    assertThat(update("--first-name", "Ada").out()).contains("  first-name  A [2Jda Lovelace\n");
  }

  private void answer(int status, String body) {
    crm.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private Run update(String... options) {
    return update(false, options);
  }

  private Run update(boolean coloured, String... options) {
    Stream<String> call =
        Stream.of("update", "linq", "123", "--retries=0", "--base-url=" + crm.url("/"));
    return Run.in(
        LINQ, coloured, Stream.concat(call, Arrays.stream(options)).toArray(String[]::new));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
