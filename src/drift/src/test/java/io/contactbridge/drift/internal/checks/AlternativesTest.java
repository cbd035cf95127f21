package io.contactbridge.drift.internal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.openapi.SpecReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A change of an alternative is told once, at the place where it shows. */
final class AlternativesTest {
  private static final String CARD =
      "{required: [kind], properties: {kind: {type: string}, number: {type: string}}}";
  private static final String BANK =
      "{required: [kind], properties: {kind: {type: string}, iban: {type: string}}}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type in one branch       | oneOf: [CARD, BANK] | oneOf: [CARD, {required: [kind],"
            + " properties: {kind: {type: string}, iban: {type: integer}}}] | CHANGED TYPE"
            + " $.x.iban",
        "type of a shared name    | oneOf: [CARD, BANK] | oneOf: [CARD, {required: [kind],"
            + " properties: {kind: {type: integer}, iban: {type: string}}}] | CHANGED TYPE"
            + " $.x.kind",
        "branch added             | oneOf: [CARD, BANK] | oneOf: [CARD, BANK, {properties: {cash:"
            + " {type: boolean}}}] | CHANGED ALTERNATIVES $.x",
        "branch removed           | oneOf: [CARD, BANK, {properties: {cash: {type: boolean}}}] |"
            + " oneOf: [CARD, BANK] | CHANGED ALTERNATIVES $.x",
        "required in one branch   | anyOf: [CARD, BANK] | anyOf: [CARD, {required: [kind, iban],"
            + " properties: {kind: {type: string}, iban: {type: string}}}] | CHANGED ALTERNATIVES"
            + " $.x",
        "required in all branches | anyOf: [{properties: {a: {type: string}, b: {}}}, {properties:"
            + " {a: {type: string}, c: {}}}] | anyOf: [{required: [a], properties: {a: {type:"
            + " string}, b: {}}}, {required: [a], properties: {a: {type: string}, c: {}}}] |"
            + " CHANGED REQUIRED $.x.a",
        "property of one branch   | oneOf: [CARD, BANK]"
            + " | oneOf: [CARD, {required: [kind], properties: {kind: {type: string}}}]"
            + " | REMOVED $.x.iban",
        "limit in one branch      | anyOf: [{type: string, maxLength: 9}, {type: integer}] | anyOf:"
            + " [{type: string, maxLength: 5}, {type: integer}] | CHANGED ALTERNATIVES $.x",
        "type among scalars       | anyOf: [{type: string}, {type: integer}] | anyOf: [{type:"
            + " string}, {type: boolean}] | CHANGED TYPE $.x",
        "a choice within a choice | anyOf: [CARD, {oneOf: [BANK, {properties: {cash: {type:"
            + " boolean}}}]}] | anyOf: [CARD, {oneOf: [BANK, {properties: {cash: {type:"
            + " string}}}]}] | CHANGED TYPE $.x.cash",
        "an inner limit           | anyOf: [CARD, {oneOf: [BANK, {properties: {kind: {type: string,"
            + " maxLength: 9}}}]}] | anyOf: [CARD, {oneOf: [BANK, {properties: {kind: {type:"
            + " string, maxLength: 5}}}]}] | CHANGED ALTERNATIVES $.x",
        "value of a discriminator | oneOf: [CARD, BANK], discriminator: {propertyName: kind}"
            + " | oneOf: [CARD, BANK], discriminator: {propertyName: kind, mapping: {card: '#/x'}}"
            + " | CHANGED FURTHER_RULES $.x",
        "exactly one of required  | type: object | type: object, oneOf: [{required: [a]},"
            + " {required: [b]}] | CHANGED ALTERNATIVES $.x",
        "another of required      | oneOf: [{required: [a]}, {required: [b]}] | oneOf: [{required:"
            + " [a]}, {required: [c]}] | CHANGED ALTERNATIVES $.x",
        "oneOf instead of anyOf   | anyOf: [CARD, BANK] | oneOf: [CARD, BANK] | CHANGED"
            + " ALTERNATIVES $.x",
        "limit beside allOf       | allOf: [{type: string, maxLength: 9}, {maxLength: 8}]"
            + " | allOf: [{type: string, maxLength: 9}, {maxLength: 5}] | CHANGED MAX_LENGTH $.x",
        "an unread rule           | type: string | type: string, not: {enum: [a]} | CHANGED"
            + " FURTHER_RULES $.x",
        "what a rule refers to    | not: {$ref: '#/components/schemas/A'} | not: {$ref:"
            + " '#/components/schemas/B'} | CHANGED FURTHER_RULES $.x",
        "a name without property  | type: object | type: object, required: [a] | ADDED $.x.a",
        "another default          | default: 5 | default: 6 | CHANGED DEFAULT $.x",
        "only in answers          | type: string | `type: string, readOnly: true` | REMOVED $.x",
      })
  void tells(String what, String before, String after, String told) {
    assertThat(told(before, after)).as(what).containsExactly(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "order of branches    | oneOf: [CARD, BANK] | oneOf: [BANK, CARD]",
        "words of a branch    | oneOf: [CARD, {type: string}] | oneOf: [CARD, {type: string,"
            + " description: B}]",
        "null as a branch     | anyOf: [{type: string}, {type: 'null'}] | type: string, nullable:"
            + " true",
        "null as another type | anyOf: [CARD, {type: 'null'}] | nullable: true, allOf: [CARD]",
        "a choice of one      | oneOf: [CARD] | allOf: [CARD]",
        "behind a reference   | oneOf: [{$ref: '#/components/schemas/A'}, CARD] | oneOf: [{type:"
            + " string}, CARD]",
        "additionalProperties | type: object | type: object, additionalProperties: true",
      })
  void saysTheSame(String what, String before, String after) {
    assertThat(told(before, after)).as(what).isEmpty();
  }

  private static List<String> told(String before, String after) {
    return Comparison.compare(SpecReader.read("a", body(before)), SpecReader.read("b", body(after)))
        .stream()
        .filter(change -> change.aspect() != Aspect.DESCRIPTION)
        .map(AlternativesTest::told)
        .toList();
  }

  private static String told(Change change) {
    SpecLocation place = change.before() == null ? change.after() : change.before();
    return change.kind()
        + (change.aspect() == null ? "" : " " + change.aspect())
        + " "
        + (place == null ? "" : place.path());
  }

  private static String body(String schema) {
    return """
    openapi: 3.0.3
    components: {schemas: {A: {type: string}, B: {type: integer}}}
    paths:
      /a:
        put:
          requestBody:
            content:
              application/json:
                schema: {type: object, properties: {x: {%s}}}
    """
        .formatted(schema.replace("CARD", CARD).replace("BANK", BANK));
  }
}
