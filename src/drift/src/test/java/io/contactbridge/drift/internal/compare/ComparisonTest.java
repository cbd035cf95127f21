package io.contactbridge.drift.internal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.Specs;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ComparisonTest {
  @ParameterizedTest
  @EnumSource(Crm.class)
  void findsNothingBetweenASpecAndItself(Crm crm) {
    Facts facts = SpecReader.read("x", Specs.text(crm));

    assertThat(Comparison.compare(facts, facts)).isEmpty();
  }

  @Test
  void reportsARenamedPropertyOnce() {
    assertThat(
            linq(
                """
                        email:
                          type: string
                          description: Email.
                          example: john@example.com
                        phone_number:
                          type: string
                          description: |\
                """,
                """
                        email_address:
                          type: string
                          description: Email.
                          example: john@example.com
                        phone_number:
                          type: string
                          description: |\
                """))
        .contains(
            "RENAMED $.contact.email in the request -> $.contact.email_address in the request");
  }

  @Test
  void reportsARenamedEnvelopeOnce() {
    assertThat(linq("        data:\n          $ref", "        contact:\n          $ref"))
        .containsExactly("RENAMED $.data in the answer 200 -> $.contact in the answer 200");
  }

  @Test
  void reportsADroppedEnvelopeOnce() {
    assertThat(
            linq(
                "              schema:\n                $ref:"
                    + " \"#/components/schemas/UpdateContactResponse\"",
                "              schema:\n                $ref: \"#/components/schemas/Contact\""))
        .containsExactly("MOVED $.data in the answer 200 -> $ in the answer 200");
  }

  @Test
  void reportsAnEnvelopeAroundEverythingOnce() {
    assertThat(
            linq(
                "              schema:\n                $ref:"
                    + " \"#/components/schemas/UpdateContactResponse\"",
                "              schema:\n                properties: {result: {$ref:"
                    + " \"#/components/schemas/UpdateContactResponse\"}}"))
        .containsExactly("MOVED $ in the answer 200 -> $.result in the answer 200");
  }

  @Test
  void reportsAnObjectThatBecameAnArrayOnce() {
    assertThat(
            linq(
                "        data:\n          $ref: \"#/components/schemas/Contact\"",
                "        data: {type: array, items: {$ref: \"#/components/schemas/Contact\"}}"))
        .containsExactly("CHANGED TYPE $.data in the answer 200: object -> array");
  }

  @Test
  void reportsAMovedPropertyOnce() {
    String text = Specs.text(Crm.LINQ);
    int from = text.indexOf("        user_email:\n");
    int to = text.indexOf("    ContactInput:\n");
    String property = text.substring(from, to);
    String without = text.substring(0, from) + "\n" + text.substring(to);

    assertThat(
            told(
                text,
                Specs.replace(
                    without,
                    "        - phone_number\n      properties:\n",
                    "        - phone_number\n      properties:\n"
                        + property.stripTrailing()
                        + "\n")))
        .containsExactly(
            "MOVED $.user_email in the request -> $.contact.user_email in the request");
  }

  @Test
  void reportsWhatChangedInsideARenamedThing() {
    assertThat(
            told(
                Specs.text(Crm.LINQ),
                Specs.replace(
                    Specs.text(
                        Crm.LINQ,
                        "        data:\n          $ref",
                        "        contact:\n          $ref"),
                    "          description: Full name.",
                    "          nullable: true\n          description: Full name.")))
        .containsExactly(
            "RENAMED $.data in the answer 200 -> $.contact in the answer 200",
            "CHANGED NULLABLE $.data.full_name in the answer 200: false -> true");
  }

  @Test
  void reportsOneCauseInSeveralAnswersOnce() {
    assertThat(
            linq(
                "        error_code:\n          type: string",
                "        error_code:\n          type: integer"))
        .containsExactly("CHANGED TYPE $.error_code in the answer 404: string -> integer and 2");
  }

  @Test
  void reportsARenamedCredentialStatusPathMethodAndServerOnce() {
    assertThat(linq("name: X-LINQ-INTEGRATION-TOKEN", "name: X-LINQ-TOKEN"))
        .containsExactly(
            "RENAMED the credential in x-linq-integration-token -> the credential in"
                + " x-linq-token");
    assertThat(linq("        \"404\":", "        \"410\":"))
        .containsExactly("RENAMED the answer 404 -> the answer 410");
    assertThat(linq("        \"200\":", "        \"202\":"))
        .containsExactly("RENAMED the answer 200 -> the answer 202");
    assertThat(linq("  /contacts/{id}:", "  /people/{id}:"))
        .containsExactly("CHANGED PATH the operation: /contacts/{id} -> /people/{id}");
    assertThat(linq("    put:", "    patch:"))
        .containsExactly("CHANGED METHOD the operation: PUT -> PATCH");
    assertThat(linq("api.linqapp.com", "api.linq.com"))
        .containsExactly(
            "RENAMED the server https://api.linqapp.com/api/partner/v2 -> the server"
                + " https://api.linq.com/api/partner/v2");
    assertThat(
            linq(
                "      type: apiKey\n      in: header\n      name: X-LINQ-INTEGRATION-TOKEN",
                "      type: http\n      scheme: bearer"))
        .containsExactly(
            "CHANGED SCHEME the credential in x-linq-integration-token: apiKey in header ->"
                + " bearer");
  }

  @Test
  void reportsTypeAndFormatOnce() {
    assertThat(
            linq(
                "          type: string\n          format: date-time\n"
                    + "          description: When it was created",
                "          type: integer\n          format: int64\n"
                    + "          description: When it was created"))
        .containsExactly("CHANGED TYPE $.data.created_at in the answer 200: string -> integer");
  }

  @Test
  void reportsAnotherShapeOnce() {
    assertThat(
            told(
                body("a: {type: string, nullable: true, maxLength: 5}"),
                body("a: {type: array, items: {type: string}}")))
        .containsExactly("CHANGED TYPE $.a in the request: string -> array");
  }

  @Test
  void reportsTwoLimitsOnce() {
    assertThat(
            told(
                Specs.text(Crm.HIGHLEVEL),
                Specs.text(
                    Crm.HIGHLEVEL,
                    "          minLength: 2\n          maxLength: 2\n",
                    "          minLength: 3\n          maxLength: 3\n")))
        .containsExactly("CHANGED MAX_LENGTH $.country in the request: from 2 to 2 -> from 3 to 3");
  }

  @Test
  void reportsARemovedAndAnAddedPropertyThatHaveNothingInCommon() {
    assertThat(
            linq(
                """
                        image_url:
                          type: string
                          nullable: true
                          description: Image URL.
                          example: https://example.com/john.png
                          x-claims:
                            example:
                              evidence: assumed
                """,
                "        mood:\n          type: string\n"))
        .containsExactly(
            "REMOVED $.data.image_url in the answer 200", "ADDED $.data.mood in the answer 200");
  }

  @Test
  void matchesTheSamePlaceAndRulesAsARename() {
    String spec = Specs.text(Crm.LINQ);
    String other =
        spec.replace("        company:\n", "        department:\n")
            .replace("description: Company.", "description: Where she works.")
            .replace("example: Acme Corp", "example: Sales");

    assertThat(told(spec, other))
        .contains(
            "RENAMED $.contact.company in the request -> $.contact.department in the request");
  }

  @Test
  void doesNotMatchDescriptionsByStopWords() {
    String before = "a: {type: string, description: The name of the company.}";
    String after = "b: {type: string, description: The name of the pet.}";

    assertThat(told(body(before + ", c: {type: string}"), body("c: {type: string}, " + after)))
        .containsExactly("REMOVED $.a in the request", "ADDED $.b in the request");
  }

  @Test
  void reportsNothingWhereNothingChanged() {
    assertThat(linq("  /contacts/{id}:", "  /contacts/{contact}:")).isEmpty();
    assertThat(linq("name: X-LINQ-INTEGRATION-TOKEN", "name: x-linq-integration-token")).isEmpty();
    assertThat(
            linq(
                "    url: https://api.linqapp.com/api/partner/v2\n".strip(),
                "url: https://api.linqapp.com/api/partner/v2/"))
        .isEmpty();
    assertThat(
            told(
                Specs.text(Crm.LINQ),
                Specs.text(Crm.LINQ, "/api/partner/v2\n    desc", "\n    desc")
                    .replace("  /contacts/{id}:", "  /api/partner/v2/contacts/{id}:")))
        .isEmpty();
    assertThat(
            told(
                Specs.text(Crm.LINQ),
                Specs.text(Crm.LINQ).replace("10:00:00.000-05:00", "15:00:00Z")))
        .isEmpty();
    assertThat(
            told(
                Specs.text(Crm.LINQ),
                Specs.text(Crm.LINQ)
                    .replace("application/json:", "'Application/JSON; charset=utf-8':")))
        .isEmpty();
    assertThat(
            linq(
                "        data:\n          $ref: \"#/components/schemas/Contact\"",
                "        data:\n          allOf: [$ref: \"#/components/schemas/Contact\"]"))
        .isEmpty();
  }

  @Test
  void pairsTheBestOfSeveralNewNames() {
    assertThat(
            told(
                body("a: {properties: {first_name: {}, last_name: {}, age: {type: integer}}}"),
                body("a: {properties: {family_name: {}, given_name: {}, mood: {type: string}}}")))
        .containsExactly(
            "REMOVED $.a.age in the request",
            "RENAMED $.a.first_name in the request -> $.a.given_name in the request",
            "RENAMED $.a.last_name in the request -> $.a.family_name in the request",
            "ADDED $.a.mood in the request");
  }

  @Test
  void believesARenameByTheSameExample() {
    assertThat(
            told(
                body("tel: {type: string, example: '+15551234567'}"),
                body("handset: {type: string, example: '+15551234567'}")))
        .containsExactly("RENAMED $.tel in the request -> $.handset in the request");
  }

  @Test
  void doesNotReportTheInsideOfRemovedOrAddedThings() {
    assertThat(told(body("a: {properties: {b: {}, c: {}}}"), body("z: {properties: {y: {}}}")))
        .containsExactly("REMOVED $.a in the request", "ADDED $.z in the request");
  }

  @Test
  void doesNotReportTheChoiceThatLostARemovedProperty() {
    String choice = "\n            anyOf: [required: [a], required: [b]]\n";

    assertThat(
            told(
                body("a: {}, b: {}") + choice,
                body("a: {}") + choice.replace(", required: [b]", "")))
        .containsExactly("REMOVED $.b in the request");
  }

  @Test
  void keepsQuietAboutWhatAPartialSourceDoesNotSay() {
    Facts spec = SpecReader.read("spec", body("a: {type: string, maxLength: 5}, b: {}"));
    SpecLocation place = SpecLocation.requestBody("$.a");
    Facts silent =
        Facts.of("page").place(place).lists(any -> false).tells((any, aspect) -> false).build();
    Facts other =
        Facts.of("page")
            .fact(place, Aspect.TYPE, "integer")
            .place(SpecLocation.requestBody("$"))
            .lists(each -> each.path().startsWith("$."))
            .tells((each, aspect) -> each.equals(place))
            .build();

    assertThat(Comparison.compare(spec, silent)).isEmpty();
    assertThat(Comparison.compare(spec, other))
        .extracting(ComparisonTest::told)
        .containsExactly(
            "CHANGED TYPE $.a in the request: string -> integer", "REMOVED $.b in the request");
  }

  @Test
  void takesOneCredentialForTheOther() {
    SpecLocation bearer = SpecLocation.of(Part.CREDENTIALS, "authorization");
    SpecLocation key = SpecLocation.of(Part.CREDENTIALS, "x-api-key");
    Facts before = Facts.of("spec").fact(bearer, Aspect.SCHEME, "bearer").build();
    Facts after = Facts.of("page").fact(key, Aspect.SCHEME, "apiKey in header").build();

    assertThat(Comparison.compare(before, after))
        .extracting(ComparisonTest::told)
        .containsExactly(
            "CHANGED SCHEME the credential in authorization: bearer -> apiKey in header");
  }

  private static String body(String properties) {
    return "openapi: 3.0.3\npaths:\n  /a:\n    put:\n      requestBody:\n        content:\n"
        + "          application/json:\n           schema:\n            properties: {"
        + properties
        + "}\n";
  }

  private static List<String> linq(String piece, String with) {
    return told(Specs.text(Crm.LINQ), Specs.text(Crm.LINQ, piece, with));
  }

  private static List<String> told(String before, String after) {
    return Comparison.compare(SpecReader.read("old", before), SpecReader.read("new", after))
        .stream()
        .filter(change -> change.aspect() != Aspect.EXAMPLES)
        .filter(change -> change.aspect() != Aspect.DESCRIPTION)
        .map(ComparisonTest::told)
        .toList();
  }

  private static String told(Change change) {
    String places =
        Stream.of(change.before(), change.after())
            .filter(place -> place != null)
            .map(SpecLocation::toString)
            .reduce((before, after) -> before + " -> " + after)
            .orElseThrow();
    String also = change.also().isEmpty() ? "" : " and " + change.also().size();
    return change.aspect() == null
        ? change.kind() + " " + places + also
        : "CHANGED %s %s: %s -> %s%s"
            .formatted(
                change.aspect(), change.before(), change.oldValue(), change.newValue(), also);
  }
}
