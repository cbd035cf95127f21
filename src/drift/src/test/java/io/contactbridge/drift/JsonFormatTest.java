package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import io.contactbridge.drift.internal.source.LocalFile;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

final class JsonFormatTest {
  @Test
  void reportIsAsTheSchemaSays() {
    assertThat(errors("drift-report.schema.json", Runs.everything().write(ReportFormat.JSON)))
        .isEmpty();
  }

  @Test
  void reportWithStaleAcknowledgementsIsAsTheSchemaSays() {
    DriftRun run =
        Runs.of(
            Runs.acknowledged(
                """
                - {fingerprint: 0123456789ab, reason: a, owner: b, expires: 2026-01-01}
                - {fingerprint: abc, crm: linq, comparison: spec, reason: a, owner: b, expires: 2026-12-31}
                """),
            Runs.finding(Runs.REMOVED));

    String json = run.write(ReportFormat.JSON);

    assertThat(errors("drift-report.schema.json", json)).isEmpty();
    assertThat(json).contains("\"state\": \"EXPIRED\"", "\"state\": \"UNMATCHED\"");
  }

  @Test
  void driftHasBothEndsAndWhetherItCounts() {
    String json = Runs.of(Runs.finding(Runs.SHORTER)).write(ReportFormat.JSON);

    assertThat(new Yaml().<Map<String, Object>>load(json))
        .containsEntry("exitCode", 1)
        .extractingByKey("checks", InstanceOfAssertFactories.LIST)
        .first(InstanceOfAssertFactories.MAP)
        .containsEntry("couldNotCheck", null)
        .containsEntry("factsCompared", 412)
        .extractingByKey("drifts", InstanceOfAssertFactories.LIST)
        .first(InstanceOfAssertFactories.MAP)
        .containsEntry("kind", "max-length-changed")
        .containsEntry("counts", true)
        .containsEntry("fields", List.of("EMAIL"))
        .extractingByKey("after", InstanceOfAssertFactories.MAP)
        .containsEntry("place", "$.contact.title in the request")
        .containsEntry("value", "5");
  }

  @Test
  void schemaFindsAPropertyThatIsGone() {
    String json = Runs.everything().write(ReportFormat.JSON).replace("\"counts\"", "\"count\"");

    assertThat(errors("drift-report.schema.json", json)).isNotEmpty();
  }

  /** Holds JSON against a schema among the resources. */
  static List<String> errors(String schema, String json) {
    Validator.Result result =
        new ValidatorFactory()
            .withJsonNodeFactory(new SnakeYamlNode.Factory())
            .validate(LocalFile.resource(schema), json);
    return result.getErrors().stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getError())
        .toList();
  }
}
