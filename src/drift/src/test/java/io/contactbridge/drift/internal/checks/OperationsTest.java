package io.contactbridge.drift.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents with other operations than the one that the facade calls, and of several files. */
final class OperationsTest {
  private static final String GET =
      """
          get:
            operationId: getContact
            parameters:
              - $ref: "#/components/parameters/id"
            responses:
              "200": {description: It., content: {application/json: {schema: {type: %s}}}}
      """;

  @Test
  void anotherOperationBesideOursHidesNothing() {
    String renamed = Specs.text(Crm.LINQ, "        user_email:\n", "        owner_email:\n");

    assertThat(sentences(Specs.text(Crm.LINQ), withGet(renamed, "object")))
        .containsExactly(
            "BREAKS The property `$.user_email` in the request is now called `$.owner_email`.",
            "NO_EFFECT The operation `GET /contacts/{id}` is new.");
  }

  @Test
  void changesOfAnotherOperationHaveItsName() {
    String text = Specs.text(Crm.LINQ);

    assertThat(sentences(withGet(text, "object"), withGet(text, "array")))
        .containsExactly(
            "MAY_BREAK In `GET /contacts/{id}`: The type of the body of the answer 200 was `object`"
                + " and is now `array`.");
  }

  @Test
  void anOperationThatIsGoneBreaks() {
    String both = withGet(Specs.text(Crm.LINQ), "object");
    String get = both.replace("\n    put:\n", "\n    x-put:\n");

    assertThat(sentences(both, Specs.text(Crm.LINQ)))
        .containsExactly("BREAKS The operation `GET /contacts/{id}` is gone.");
    assertThat(sentences(both, get))
        .containsExactly("BREAKS The operation `PUT /contacts/{id}` is gone.");
    assertThat(sentences(Specs.text(Crm.LINQ), get))
        .isNotEmpty()
        .first()
        .asString()
        .contains("BREAKS");
  }

  @Test
  void referencesToOtherFilesAreFollowed(@TempDir Path folder) throws IOException {
    String text = Specs.text(Crm.LINQ);
    int at = text.indexOf("\ncomponents:\n");
    Files.createDirectories(folder.resolve("common"));
    Files.writeString(
        folder.resolve("common/parts.yaml"), text.substring(at).replace("#/", "parts.yaml#/"));
    Path linq = folder.resolve("linq.yaml");
    Files.writeString(
        linq,
        text.substring(0, at).replace("\"#/components", "\"common/parts.yaml#/components")
            + "\n"
            + "components:\n"
            + "  securitySchemes: {$ref: 'common/parts.yaml#/components/securitySchemes'}\n");

    DriftReport report =
        DriftCheck.spec(Crm.LINQ, Source.text("before", text), Source.of(linq.toString())).run();

    assertThat(report.drifts()).isEmpty();
    assertThat(report.checked()).isGreaterThan(250);
  }

  private static List<String> sentences(String before, String after) {
    return Specs.drift(Crm.LINQ, before, after).drifts().stream()
        .map(drift -> drift.level() + " " + drift.sentence())
        .toList();
  }

  private static String withGet(String text, String type) {
    return text.replace("\n    put:\n", "\n" + GET.formatted(type) + "    put:\n");
  }
}
