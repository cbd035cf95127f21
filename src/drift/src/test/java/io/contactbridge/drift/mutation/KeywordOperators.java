package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Controls.Control;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Changes in the less usual words of OpenAPI, some of which only version 3.1 has. */
final class KeywordOperators {
  private static final String PET = "pet";
  private static final String CAT = "{$ref: '#/components/schemas/Cat'}";
  private static final String CHOICE =
      "{oneOf: [%s, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind,"
              .formatted(CAT)
          + " mapping: {cat: '#/components/schemas/Cat', dog: '#/components/schemas/Dog'}}}";
  private static final String NESTED =
      "{allOf: [{allOf: [{properties: {a: {type: string}}}], properties: {b: {type: string}}}],"
          + " properties: {c: {type: string}}}";
  private static final String QUERY = "{name: q, in: query, schema: {type: array, items: {%s}}}";

  private KeywordOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        schema("mapping of a discriminator", CHOICE, CHOICE.replace("{cat:", "{kitty:"), ""),
        schema("property of a discriminator", CHOICE, CHOICE.replace("Name: kind", "Name: x"), ""),
        schema("type in allOf of allOf", NESTED, NESTED.replace("a: {type: string", "a: {"), ".a")
            .edit(
                (spec, crm) -> put(spec, NESTED.replace("a: {type: string", "a: {type: integer"))),
        schema(
                "required beside allOf",
                NESTED,
                NESTED.replace("{allOf", "{required: [a], allOf"),
                ".a")
            .expect(crm -> pet(".a", Level.MAY_BREAK)),
        schema("rule beside a reference", CAT, CAT.replace("}", ", maxProperties: 1}"), ""),
        schema("const", "{const: a}", "{const: b}", ""),
        schema("minProperties", "{type: object}", "{type: object, minProperties: 1}", ""),
        schema("not", "{not: {enum: [x]}}", "{not: {enum: [y]}}", ""),
        schema(
            "exclusiveMinimum",
            "{type: number, minimum: 0}",
            "{type: number, exclusiveMinimum: 0}",
            ""),
        schema(
                "exclusiveMaximum loosened",
                "{type: number, exclusiveMaximum: 5}",
                "{type: number, exclusiveMaximum: 9}",
                "")
            .expect(crm -> pet("", Level.NO_EFFECT)),
        schema("null in a list of types", "{type: [string, 'null']}", "{type: string}", ""),
        schema(
            "patternProperties",
            "{patternProperties: {'^x': {type: string}}}",
            "{patternProperties: {'^x': {type: integer}}}",
            ""),
        schema(
            "dependentRequired",
            "{type: object}",
            "{type: object, dependentRequired: {a: [b]}}",
            ""),
        schema(
            "then",
            "{if: {required: [a]}, then: {required: [b]}}",
            "{if: {required: [a]}, then: {required: [c]}}",
            ""),
        schema(
            "unevaluatedProperties",
            "{type: object}",
            "{type: object, unevaluatedProperties: false}",
            ""),
        schema(
                "schema that admits nothing",
                "{properties: {a: {type: string}}}",
                "{properties: {a: false}}",
                ".a")
            .expect(crm -> Expected.of(Kind.REMOVED, "REQUEST_BODY", "$.pet.a", Level.MAY_BREAK)),
        definition("schema with an anchor", "{$ref: '#cat'}", "Cat", "meow")
            .expect(crm -> pet(".meow", Level.MAY_BREAK)),
        definition("what not refers to", "{not: %s}".formatted(CAT), "Cat", "meow")
            .expect(crm -> pet("", Level.MAY_BREAK)),
        definition("what leads to itself", "{$ref: '#/components/schemas/Node'}", "Node", "v")
            .expect(crm -> pet(".v", Level.MAY_BREAK)),
        parameter(
                "rule of the path's parameter",
                "{name: q, in: query, schema: {type: string}}",
                "{name: q, in: query, required: true, schema: {type: string}}")
            .edit(
                (spec, crm) -> {
                  spec.pathItem()
                      .put(
                          "parameters",
                          Trees.listOf(spec.parameters().remove(spec.parameters().size() - 1)));
                  add(spec, "{name: q, in: query, required: true, schema: {type: string}}");
                })
            .expect(crm -> Expected.of(Kind.CHANGED, "QUERY_PARAMETER", "q", Level.BREAKS)),
        parameter(
            "elements of a parameter",
            QUERY.formatted("type: string"),
            QUERY.formatted("type: integer")),
        parameter(
            "JSON in a parameter",
            "{name: q, in: query, schema: {type: string}}",
            "{name: q, in: query, content: {application/json: {schema: {type: string}}}}"),
        parameter(
            "style of a parameter",
            QUERY.formatted("type: string"),
            QUERY.formatted("type: string").replace("in: query", "in: query, explode: false")),
        parameter(
                "parameter as a header",
                "{name: q, in: query, required: true, schema: {type: string}}",
                "{name: q, in: header, required: true, schema: {type: string}}")
            .expect(crm -> Expected.of(Kind.MOVED, "QUERY_PARAMETER", "q", Level.BREAKS)),
        Operator.of("keyword: servers of the path")
            .edit(
                (spec, crm) ->
                    spec.pathItem()
                        .put("servers", Trees.read("[{url: 'https://other.example.com'}]")))
            .expect(
                crm ->
                    new Expected(Set.of(Kind.RENAMED), Set.of("SERVER"), Set.of(), Level.BREAKS)),
        Operator.of("keyword: credential in the query")
            .edit(
                (spec, crm) -> {
                  spec.credential().clear();
                  spec.credential()
                      .putAll(Trees.object("type", "apiKey", "in", "query", "name", "key"));
                })
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.CHANGED), Set.of("CREDENTIALS"), Set.of(), Level.BREAKS)),
        Operator.of("keyword: refusal in default alone", Crm.ACQUIRE, Crm.LINQ, Crm.RAZE)
            .edit((spec, crm) -> Trees.rename(spec.responses(), "404", "default"))
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.RENAMED), Set.of("ANSWER"), Set.of(), Level.MAY_BREAK)),
        Operator.of("keyword: multipart")
            .edit(
                (spec, crm) ->
                    Trees.rename(spec.requestContent(), "application/json", "multipart/form-data"))
            .expect(crm -> Expected.of(Kind.CHANGED, "REQUEST_BODY", "", Level.BREAKS)),
        Operator.of("keyword: renamed, with other words and examples")
            .given(
                (spec, crm) ->
                    put(spec, "{type: integer, description: How old it is., example: 7}"))
            .edit(
                (spec, crm) -> {
                  properties(spec).remove(PET);
                  properties(spec)
                      .put(
                          "vintage",
                          Trees.read("{type: integer, description: Years so far., example: 12}"));
                })
            .expect(crm -> Expected.of(Kind.RENAMED, "REQUEST_BODY", "$.pet", Level.MAY_BREAK)));
  }

  /** Returns what is written otherwise in these words and says the same. */
  static List<Control> controls(Crm crm) {
    return List.of(
        same(
            crm,
            "mapping by name",
            CHOICE,
            CHOICE.replace("'#/components/schemas/Cat', dog", "Cat, dog")),
        same(
            crm,
            "allOf written out",
            NESTED,
            "{properties: {a: {type: string}, b: {type: string}, c: {type: string}}}"),
        same(
            crm,
            "excluded limit",
            "{type: number, minimum: 0, exclusiveMinimum: true}",
            "{type: number, exclusiveMinimum: 0}"),
        same(crm, "null as a type", "{type: string, nullable: true}", "{type: [string, 'null']}"),
        same(
            crm,
            "types as anyOf",
            "{type: [string, integer]}",
            "{anyOf: [{type: string}, {type: integer}]}"),
        same(crm, "const as enum", "{const: a}", "{enum: [a]}"),
        same(
            crm,
            "words in a rule",
            "{not: {enum: [x]}}",
            "{not: {enum: [x], description: Never.}}"),
        moved(
            crm,
            "parameter of the path",
            spec -> spec.pathItem().put("parameters", spec.operation().remove("parameters"))),
        moved(
            crm,
            "default style",
            spec ->
                Trees.map(spec.parameters().get(spec.parameters().size() - 1))
                    .putAll(Trees.object("style", "form", "explode", true))),
        moved(
            crm,
            "path in the server",
            spec -> spec.server().merge("url", "/v9", (url, more) -> "" + url + more),
            spec -> Trees.rename(spec.paths(), spec.path(), "/v9" + spec.path())));
  }

  private static Control same(Crm crm, String name, String before, String after) {
    Spec old = modern(crm);
    put(old, before);
    Spec now = modern(crm);
    put(now, after);
    return new Control(name, crm, old.text(), now.text(), false);
  }

  private static Control moved(Crm crm, String name, Consumer<Spec> edit) {
    return moved(crm, name, spec -> {}, edit);
  }

  private static Control moved(Crm crm, String name, Consumer<Spec> before, Consumer<Spec> edit) {
    Spec old = modern(crm);
    add(old, QUERY.formatted("type: string"));
    Spec now = old.copy();
    before.accept(old);
    edit.accept(now);
    return new Control(name, crm, old.text(), now.text(), false);
  }

  private static Spec modern(Crm crm) {
    Spec spec = Spec.of(crm);
    define(spec);
    return spec;
  }

  private static Operator<Crm> schema(String name, String before, String after, String inside) {
    return Operator.of("keyword: " + name)
        .given(
            (spec, crm) -> {
              define(spec);
              put(spec, before);
            })
        .edit((spec, crm) -> put(spec, after))
        .expect(crm -> pet(inside, Level.MAY_BREAK));
  }

  private static Operator<Crm> definition(
      String name, String schema, String definition, String property) {
    return schema(name, schema, schema, "")
        .edit(
            (spec, crm) ->
                Trees.map(
                        properties(Trees.map(spec.components("schemas").get(definition)))
                            .get(property))
                    .put("type", "integer"));
  }

  private static Operator<Crm> parameter(String name, String before, String after) {
    return Operator.of("keyword: " + name)
        .given((spec, crm) -> add(spec, before))
        .edit(
            (spec, crm) -> {
              spec.parameters().remove(spec.parameters().size() - 1);
              add(spec, after);
            })
        .expect(crm -> Expected.of(Kind.CHANGED, "QUERY_PARAMETER", "q", Level.MAY_BREAK));
  }

  private static Expected pet(String inside, Level level) {
    return Expected.of(Kind.CHANGED, "REQUEST_BODY", "$." + PET + inside, level);
  }

  private static void define(Spec spec) {
    spec.root().put("openapi", "3.1.0");
    spec.components("schemas")
        .putAll(
            Trees.map(
                Trees.read(
                    "{Cat: {$anchor: cat, properties: {kind: {type: string}, meow: {type:"
                        + " string}}}, Dog: {properties: {kind: {type: string}, bark:"
                        + " {type: integer}}}, Node: {properties: {v: {type: string}, next: {$ref:"
                        + " '#/components/schemas/Node'}}}}")));
  }

  private static void add(Spec spec, String parameter) {
    spec.parameters().add(Trees.read(parameter));
  }

  private static void put(Spec spec, String schema) {
    properties(spec).put(PET, Trees.read(schema));
  }

  private static Map<String, Object> properties(Spec spec) {
    return properties(spec.body(""));
  }

  private static Map<String, Object> properties(Map<String, Object> schema) {
    return Trees.child(schema, "properties");
  }
}
