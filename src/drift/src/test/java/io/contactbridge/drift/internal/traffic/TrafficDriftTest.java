package io.contactbridge.drift.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Specs;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TrafficDriftTest {
  private static final String URL = "https://api.linqapp.com/api/partner/v2/contacts/123";
  private static final String SENT = "{'contact': {'email': 'ada@example.com'}}";
  private static final String CONTACT =
      "{'data': {'id': 123, 'email': 'ada@example.com', 'title': 'CTO',"
          + " 'created_at': '2025-07-30T10:00:00.000-05:00'}}";

  @Test
  void trafficAsSpecifiedIsNoDriftAndSaysHowMuchThatCovers() {
    DriftReport report = report(line(200, CONTACT));

    assertThat(report.drifts()).isEmpty();
    assertThat(report.checked()).isPositive();
    assertThat(report.notes())
        .contains("`linq.ndjson` has 1 answer of the operation.")
        .anyMatch(
            note -> note.matches("This exercised \\d+ of the \\d+ facts of the specification."))
        .contains("Answers that did not come: `401`, `404`, `422`, `429`, `500`.");
  }

  @Test
  void otherSpellingsOfTheSameAreNoDrift() {
    String body = "{'data': {'title': null, 'id': 123.0, 'created_at': '2025-07-30T15:00:00Z'}}";

    assertThat(changes(line(200, body.replace("null", "'CTO'"), "Application/JSON; charset=utf-8")))
        .isEmpty();
  }

  @Test
  void aPropertyOfAnotherNameIsARename() {
    assertThat(changes(line(200, CONTACT.replace("'email'", "'email_address'"))))
        .containsExactly(
            "RENAMED $.data.email in the answer 200 -> $.data.email_address in the answer 200");
  }

  @Test
  void anEnvelopeThatIsGoneIsOneChange() {
    String bare = CONTACT.substring("{'data': ".length(), CONTACT.length() - 1);

    assertThat(changes(line(200, bare))).hasSize(1).allMatch(change -> change.startsWith("MOVED"));
  }

  @Test
  void valuesOfAnotherFormAreDrift() {
    assertThat(changes(line(200, CONTACT.replace("123", "'123'"))))
        .containsExactly("CHANGED TYPE $.data.id in the answer 200: integer -> string");
    assertThat(changes(line(200, CONTACT.replaceAll("'2025[^']*'", "1753887600"))))
        .containsExactly("CHANGED TYPE $.data.created_at in the answer 200: string -> integer");
    assertThat(changes(line(200, CONTACT.replaceAll("'2025[^']*'", "'30/07/2025'"))))
        .containsExactly(
            "CHANGED FORMAT $.data.created_at in the answer 200: date-time -> date in another"
                + " form");
    assertThat(changes(line(200, CONTACT.replace("'CTO'", "null"))))
        .containsExactly("CHANGED NULLABLE $.data.title in the answer 200: false -> true");
  }

  @Test
  void statusesPagesAndRedirectsAreCompared() {
    assertThat(changes(line(202, CONTACT)))
        .containsExactly("RENAMED the answer 200 -> the answer 202");
    assertThat(changes(line(418, "{'message': 'short and stout'}")))
        .containsExactly("ADDED -> the answer 418");
    assertThat(changes(line(404, "<html>Not here</html>", "text/html")))
        .containsExactly("CHANGED CONTENT_TYPES the answer 404: [application/json] -> [text/html]");
    assertThat(
            changes(
                line(301, "", "text/html', 'Location': 'https://api.linqapp.com/v3/people/123")))
        .containsExactly("CHANGED PATH the operation: /contacts/{id} -> /v3/people/{id}");
  }

  @Test
  void aDeprecationHeaderDeprecatesTheOperation() {
    assertThat(changes(line(200, CONTACT, "application/json', 'Sunset': 'Sat, 01 May 2027")))
        .containsExactly("CHANGED DEPRECATED the operation: false -> true");
  }

  @Test
  void aPartThatWasAlwaysThereIsMissed() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      lines.add(line(200, i < 3 ? CONTACT : CONTACT.replace(" 'title': 'CTO',", "")));
    }

    assertThat(changes(String.join("\n", lines)))
        .containsExactly("REMOVED $.data.title in the answer 200 ->");
    assertThat(changes(String.join("\n", lines.subList(3, 6)))).isEmpty();
  }

  @Test
  void anEarlierRecordingIsABaseline() {
    String older = String.join("\n", line(200, CONTACT), line(200, CONTACT), line(200, CONTACT));
    String newer = older.replace(" \\\"title\\\": \\\"CTO\\\",", "");

    assertThat(shown(report(newer, older)))
        .containsExactly("REMOVED $.data.title in the answer 200 ->");
  }

  @Test
  void aBaselineWithoutTheOperationIsNone() {
    String other = line(200, CONTACT).replace("/contacts/", "/companies/");

    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(line(200, CONTACT), other))
        .withMessage("older.ndjson has no answer to PUT /contacts/{id}, so nothing was checked");
  }

  @Test
  void aRefusalOfWhatTheSpecificationAllowsIsExplained() {
    String refusal =
        "{'status': 'error', 'error_code': 'VALIDATION_ERROR', 'message': 'Validation failed',"
            + " 'errors': ['contact.email is not allowed', 'contact.region is required']}";

    assertThat(changes(line(422, refusal)))
        .containsExactlyInAnyOrder(
            "CHANGED FURTHER_RULES $.contact.email in the request: null -> [a value that the"
                + " specification allows was answered 422]",
            "ADDED -> $.contact.region in the request");
  }

  @Test
  void updatesThatNoLongerSucceedAreNeverNoDrift() {
    String older = String.join("\n", line(200, CONTACT), line(200, CONTACT), line(200, CONTACT));
    String token = "{'errors': [{'status': 401, 'code': '1001', 'detail': 'Go away'}]}";
    String terse = "{'error': 'invalid'}";

    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(older.replaceAll("(?m)^.*$", line401(token)), older))
        .withMessageStartingWith(
            "No update succeeded any more, so how success looks was not checked; the answers were 3"
                + " times 401.");
    assertThat(report(lines(422, terse), older).drifts())
        .anyMatch(drift -> drift.level() == Level.BREAKS);
  }

  @Test
  void aPropertyThatIsRefusedWheneverItIsSentIsFoundWithoutWords() {
    String titled = SENT.replace("}}", ", 'title': 'CTO'}}");
    String terse = line(422, "{'error': 'invalid'}").replace(escaped(SENT), escaped(titled));

    assertThat(changes(String.join("\n", line(200, CONTACT), terse)))
        .contains(
            "CHANGED FURTHER_RULES $.contact.title in the request: null -> [a value that the"
                + " specification allows was answered 422]");
  }

  private static String lines(int status, String body) {
    return String.join("\n", line(status, body), line(status, body), line(status, body));
  }

  private static String line401(String body) {
    return java.util.regex.Matcher.quoteReplacement(line(401, body));
  }

  private static String escaped(String json) {
    return quoted(json);
  }

  @Test
  void observationsOfProductionAreCompared() {
    assertThat(
            changes(
                "{'path': '$.data.title', 'expected': 'a string', 'found': 'an object'}"
                    .replace('\'', '"')))
        .containsExactly("CHANGED TYPE $.data.title in the answer 200: string -> object|string");
  }

  @Test
  void readsAHarFile() {
    String har = "{\"log\": {\"entries\": [" + line(200, CONTACT.replace("'id'", "'uid'")) + "]}}";

    assertThat(changes(har)).isNotEmpty();
  }

  @Test
  void brokenLinesAreReported() {
    assertThat(report(line(200, CONTACT) + "\n{\"half\": ").notes())
        .contains("1 line or entry could not be read, the first of them number 2.");
  }

  @Test
  void noReportHasAValueOfTheContact() {
    DriftReport report = report(line(200, CONTACT.replace("'CTO'", "['secret']")));

    assertThat(report.toString()).doesNotContain("secret", "ada@example.com");
  }

  @Test
  void aRecordingWithoutTheOperationCouldNotBeChecked() {
    refuses("", "linq.ndjson is empty, so nothing was checked");
    refuses(
        line(200, CONTACT).replace("/contacts/", "/chats/"),
        "linq.ndjson has no answer to PUT /contacts/{id}, so nothing was checked");
    refuses(
        "hello",
        "linq.ndjson is no recording: a HAR file has log.entries, and each line of an NDJSON file"
            + " is an exchange with request and response, or an observation with path, expected"
            + " and found");
  }

  private static void refuses(String text, String message) {
    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(text))
        .withMessage(message);
  }

  private static List<String> changes(String text) {
    return shown(report(text));
  }

  private static List<String> shown(DriftReport report) {
    return report.drifts().stream().map(drift -> shown(drift.change())).toList();
  }

  private static String shown(Change change) {
    if (change.aspect() != null) {
      return "CHANGED %s %s: %s -> %s"
          .formatted(change.aspect(), change.before(), change.oldValue(), change.newValue());
    }
    String before = change.before() == null ? "" : " " + change.before();
    String after = change.after() == null ? "" : " " + change.after();
    return change.kind() + before + " ->" + after;
  }

  private static DriftReport report(String text) {
    return report(text, null);
  }

  private static DriftReport report(String text, @Nullable String baseline) {
    return TrafficDrift.report(
        Crm.LINQ,
        SpecReader.read("specs/linq.yaml", Specs.text(Crm.LINQ)),
        "linq.ndjson",
        text,
        baseline == null ? null : "older.ndjson",
        baseline);
  }

  private static String line(int status, String body) {
    return line(status, body, "application/json");
  }

  private static String line(int status, String body, String contentType) {
    return ("{'request': {'method': 'PUT', 'url': '"
            + URL
            + "', 'headers': [], 'postData': {'text': "
            + quoted(SENT)
            + "}}, 'response': {'status': "
            + status
            + ", 'headers': {'Content-Type': '"
            + contentType
            + "'}, 'content': {'text': "
            + quoted(body)
            + "}}}")
        .replace('\'', '"');
  }

  private static String quoted(String json) {
    return JsonValue.write(json.replace('\'', '"'));
  }
}
