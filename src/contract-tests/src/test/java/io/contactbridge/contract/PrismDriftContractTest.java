package io.contactbridge.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Sandbox;
import io.contactbridge.drift.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Checks a CRM on loopback through Prism's proxy. */
@EnabledIf("hasNode")
final class PrismDriftContractTest {
  private static final String ID = "987654";

  private static final String CONTACT =
      """
      {"id": 987654, "first_name": "Ada", "last_name": "King", "full_name": "Ada King",
        "email": "ada@example.org", "phone_number": "+12025550123", "company": "Engines",
        "title": "CTO", "location": "London", "image_url": null,
        "created_at": "2025-07-30T10:00:00.000-05:00",
        "updated_at": "2025-07-30T10:00:00.000-05:00",
        "contact_owner": {"id": 456, "email": "owner@example.org", "first_name": "Jane",
          "last_name": "Owner", "name": "Jane Owner"}}
      """;

  private static final JsonAdapter<Object> JSON = new Moshi.Builder().build().adapter(Object.class);

  private final MockWebServer linq = new MockWebServer();
  private final Map<String, Object> contact =
      new LinkedHashMap<>(YamlTree.object(YamlTree.tree(CONTACT)));
  private boolean numbersForTimes;
  private boolean refusing;

  static boolean hasNode() {
    return NpmMocks.missing().isEmpty();
  }

  @BeforeEach
  void start() throws IOException {
    linq.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request);
          }
        });
    linq.start();
  }

  @AfterEach
  void stop() {
    linq.close();
  }

  @Test
  void prismValidatesTheAnswersToTheSameCalls() {
    DriftReport report = report(ProjectFolders.ROOT, spec("", ""));

    assertThat(report.drifts()).isEmpty();
    assertThat(report.notes()).contains("Prism validated 6 answers.").noneMatch(this::isPrisms);
    assertThat(report.after()).isEqualTo(url() + " through Prism");
  }

  @Test
  void differenceThatOnlyPrismFindsIsReported() {
    String owner = "    ContactOwner:\n      type: object\n";
    Source small = spec(owner, owner + "      maxProperties: 3\n");

    DriftReport report = report(ProjectFolders.ROOT, small);

    assertThat(report.drifts())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.before()).contains("$.data.contact_owner in the answer 200");
              assertThat(drift.level()).isEqualTo(Level.MAY_BREAK);
              assertThat(drift.sentence())
                  .isEqualTo(
                      "The set of further rules of the property `$.data.contact_owner` in the answer"
                          + " 200 was `maxProperties: 3` and is now not given.");
            });
    assertThat(report.notes())
        .filteredOn(this::isPrisms)
        .containsExactly(
            "Only Prism objects to the property `$.data.contact_owner` in the answer 200"
                + " (maxProperties).");
  }

  @Test
  void differenceIsReportedOnlyOnce() {
    numbersForTimes = true;

    DriftReport report = report(ProjectFolders.ROOT, spec("", ""));

    assertThat(report.drifts())
        .singleElement()
        .extracting(Drift::before)
        .hasToString("Optional[$.data.created_at in the answer 200]");
    assertThat(report.notes()).noneMatch(this::isPrisms);
  }

  @Test
  void checkInWhichPrismValidatedNothingFails() {
    refusing = true;

    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(ProjectFolders.ROOT, spec("", "")))
        .withMessage(
            "Prism validated nothing, since no answer to PUT /contacts/{id} passed through it; the"
                + " check by itself found 1 entry");
  }

  @Test
  void specificationOfAnotherOperationCannotBeUsed() {
    Source other = spec("  /contacts/{id}:", "  /people/{id}:");

    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(ProjectFolders.ROOT, other))
        .withMessage(
            "linq.yaml has no operation at the path that the client of Linq calls, so Prism would"
                + " validate nothing");
  }

  @Test
  void unreadableSpecificationIsReported() {
    Source broken = spec("type: object", "type: objekt");

    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(ProjectFolders.ROOT, broken))
        .withMessageStartingWith(
            "Prism did not start: spec.yaml has a broken schema (PUT /contacts/{id}");
    assertThat(linq.getRequestCount()).isZero();
  }

  @Test
  void folderWithoutPrismIsReported(@TempDir Path folder) {
    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(() -> report(folder, spec("", "")))
        .withMessage(
            "Prism is started by mock/serve.js, which is not here; the command must be run in the"
                + " root folder of a checkout of ContactBridge");
  }

  private boolean isPrisms(String note) {
    return note.contains("Prism objects");
  }

  private DriftReport report(Path project, Source spec) {
    return DriftCheck.liveViaPrism(
            Crm.LINQ, spec, Sandbox.of(Crm.LINQ, variable -> "token"), url(), ID, project)
        .run();
  }

  private String url() {
    return linq.url("/api/partner/v2").toString();
  }

  /** Returns the specification with one text replaced by another. */
  private static Source spec(String text, String other) {
    try {
      String spec = Files.readString(ProjectFolders.ROOT.resolve("specs/linq.yaml"));
      assertThat(spec).contains(text);
      return Source.text("linq.yaml", spec.replace(text, other));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MockResponse answer(RecordedRequest request) {
    if (refusing) {
      String words = "Missing credentials: send the X-Api-Token header";
      return json(401, Map.of("errors", List.of(Map.of("detail", words))));
    }
    if (!request.getTarget().endsWith("/" + ID)) {
      return json(404, error("CONTACT_NOT_FOUND", "Contact not found"));
    }
    ByteString body = request.getBody();
    if (body != null && body.size() > 0) {
      Map<String, Object> asked =
          YamlTree.object(YamlTree.object(YamlTree.tree(body.utf8())).get("contact"));
      if (!(asked.get("email") instanceof String)) {
        return json(422, error("VALIDATION_ERROR", "contact.email must be a string"));
      }
      contact.putAll(asked);
    }
    Map<String, Object> answered = new LinkedHashMap<>(contact);
    if (numbersForTimes) {
      answered.put("created_at", 7);
    }
    return json(200, Map.of("data", answered));
  }

  private static Map<String, Object> error(String code, String words) {
    return Map.of(
        "status", "error", "error_code", code, "message", words, "errors", List.of(words));
  }

  private static MockResponse json(int status, Map<String, Object> body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(JSON.serializeNulls().toJson(body))
        .build();
  }
}
