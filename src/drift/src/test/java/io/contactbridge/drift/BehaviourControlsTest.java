package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.live.LiveDrift;
import io.contactbridge.drift.internal.openapi.SpecReader;
import io.contactbridge.drift.internal.traffic.TrafficDrift;
import io.contactbridge.drift.mutation.Controls;
import io.contactbridge.drift.mutation.Experience;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Recording;
import io.contactbridge.drift.mutation.VendorServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A vendor who answers otherwise and means the same must not alarm. */
final class BehaviourControlsTest {
  static List<Mutation> vendors() {
    return Controls.vendors();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void vendorsWhoWereCalled(Mutation control) {
    try (VendorServer vendor = VendorServer.drifted(control)) {
      DriftReport report =
          LiveDrift.report(
              control.crm(),
              SpecReader.read("spec", control.before()),
              Experience.sandbox(control.crm()),
              vendor.baseUrl(),
              vendor.contactId());

      assertThat(alarms(report)).isEmpty();
      assertThat(report.checked()).isPositive();
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void vendorsWhoseTrafficWasRecorded(Mutation control) {
    DriftReport report =
        TrafficDrift.report(
            control.crm(),
            SpecReader.read("spec", control.before()),
            "new.har",
            Recording.drifted(control),
            "old.har",
            Recording.asBefore(control));

    assertThat(alarms(report)).isEmpty();
    assertThat(report.checked()).isPositive();
  }

  static Stream<Arguments> documentedRefusals() {
    return Stream.of(Crm.values()).flatMap(BehaviourControlsTest::documentedRefusals);
  }

  /** Every example of a refusal that a specification has; Acquire's form is not published. */
  private static Stream<Arguments> documentedRefusals(Crm crm) {
    Facts spec = SpecReader.read("spec", Specs.text(crm));
    return spec.places().stream()
        .filter(
            place -> place.part() == SpecLocation.Part.ANSWER_BODY && SpecLocations.isRoot(place))
        .filter(place -> place.status().matches("[45].."))
        .filter(place -> spec.get(place, Aspect.EXAMPLES) != null)
        .flatMap(
            place ->
                ((List<?>) requireNonNull(spec.get(place, Aspect.EXAMPLES)))
                    .stream()
                        .map(
                            body ->
                                Arguments.of(
                                    crm, Integer.valueOf(place.status()), String.valueOf(body))));
  }

  @ParameterizedTest
  @MethodSource("documentedRefusals")
  void aDocumentedRefusalOfAReadIsNoDrift(Crm crm, int status, String body) {
    assertThat(refused(crm, status, body, "GET")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("documentedRefusals")
  void aDocumentedRefusalOfAnUpdateIsNoDrift(Crm crm, int status, String body) {
    assertThat(refused(crm, status, body, "PUT")).isEmpty();
  }

  /**
   * What the vendors say to a wrong token beyond that: HighLevel in issues of
   * GoHighLevel/highlevel-api-docs, Linq on docs.linqapp.com/v2 (authentication), Raze on
   * developer.getraze.co/api-reference/authentication, Acquire in its list of codes.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "LINQ | 401 |"
            + " {\"errors\":[{\"status\":401,\"code\":\"1001\",\"title\":\"Unauthorized\",\"detail\":\"Invalid"
            + " or missing integration token\"}]}",
        "LINQ | 401 | {\"error\":\"Invalid or missing integration token\"}",
        "LINQ | 403 | {\"message\":\"This token may only read contacts\"}",
        "RAZE | 401 |"
            + " {\"success\":false,\"error\":{\"code\":\"INVALID_API_KEY\",\"message\":\"Invalid"
            + " API key. Send it in the X-API-Key header, as Authorization: Bearer, or as"
            + " ?api_key=\"}}",
        "RAZE | 403 |"
            + " {\"success\":false,\"error\":{\"code\":\"INSUFFICIENT_PERMISSIONS\",\"message\":\"API"
            + " key lacks required permission:"
            + " contacts:write\",\"required_permission\":\"contacts:write\",\"current_permissions\":[\"contacts:read\"]}}",
        "HIGHLEVEL | 401 | {\"statusCode\":401,\"message\":\"The token is not authorized for this"
            + " scope.\"}",
        "HIGHLEVEL | 401 | {\"statusCode\":401,\"message\":\"Invalid"
            + " JWT\",\"error\":\"Unauthorized\"}",
        "HIGHLEVEL | 403 | {\"statusCode\":403,\"message\":\"The token does not have access to this"
            + " location.\",\"error\":\"Forbidden\"}",
        "ACQUIRE | 401 | {\"success\":false,\"error\":\"ERROR_UNAUTHORIZED\"}",
        "ACQUIRE | 403 | {\"error\":\"ERROR_UNAUTHORIZED_ACCESS\",\"message\":\"Invalid request\"}"
      })
  void aTokenWithoutTheRightIsNoDrift(Crm crm, int status, String body) {
    assertThat(refused(crm, status, body, "GET")).as("that may not read").isEmpty();
    assertThat(refused(crm, status, body, "PUT")).as("that may not write").isEmpty();
  }

  /** Returns what alarms when all calls of one method are refused alike. */
  private static List<String> refused(Crm crm, int status, String body, String method) {
    Mutation none =
        Controls.vendors().stream().filter(each -> each.crm() == crm).findFirst().orElseThrow();
    try (VendorServer vendor = VendorServer.refusing(none, method, status, body)) {
      return alarms(
          DriftCheck.live(
                  crm,
                  Source.text("spec", none.before()),
                  Experience.sandbox(crm),
                  vendor.baseUrl(),
                  vendor.contactId())
              .run());
    } catch (CannotCheckException e) {
      return List.of();
    }
  }

  private static List<String> alarms(DriftReport report) {
    return report.drifts().stream()
        .filter(drift -> drift.level() != Level.NO_EFFECT)
        .map(drift -> drift.level() + " " + drift.sentence())
        .toList();
  }
}
