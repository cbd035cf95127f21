package io.contactbridge.drift.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Specs;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.openapi.SpecReader;
import io.contactbridge.drift.mutation.Experience;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.drift.mutation.VendorServer;
import java.util.Map;
import java.util.TreeMap;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiveDriftTest {
  @ParameterizedTest
  @EnumSource
  void aVendorThatIsAsSpecifiedHasNotDrifted(Crm crm) {
    Mutation mutation =
        Mutations.all().stream().filter(each -> each.crm() == crm).findFirst().orElseThrow();

    try (VendorServer vendor = VendorServer.asBefore(mutation)) {
      DriftReport report =
          LiveDrift.report(
              crm,
              SpecReader.read("spec", mutation.before()),
              Experience.sandbox(crm),
              vendor.baseUrl(),
              vendor.contactId());

      assertThat(report.drifts()).isEmpty();
      assertThat(report.checked()).isGreaterThan(100);
    }
  }

  @Test
  void aRunIsSevenCallsAndLeavesTheContactAsItWas() {
    try (FakeLinq linq = new FakeLinq(call -> null)) {
      Map<String, @Nullable Object> before = new TreeMap<>(linq.contact());

      DriftReport report = report(linq);

      assertThat(report.drifts()).isEmpty();
      assertThat(linq.calls).containsExactly("GET", "PUT", "PUT", "PUT", "PUT", "PUT", "PUT");
      assertThat(linq.contact()).containsAllEntriesOf(before);
      assertThat(linq.bodies.get(1)).contains("canary.ada@example.org", "\"user_email\"");
    }
  }

  @Test
  void aRefusalIsExplainedAndTheRestIsCheckedWithoutIt() {
    MockResponse refusal =
        FakeLinq.json(
            422,
            FakeLinq.error(
                "VALIDATION_ERROR", "Validation failed", "contact.title is not allowed"));

    try (FakeLinq linq = new FakeLinq((call, body) -> body.contains("title") ? refusal : null)) {
      DriftReport report = report(linq);

      assertThat(report.drifts())
          .singleElement()
          .satisfies(
              drift -> {
                assertThat(drift.change().kind()).isEqualTo(Change.Kind.REMOVED);
                assertThat(drift.change().before())
                    .isEqualTo(SpecLocation.requestBody("$.contact.title"));
              });
      assertThat(linq.contact()).containsEntry("title", "CTO").containsEntry("first_name", "Ada");
      assertThat(linq.calls).hasSizeLessThanOrEqualTo(CanaryCalls.MOST);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\": \"invalid\"}", "", "[]", "<html>Bad Request</html>"})
  void aRefusalWithoutWordsIsPlacedByTrying(String words) {
    MockResponse refusal = FakeLinq.json(400, words);

    try (FakeLinq linq = new FakeLinq((call, body) -> body.contains("title") ? refusal : null)) {
      Map<String, @Nullable Object> before = new TreeMap<>(linq.contact());

      assertThat(report(linq).drifts())
          .filteredOn(drift -> drift.level() == Level.BREAKS)
          .singleElement()
          .extracting(drift -> drift.change().before())
          .isEqualTo(SpecLocation.requestBody("$.contact.title"));
      assertThat(linq.contact()).containsAllEntriesOf(before);
    }
  }

  @Test
  void aRefusalOfEveryUpdateIsReportedWithoutAPlace() {
    MockResponse refusal = FakeLinq.json(422, FakeLinq.error("VALIDATION_ERROR", "Sorry"));

    try (FakeLinq linq = new FakeLinq(call -> call > 1 ? refusal : null)) {
      assertThat(report(linq).drifts())
          .singleElement()
          .satisfies(
              drift -> {
                assertThat(drift.level()).isEqualTo(Level.BREAKS);
                assertThat(drift.change().before())
                    .isEqualTo(SpecLocation.of(SpecLocation.Part.OPERATION, ""));
              });
    }
  }

  @Test
  void aRefusalThatDoesNotRepeatIsNoDrift() {
    MockResponse refusal = FakeLinq.json(422, FakeLinq.error("VALIDATION_ERROR", "Sorry"));

    try (FakeLinq linq = new FakeLinq(call -> call == 2 ? refusal : null)) {
      assertThat(report(linq).drifts()).isEmpty();
    }
  }

  @Test
  void aHeaderThatTheVendorWantsInsteadIsTheCredentials() {
    MockResponse refusal =
        FakeLinq.json(
            401,
            "{\"errors\": [{\"detail\": \"Missing credentials: send the X-Api-Token header\"}]}");

    try (FakeLinq linq = new FakeLinq(call -> refusal)) {
      DriftReport report = report(linq);

      assertThat(report.drifts())
          .singleElement()
          .extracting(drift -> drift.change().after())
          .isEqualTo(SpecLocation.of(SpecLocation.Part.CREDENTIALS, "x-api-token"));
      assertThat(linq.calls).containsExactly("GET");
    }
  }

  @Test
  void aContactThatCannotBeReadIsNotChanged() {
    MockResponse refusal =
        FakeLinq.json(404, FakeLinq.error("CONTACT_NOT_FOUND", "Contact not found"));

    try (FakeLinq linq = new FakeLinq(call -> refusal)) {
      assertThatExceptionOfType(CannotCheckException.class)
          .isThrownBy(() -> report(linq))
          .withMessage(
              "Linq answered 404 when the contact was read, so nothing was changed or checked; the"
                  + " credential and the id must be those of a sandbox contact");
      assertThat(linq.calls).containsExactly("GET");
    }
  }

  @Test
  void aContactThatIsNotRestoredIsNeverNoDrift() {
    MockResponse failure =
        FakeLinq.json(500, FakeLinq.error("INTERNAL_ERROR", "Internal server error"));

    try (FakeLinq linq = new FakeLinq(call -> call >= 6 ? failure : null)) {
      assertThatExceptionOfType(CannotCheckException.class)
          .isThrownBy(() -> report(linq))
          .withMessageStartingWith(
              "THE CONTACT WAS NOT RESTORED: Linq answered 500, and it keeps the values of this"
                  + " check.");
    }
  }

  @Test
  void aContactIsRestoredAfterAFailureThatMayHaveChangedIt() {
    MockResponse failure =
        FakeLinq.json(500, FakeLinq.error("INTERNAL_ERROR", "Internal server error"));

    try (FakeLinq linq = new FakeLinq(call -> call >= 2 && call < 7 ? failure : null)) {
      assertThatExceptionOfType(CannotCheckException.class)
          .isThrownBy(() -> report(linq))
          .withMessageContaining("Not checked: every update is answered 500.");
      assertThat(linq.calls).hasSizeLessThan(9);
      assertThat(linq.bodies.get(linq.bodies.size() - 1))
          .contains("\"ada@example.org\"", "\"Engines\"");
    }
  }

  @Test
  void aContactMustBeNamed() {
    assertThatExceptionOfType(CannotCheckException.class)
        .isThrownBy(
            () -> LiveDrift.report(Crm.LINQ, spec(), Experience.sandbox(Crm.LINQ), null, " "))
        .withMessage(
            "a live check changes a contact, so it needs the id of one that may be changed");
  }

  @Test
  void noReportHasAValueOfTheContact() {
    MockResponse refusal =
        FakeLinq.json(
            422,
            FakeLinq.error(
                "VALIDATION_ERROR", "Failed", "contact.email canary.ada@example.org is invalid"));

    try (FakeLinq linq = new FakeLinq(call -> call == 2 ? refusal : null)) {
      assertThat(report(linq).toString()).doesNotContain("ada@", "Ada", "2025550123", "Engines");
    }
  }

  private static DriftReport report(FakeLinq linq) {
    return LiveDrift.report(Crm.LINQ, spec(), Experience.sandbox(Crm.LINQ), linq.baseUrl(), "123");
  }

  private static Facts spec() {
    return SpecReader.read("specs/linq.yaml", Specs.text(Crm.LINQ));
  }
}
