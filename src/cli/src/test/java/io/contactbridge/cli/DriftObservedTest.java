package io.contactbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparisons with what a CRM was seen to do. */
final class DriftObservedTest {
  private static final String EXCHANGE =
      """
      {"log": {"entries": [{
        "startedDateTime": "2026-11-01T10:00:00Z",
        "request": {
          "method": "PUT",
          "url": "https://api.linqapp.com/api/partner/v2/contacts/987654",
          "headers": [
            {"name": "Authorization", "value": "Bearer s3cret"},
            {"name": "Content-Type", "value": "application/json"}],
          "postData": {
            "mimeType": "application/json",
            "text": "{\\"contact\\": {\\"email\\": \\"ada@example.com\\"}}"}},
        "response": {
          "status": 200,
          "headers": [{"name": "Content-Type", "value": "application/json"}],
          "content": {
            "mimeType": "application/json",
            "text": "{\\"data\\": {\\"id\\": \\"987654\\", \\"mail\\": \\"ada@example.com\\"}}"}}}]}}
      """;

  private final Path folder;

  DriftObservedTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void driftInTrafficIsOne() throws IOException {
    Run run = Run.of("drift", "traffic", "linq", recording(EXCHANGE));

    assertThat(run.exitCode()).isOne();
    assertThat(run.out())
        .contains(
            "  breaking: The property `$.data.email` in the answer 200 is now called"
                + " `$.data.mail`.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "markdown", "junit", "sarif", "github"})
  void noReportHoldsWhatWasSaid(String format) throws IOException {
    Run run = Run.of("drift", "traffic", "linq", recording(EXCHANGE), "--format", format);

    assertThat(run.out()).contains("$.data.mail").doesNotContain("ada@", "s3cret", "987654");
  }

  @Test
  void recordingOfNothingIsTwo() throws IOException {
    String file = recording("{\"log\": {\"entries\": []}}");

    Run run = Run.of("drift", "traffic", "linq", file);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains(
            "  could not check: "
                + file
                + " has no answer to PUT /contacts/{id}, so nothing was checked\n");
  }

  @Test
  void crmThatDoesNotAnswerIsTwo() {
    Run run =
        Run.in(
            Map.of("LINQ_TOKEN", "s3cret"),
            "drift",
            "live",
            "linq",
            "--contact",
            "987654",
            "--base-url",
            "http://127.0.0.1:9");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out())
        .contains(
            "  could not check: Linq gave no answer when the contact was read, so nothing was"
                + " changed or checked\n")
        .doesNotContain("s3cret", "987654");
  }

  private String recording(String text) throws IOException {
    return Files.writeString(folder.resolve("calls.har"), text).toString();
  }
}
