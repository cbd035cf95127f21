package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SarifFormatTest {
  @Test
  void logIsAsTheStandardSays() {
    assertThat(
            JsonFormatTest.errors(
                "sarif-2.1.0-excerpt.schema.json", Runs.everything().write(ReportFormat.SARIF)))
        .isEmpty();
  }

  @Test
  void excerptOfTheStandardFindsWhatIsMissing() {
    String sarif =
        Runs.everything().write(ReportFormat.SARIF).replace("\"executionSuccessful\"", "\"x\"");

    assertThat(JsonFormatTest.errors("sarif-2.1.0-excerpt.schema.json", sarif)).isNotEmpty();
  }

  @Test
  void resultPointsToFileAndLineAndHasTheFingerprint() {
    assertThat(Runs.of(Runs.finding(Runs.REMOVED)).write(ReportFormat.SARIF))
        .contains(
            """
                      "ruleId": "removed",
                      "ruleIndex": 0,
                      "level": "error",
                      "message": {
                        "text": "The property `$.contact.email` is gone from the request. An update of EMAIL would be refused."
                      },
                      "locations": [
                        {
                          "physicalLocation": {
                            "artifactLocation": {
                              "uri": "specs/linq.yaml"
                            },
                            "region": {
                              "startLine": 120
                            }
                          },
                          "logicalLocations": [
                            {
                              "fullyQualifiedName": "$.contact.email in the request"
                            }
                          ]
                        }
                      ],
                      "partialFingerprints": {
                        "contactbridgeDrift/v1": "0123456789ab"
                      }
            """);
  }

  @Test
  void acknowledgedDriftIsSuppressed() {
    assertThat(Runs.everything().write(ReportFormat.SARIF))
        .containsOnlyOnce("\"suppressions\"")
        .contains("\"justification\": \"Acknowledged by ada until 2026-12-31: Agreed with Linq\"");
  }

  @Test
  void aFailedComparisonIsNoSuccess() {
    assertThat(Runs.of(Runs.failing("docs", Crm.RAZE, "no page")).write(ReportFormat.SARIF))
        .contains("\"executionSuccessful\": false", "\"exitCode\": 2", ": no page\"");
    assertThat(
            Runs.of(Runs.check("docs", Crm.RAZE, 1, List.of("all read"))).write(ReportFormat.SARIF))
        .contains("\"executionSuccessful\": true", ": all read\"");
  }
}
