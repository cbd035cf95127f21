package io.contactbridge.drift.internal.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.Specs;
import io.contactbridge.drift.mutation.Experience;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a CRM can do that its specification does not say, and what is told of it. */
final class LiveBehavioursTest {
  private static final String TERSE = "{\"error\": \"invalid\"}";
  private static final String ADA =
      """
      {"data": {"id": 123, "first_name": "Ada", "last_name": "King", "full_name": "Ada King",
        "email": "ada@example.org", "phone_number": "+12025550123", "company": "Engines",
        "title": "CTO", "location": "London", "image_url": null,
        "created_at": "2025-07-30T10:00:00.000-05:00",
        "updated_at": "2025-07-30T10:00:00.000-05:00",
        "contact_owner": {"id": 456, "email": "owner@example.org", "first_name": "Jane",
          "last_name": "Owner", "name": "Jane Owner"}}}
      """;

  static Stream<Arguments> behaviours() {
    return Stream.of(
        refuses("a server that fails for a title", body -> body.contains("\"title\""), 500, TERSE)
            .told("BREAKS removed $.contact.title in the request"),
        refuses("a longest text", body -> body.matches(".*\"company\":\"[^\"]{6,}\".*"), 400, TERSE)
            .told("MAY_BREAK max-length-changed $.contact.company in the request"),
        refuses(
                "a shortest text",
                body -> body.matches(".*\"first_name\":\"[^\"]{0,4}\".*"),
                400,
                "")
            .told("MAY_BREAK min-length-changed $.contact.first_name in the request"),
        refuses("digits alone", body -> body.contains("\"phone_number\":\"+"), 400, "[]")
            .told("MAY_BREAK format-changed $.contact.phone_number in the request"),
        refuses(
                "two that exclude each other",
                body -> body.contains("\"title\"") && body.contains("\"company\""),
                422,
                TERSE)
            .told("MAY_BREAK further-rules-changed $ in the request"),
        refuses(
                "one of those of which one was needed",
                body -> !body.contains("\"last_name\""),
                422,
                FakeLinq.error("VALIDATION_ERROR", "Sorry", "Sorry"))
            .told("BREAKS at-least-one-of-changed $.contact in the request"),
        refuses(
                "a header for conflicts",
                body -> true,
                428,
                "{\"error\": \"Precondition Required\"}")
            .told("BREAKS further-rules-changed the operation"),
        refuses(
                "an address that another contact has",
                body -> body.contains("canary.ada"),
                422,
                TERSE)
            .told(),
        refuses("a conflict about an address", body -> body.contains("canary.ada"), 409, TERSE)
            .told(),
        refuses(
                "updates that change nothing",
                body -> body.contains("@") && !body.contains("\"email\":1"),
                200,
                ADA)
            .told("BREAKS further-rules-changed the operation", "MAY_BREAK removed the answer 404"),
        refuses(
                "half a body",
                body -> body.contains("canary.ada") && body.contains("title"),
                200,
                ADA.substring(0, 90))
            .told(
                "BREAKS content-types-changed the answer 200", "MAY_BREAK removed the answer 404"),
        refuses("a body that is too large", body -> body.length() > 200, 413, "")
            .cannot("Not checked: an update that the specification allows was answered 413."),
        refuses("no service", body -> true, 503, TERSE)
            .cannot("Not checked: an update that the specification allows was answered 503."));
  }

  private static Behaviour refuses(String name, Predicate<String> when, int status, String answer) {
    return new Behaviour(name, when, status, answer);
  }

  /** An answer to the updates that meet a condition. */
  private record Behaviour(String name, Predicate<String> when, int status, String answer) {
    Arguments told(String... entries) {
      return arguments(this, List.of(entries));
    }

    Arguments cannot(String words) {
      return arguments(this, List.of("cannot check: " + words));
    }

    @Nullable MockResponse to(String body) {
      return !body.isEmpty() && when.test(body) ? FakeLinq.json(status, answer) : null;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @ParameterizedTest
  @MethodSource("behaviours")
  void toldAsWhatTheyAre(Behaviour behaviour, List<String> entries) {
    try (FakeLinq linq = new FakeLinq((call, body) -> behaviour.to(body))) {
      Map<String, @Nullable Object> before = new TreeMap<>(linq.contact());

      List<String> said = said(linq);

      if (entries.stream().anyMatch(entry -> entry.startsWith("cannot"))) {
        assertThat(said.get(0)).contains(entries.get(0).substring("cannot check: ".length()));
      } else {
        assertThat(said)
            .filteredOn(entry -> !entry.startsWith("NO_EFFECT"))
            .containsExactlyInAnyOrderElementsOf(entries);
      }
      assertThat(linq.calls).hasSizeLessThanOrEqualTo(CanaryCalls.MOST);
      assertThat(linq.contact()).containsEntry("email", before.get("email"));
    }
  }

  private static List<String> said(FakeLinq linq) {
    try {
      return DriftCheck.live(
              Crm.LINQ,
              Source.text("specs/linq.yaml", Specs.text(Crm.LINQ)),
              Experience.sandbox(Crm.LINQ),
              linq.baseUrl(),
              "123")
          .run()
          .drifts()
          .stream()
          .map(drift -> drift.level() + " " + drift.kind() + " " + drift.before().orElse(""))
          .toList();
    } catch (CannotCheckException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
  }
}
