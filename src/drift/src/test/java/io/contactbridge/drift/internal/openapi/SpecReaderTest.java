package io.contactbridge.drift.internal.openapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpecReaderTest {
  private static final String HEAD = "openapi: 3.0.3\npaths:\n  /contacts/{id}:\n    put:\n";

  @ParameterizedTest
  @ValueSource(strings = {"acquire", "highlevel", "linq", "raze"})
  void readsOurSpecs(String crm) throws Exception {
    Facts facts = SpecReader.read("x", Files.readString(Path.of("../../specs/" + crm + ".yaml")));

    assertThat(facts.get(SpecLocation.of(Part.OPERATION, ""), Aspect.METHOD)).isEqualTo("PUT");
    assertThat(facts.places()).hasSizeGreaterThan(70);
  }

  @Test
  void followsReferencesToWhereThingsAreDefined() throws Exception {
    Facts facts = SpecReader.read("x", Files.readString(Path.of("../../specs/linq.yaml")));

    Facts.Origin origin = requireNonNull(facts.origin(SpecLocation.requestBody("$.contact.email")));

    assertThat(origin.pointer()).isEqualTo("/components/schemas/ContactInput/properties/email");
    assertThat(Files.readAllLines(Path.of("../../specs/linq.yaml")).get(origin.line() - 1))
        .isEqualTo("        email:");
  }

  @Test
  void readsWhatTheSpecSaysOfAProperty() {
    SpecLocation place = SpecLocation.requestBody("$.a");

    Facts facts =
        SpecReader.read(
            "x",
            body(
                "{type: object, additionalProperties: false, required: [a], properties: {a: {type:"
                    + " string, nullable: true, format: email, maxLength: 5.0, pattern: '^a',"
                    + " enum: [c, b, null], deprecated: true, example: d, uniqueItems: true}}}"));

    Map<Aspect, Object> said = new EnumMap<>(Aspect.class);
    facts.at(place).forEach(said::put);
    assertThat(said)
        .containsEntry(Aspect.TYPE, "string")
        .containsEntry(Aspect.NULLABLE, true)
        .containsEntry(Aspect.REQUIRED, true)
        .containsEntry(Aspect.FORMAT, "email")
        .containsEntry(Aspect.MAX_LENGTH, new BigDecimal("5"))
        .containsEntry(Aspect.PATTERN, "^a")
        .containsEntry(Aspect.ENUM, List.of("\"b\"", "\"c\""))
        .containsEntry(Aspect.DEPRECATED, true)
        .containsEntry(Aspect.EXAMPLES, List.of("\"d\""))
        .containsEntry(Aspect.FURTHER_RULES, List.of("uniqueItems: true"))
        .containsEntry(Aspect.EVIDENCE, "page");
    assertThat(facts.get(SpecLocation.requestBody("$"), Aspect.CLOSED)).isEqualTo(true);
  }

  @Test
  void writesArraysAndFurtherPropertiesAsPlaces() {
    Facts facts =
        SpecReader.read(
            "x",
            body(
                "{properties: {tags: {type: array, items: {type: string}}, more: {type: object,"
                    + " additionalProperties: {type: integer}}}}"));

    assertThat(facts.get(SpecLocation.requestBody("$.tags[*]"), Aspect.TYPE)).isEqualTo("string");
    assertThat(facts.get(SpecLocation.requestBody("$.more.*"), Aspect.TYPE)).isEqualTo("integer");
  }

  @Test
  void readsTheTypesOfOpenApi31() {
    Facts facts =
        SpecReader.read(
            "x",
            body("{properties: {a: {type: [string, 'null']}, b: {const: 5.0}}}")
                .replace("3.0.3", "3.1.0"));

    assertThat(facts.get(SpecLocation.requestBody("$.a"), Aspect.TYPE)).isEqualTo("string");
    assertThat(facts.get(SpecLocation.requestBody("$.a"), Aspect.NULLABLE)).isEqualTo(true);
    assertThat(facts.get(SpecLocation.requestBody("$.b"), Aspect.ENUM)).isEqualTo(List.of("5"));
  }

  @Test
  void joinsTheTypesOfAChoiceAndMergesWhatAllMustHold() {
    Facts facts =
        SpecReader.read(
            "x",
            body(
                "{allOf: [{required: [a], properties: {a: {oneOf: [{type: string}, {type:"
                    + " integer}]}}}, {properties: {b: {type: boolean}}}]}"));

    assertThat(facts.get(SpecLocation.requestBody("$.a"), Aspect.TYPE)).isEqualTo("integer|string");
    assertThat(facts.get(SpecLocation.requestBody("$.a"), Aspect.REQUIRED)).isEqualTo(true);
    assertThat(facts.get(SpecLocation.requestBody("$.b"), Aspect.TYPE)).isEqualTo("boolean");
  }

  @Test
  void readsOfWhichPropertiesOneIsRequired() {
    Facts facts =
        SpecReader.read("x", body("{type: object, anyOf: [{required: [b]}, {required: [a]}]}"));

    assertThat(facts.get(SpecLocation.requestBody("$"), Aspect.AT_LEAST_ONE_OF))
        .isEqualTo(List.of("a", "b"));
    assertThat(facts.get(SpecLocation.requestBody("$"), Aspect.TYPE)).isEqualTo("object");
  }

  @Test
  void readsParametersServersAndCredentials() {
    Facts facts =
        SpecReader.read(
            "x",
            "openapi: 3.0.3\n"
                + "servers: [{url: 'https://A.example/v1/'}]\n"
                + "security: [{k: []}, {b: []}]\n"
                + "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}, b:"
                + " {type: http, scheme: Bearer}}}\n"
                + "paths:\n"
                + "  /c/{id}:\n"
                + "    parameters: [{name: id, in: path, schema: {type: integer}}, {name: V, in:"
                + " header, required: true, x-constant: '1', schema: {type: string}}]\n"
                + "    put: {parameters: [{name: id, in: path, schema: {type: string}}]}\n");

    assertThat(facts.has(SpecLocation.of(Part.SERVER, "https://a.example/v1"))).isTrue();
    assertThat(facts.get(SpecLocation.of(Part.CREDENTIALS, "x-key"), Aspect.SCHEME))
        .isEqualTo("apiKey in header");
    assertThat(facts.get(SpecLocation.of(Part.CREDENTIALS, "authorization"), Aspect.SCHEME))
        .isEqualTo("bearer");
    assertThat(facts.get(SpecLocation.of(Part.CREDENTIALS, "x-key"), Aspect.REQUIRED)).isNull();
    assertThat(facts.get(SpecLocation.of(Part.PATH_PARAMETER, "id"), Aspect.TYPE))
        .isEqualTo("string");
    assertThat(facts.get(SpecLocation.of(Part.REQUEST_HEADER, "v"), Aspect.ENUM))
        .isEqualTo(List.of("\"1\""));
  }

  @Test
  void readsAnswersWithTheirHeadersAndContentTypes() {
    Facts facts =
        SpecReader.read(
            "x",
            HEAD
                + "      responses:\n        4xx:\n          headers: {X-Left: {schema: {type:"
                + " integer}}}\n          content: {'Application/JSON; charset=utf-8': {schema:"
                + " {type: object}}, text/html: {}}\n");

    assertThat(facts.get(new SpecLocation(Part.ANSWER, "4XX", ""), Aspect.CONTENT_TYPES))
        .isEqualTo(List.of("application/json", "text/html"));
    assertThat(facts.get(new SpecLocation(Part.ANSWER_HEADER, "4XX", "x-left"), Aspect.TYPE))
        .isEqualTo("integer");
    assertThat(facts.get(SpecLocation.answerBody("4XX", "$"), Aspect.TYPE)).isEqualTo("object");
  }

  @Test
  void cutsRecursiveSchemas() {
    Facts facts =
        SpecReader.read(
            "x",
            body("{$ref: '#/components/schemas/A'}")
                + "components: {schemas: {A: {properties: {a: {$ref:"
                + " '#/components/schemas/A'}}}}}");

    assertThat(facts.has(SpecLocation.requestBody("$.a"))).isTrue();
    assertThat(facts.has(SpecLocation.requestBody("$.a.a"))).isFalse();
  }

  @Test
  void findsAnOperationWhateverItsParametersAreCalled() {
    String text =
        "{\"openapi\":\"3.1.0\",\t\"paths\":{\"/a\":{\"put\":{}},\"/c/{x}\":{\"put\":{},"
            + "\"get\":{}}}}";

    Facts facts = SpecReader.read(Source.text("x", text), "PUT", "/c/{id}");

    assertThat(facts.get(SpecLocation.of(Part.OPERATION, ""), Aspect.PATH)).isEqualTo("/c/{x}");
  }

  @Test
  void findsAnOperationOfWhichPartOfThePathStandsInTheServer() {
    String text =
        "{openapi: 3.0.0, servers: [{url: 'https://a.example'}], paths: {/a: {put: {}},"
            + " '/v1/c/{x}': {put: {}}}}";

    Facts facts = SpecReader.read(Source.text("x", text), "PUT", "/c/{id}");

    assertThat(facts.get(SpecLocation.of(Part.OPERATION, ""), Aspect.PATH)).isEqualTo("/v1/c/{x}");
  }

  @Test
  void saysWhyADocumentCannotBeRead() {
    refuses("just text", "x.yaml is not an OpenAPI document: it is no YAML or JSON");
    refuses("", "x.yaml is not an OpenAPI document: it is no YAML or JSON");
    refuses("a: b", "x.yaml is no OpenAPI document, and OpenAPI 3.0 or 3.1 is needed");
    refuses("swagger: '2.0'", "x.yaml is Swagger 2.0, and OpenAPI 3.0 or 3.1 is needed");
    refuses("openapi: 3.0.3\nopenapi: 3.0.3", "x.yaml, line 2: the key openapi is there twice");
    refuses("openapi: 3.0.3", "x.yaml has no operation, and one was expected");
    refuses(
        "openapi: 3.0.3\npaths: {/a: {get: {}, put: {}}}",
        "x.yaml has 2 operations, and one was expected");
    refuses(body("{$ref: '#/no'}"), "x.yaml, line 8: the $ref #/no leads nowhere");
    refuses(
        body("{$ref: 'b.yaml#/a'}"),
        "x.yaml, line 8: the $ref to b.yaml cannot be followed: x.yaml stands in no folder in which"
            + " another document could be found");
    refuses(
        HEAD + "      security: [{k: []}]\n",
        "x.yaml, line 5: the security scheme k is not in the document");
    assertThatThrownBy(() -> SpecReader.read("x.yaml", "a:\n  - b\n c: d"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageStartingWith("x.yaml, line 3, is not well-formed YAML or JSON: ");
  }

  @Test
  void readsMergesOfMerges() {
    String start = "openapi: 3.1.0\nx-a: &a {type: string}\nx-b: &b {<<: *a, maxLength: 3}\n";
    String spec =
        start
            + "paths: {/a: {put: {requestBody: {content: {application/json: {schema:"
            + " {properties: {pet: {<<: *b}}}}}}}}}\n";

    Facts facts = SpecReader.read("spec", spec);

    assertThat(facts.get(SpecLocation.requestBody("$.pet"), Aspect.TYPE)).isEqualTo("string");
    assertThat(facts.get(SpecLocation.requestBody("$.pet"), Aspect.MAX_LENGTH)).hasToString("3");
    refuses(
        start.replace("&b {<<: *a", "&b {<<: *b") + "paths: {/a: {put: *b}}\n",
        "x.yaml, line 4: more than 50 merges (<<) stand in each other");
  }

  @Test
  void isNotBlownUpByAliases() {
    StringBuilder bomb = new StringBuilder("a0: &a0 x\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
    }

    refuses(
        bomb + body("{example: *a29}"),
        "x.yaml, line 1: the examples have more than 1000000 values");
  }

  @Test
  void isNotBlownUpByReferences() {
    StringBuilder schemas = new StringBuilder("components:\n  schemas:\n    A30: {}\n");
    for (int i = 0; i < 30; i++) {
      String next = "{$ref: '#/components/schemas/A%d'}".formatted(i + 1);
      schemas.append("    A%d: {properties: {a: %s, b: %s}}%n".formatted(i, next, next));
    }

    assertThatThrownBy(
            () -> SpecReader.read("x.yaml", body("{$ref: '#/components/schemas/A0'}") + schemas))
        .isInstanceOf(CannotCheckException.class)
        .hasMessageEndingWith("there are more than 20000 properties");
  }

  private static String body(String schema) {
    return HEAD
        + "      requestBody:\n        content:\n          application/json:\n            schema: "
        + schema
        + "\n";
  }

  private static void refuses(String text, String message) {
    assertThatThrownBy(() -> SpecReader.read("x.yaml", text))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(message);
  }
}
