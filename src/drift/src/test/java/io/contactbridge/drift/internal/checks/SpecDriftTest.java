package io.contactbridge.drift.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Specs;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.impact.DriftMeaning;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SpecDriftTest {
  @ParameterizedTest
  @EnumSource(Crm.class)
  void findsNoDriftBetweenASpecAndItself(Crm crm) {
    DriftReport report = Specs.drift(crm, Specs.text(crm), Specs.text(crm));

    assertThat(report.drifts()).isEmpty();
    assertThat(report.checked()).isGreaterThan(250);
  }

  @Test
  void describesTheConsequenceOfARenamedProperty() {
    Drift drift = only(Crm.LINQ, "        user_email:\n", "        owner_email:\n");

    assertThat(drift.level()).isEqualTo(Level.BREAKS);
    assertThat(drift.sentence())
        .isEqualTo("The property `$.user_email` in the request is now called `$.owner_email`.");
    assertThat(drift.consequence())
        .isEqualTo("An update of OWNER would be refused by Linq, or the value would be lost.");
    assertThat(drift.fields()).containsExactly(ContactField.OWNER);
    assertThat(drift.code())
        .containsExactly(
            "io.contactbridge.client.linq.model.UpdateContactRequest",
            "io.contactbridge.contract.LinqContractTest");
    assertThat(Objects.requireNonNull(drift.change().origin()).pointer())
        .isEqualTo("/components/schemas/UpdateContactRequest/properties/owner_email");
  }

  @Test
  void describesTheConsequenceOfALostStatus() {
    Drift drift = only(Crm.LINQ, "        \"404\":", "        \"409\":");

    assertThat(drift.level()).isEqualTo(Level.BREAKS);
    assertThat(drift.sentence()).isEqualTo("The answer 404 is now the answer 409.");
    assertThat(drift.consequence())
        .isEqualTo("Callers would get ConflictException and no longer ContactNotFoundException.");
  }

  @Test
  void describesTheConsequenceOfAnotherEnvelope() {
    Drift drift =
        only(Crm.LINQ, "        data:\n          $ref", "        result:\n          $ref");

    assertThat(drift.level()).isEqualTo(Level.BREAKS);
    assertThat(drift.sentence())
        .isEqualTo("The property `$.data` in the answer 200 is now called `$.result`.");
    assertThat(drift.consequence())
        .isEqualTo(
            "The contact in the result would lack FULL_NAME, FIRST_NAME, LAST_NAME or 6 other"
                + " fields, and an update of it would be NOT_ECHOED.");
    assertThat(drift.fields()).hasSize(9);
  }

  @Test
  void looksAtTheWorstPlaceOfACauseThatHasSeveral() {
    Drift drift =
        only(
            Crm.HIGHLEVEL,
            "        message:\n          type: string\n          description: The cause, for",
            "        message:\n          type: integer\n          description: The cause, for");

    assertThat(drift.sentence())
        .isEqualTo(
            "The type of the property `$.message` in the answer 400 was `string` and is now"
                + " `integer`. The same holds for the answers 401, 403 and 429.");
    assertThat(drift.level()).isEqualTo(Level.BREAKS);
  }

  @Test
  void leavesOutConsequencesOfAnotherChange() {
    Drift drift =
        only(
            Crm.LINQ,
            "          description: Location.\n          example: San Francisco, CA\n\n"
                + "    UpdateContactResponse",
            "          description: Something else.\n          example: Paris\n"
                + "          deprecated: true\n\n    UpdateContactResponse");

    assertThat(drift.sentence())
        .isEqualTo("The property `$.contact.location` in the request is now deprecated.");
  }

  @Test
  void listsTheWorstFirst() {
    String text =
        Specs.replace(
            Specs.text(Crm.LINQ, "        user_email:\n", "        owner_email:\n"),
            "    put:",
            "    patch:");
    text = Specs.replace(text, "        image_url:\n", "        icon:\n");

    List<Drift> drifts = Specs.drift(Crm.LINQ, Specs.text(Crm.LINQ), text).drifts();

    assertThat(drifts)
        .extracting(Drift::kind)
        .containsExactly("method-changed", "renamed", "renamed");
    assertThat(drifts)
        .extracting(Drift::level)
        .containsExactly(Level.BREAKS, Level.BREAKS, Level.MAY_BREAK);
  }

  @Test
  void namesTheSameDriftTheSame() {
    Drift drift = only(Crm.LINQ, "        user_email:\n", "        owner_email:\n");
    Drift again =
        only(
            Crm.LINQ,
            "        user_email:\n",
            "        # The page says so.\n        owner_email:\n");
    Drift other = only(Crm.LINQ, "        user_email:\n", "        owner:\n");

    assertThat(drift.fingerprint()).matches("[0-9a-f]{12}").isEqualTo(again.fingerprint());
    assertThat(other.fingerprint()).isNotEqualTo(drift.fingerprint());
  }

  @Test
  void namesADriftTheSameWhicheverOfItsPlacesWasSeen() {
    Facts spec = SpecReader.read("spec", Specs.text(Crm.RAZE));
    String type =
        "        message:\n          type: string\n          description: A human-readable error";
    Facts everywhere =
        SpecReader.read("new", Specs.text(Crm.RAZE, type, type.replace("string", "integer")));
    SpecLocation seen = SpecLocation.answerBody("404", "$.error.message");
    Facts.Builder once = Facts.of("traffic").lists(place -> false).tells((place, aspect) -> false);
    spec.places().forEach(once::place);
    Facts observed = once.fact(seen, Aspect.TYPE, "integer").build();

    assertThat(fingerprints(spec, observed)).isEqualTo(fingerprints(spec, everywhere)).hasSize(1);
  }

  @Test
  void saysWhyItCannotCompare() {
    assertThatThrownBy(() -> Specs.drift(Crm.LINQ, Specs.text(Crm.LINQ), "swagger: '2.0'"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("after is Swagger 2.0, and OpenAPI 3.0 or 3.1 is needed");
  }

  private static List<String> fingerprints(Facts before, Facts after) {
    return DriftMeaning.of(Crm.RAZE, before, after, Comparison.compare(before, after)).stream()
        .map(Drift::fingerprint)
        .toList();
  }

  private static Drift only(Crm crm, String piece, String with) {
    List<Drift> drifts = Specs.drift(crm, Specs.text(crm), Specs.text(crm, piece, with)).drifts();
    assertThat(drifts).hasSize(1);
    return drifts.get(0);
  }
}
