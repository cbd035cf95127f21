package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Changes of a specification that concern its readers, and that no vendor's answer shows. */
final class UnseenOperators {
  private static final String PAY = "payment";

  private UnseenOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        choice(
                "type in one branch",
                (spec, branches) -> bank(branches).put("iban", type("integer")))
            .expect(crm -> request(".iban", Level.MAY_BREAK)),
        choice("branch added", (spec, branches) -> branches.add(branch("cash")))
            .expect(crm -> request("", Level.NO_EFFECT)),
        choice("branch removed", (spec, branches) -> branches.remove(2))
            .expect(crm -> request("", Level.MAY_BREAK)),
        choice(
                "required in one branch",
                (spec, branches) -> Schemas.require(Trees.map(branches.get(1)), "iban"))
            .expect(crm -> request("", Level.MAY_BREAK)),
        choice(
                "limit in one branch",
                (spec, branches) -> Trees.map(bank(branches).get("iban")).put("maxLength", 5))
            .expect(crm -> request(".iban", Level.MAY_BREAK)),
        choice("limit of what several branches have", UnseenOperators::limited)
            .expect(crm -> request("", Level.MAY_BREAK)),
        choice("choice within a choice", UnseenOperators::nested)
            .expect(crm -> request("", Level.NO_EFFECT)),
        Operator.of("unseen: exactly one of required")
            .edit(
                (spec, crm) ->
                    spec.body("")
                        .put(
                            "oneOf",
                            Trees.listOf(
                                Trees.object("required", Trees.listOf("a")),
                                Trees.object("required", Trees.listOf("b")))))
            .expect(crm -> Expected.of(Kind.CHANGED, "REQUEST_BODY", "$", Level.MAY_BREAK)),
        Operator.of("unseen: cookie")
            .edit(
                (spec, crm) ->
                    spec.parameters()
                        .add(
                            Trees.object(
                                "name",
                                "session",
                                "in",
                                "cookie",
                                "required",
                                true,
                                "schema",
                                type("string"))))
            .expect(crm -> Expected.of(Kind.ADDED, "COOKIE", "session", Level.BREAKS)),
        Operator.of("unseen: scope")
            .given((spec, crm) -> scopes(spec, "contacts.write"))
            .edit((spec, crm) -> scopes(spec, "contacts.write", "contacts.admin"))
            .expect(crm -> at(Kind.CHANGED, "CREDENTIALS")),
        Operator.of("unseen: default of a server's variable")
            .given((spec, crm) -> server(spec, "eu"))
            .edit((spec, crm) -> server(spec, "us"))
            .expect(crm -> at(Kind.CHANGED, "SERVER")),
        Operator.of("unseen: name of the method")
            .edit((spec, crm) -> spec.operation().put("operationId", "changePerson"))
            .expect(crm -> at(Kind.CHANGED, "OPERATION")),
        Operator.of("unseen: name of a schema")
            .edit((spec, crm) -> renameSchema(spec))
            .expect(crm -> Expected.of(Kind.CHANGED, "REQUEST_BODY", "$", Level.MAY_BREAK)),
        Operator.at("unseen: default", t -> t.isRequest() && t.isNamed() && t.isText())
            .edit((spec, t) -> t.schema(spec).put("default", "first"))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK)),
        Operator.at("unseen: only in answers", t -> t.isRequest() && t.isNamed() && t.isText())
            .edit((spec, t) -> t.schema(spec).put("readOnly", true))
            .expect(t -> Expected.of(Kind.REMOVED, t, t.use().lost())),
        Operator.of("unseen: range of statuses", Crm.LINQ, Crm.RAZE, Crm.ACQUIRE)
            .edit((spec, crm) -> Trees.rename(spec.responses(), "404", "4XX"))
            .expect(
                crm -> Expected.of(Kind.RENAMED, "ANSWER", "", Level.MAY_BREAK).orPart("ANSWER")),
        Operator.of("unseen: another operation")
            .edit((spec, crm) -> spec.pathItem().put("get", Trees.object("responses", Map.of())))
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.ADDED), Set.of("OPERATION"), Set.of(), Level.NO_EFFECT)),
        Operator.of("unseen: another form of the request")
            .given((spec, crm) -> xml(spec, "string"))
            .edit((spec, crm) -> xml(spec, "integer"))
            .expect(crm -> Expected.of(Kind.CHANGED, "REQUEST_BODY", "", Level.MAY_BREAK)));
  }

  private static Operator<Crm> choice(String name, BiConsumer<Spec, List<Object>> edit) {
    return Operator.of("unseen: " + name)
        .given(
            (spec, crm) ->
                Trees.child(spec.body(""), "properties")
                    .put(
                        PAY,
                        Trees.object(
                            "oneOf",
                            Trees.listOf(branch("card"), branch("iban"), branch("wallet")))))
        .edit((spec, crm) -> edit.accept(spec, branches(spec)));
  }

  private static void limited(Spec spec, List<Object> branches) {
    Trees.map(bank(branches).get("kind")).put("maxLength", 5);
  }

  private static void nested(Spec spec, List<Object> branches) {
    Object last = branches.remove(2);
    branches.add(Trees.object("anyOf", Trees.listOf(last, branch("cash"))));
  }

  private static List<Object> branches(Spec spec) {
    return Trees.list(Trees.map(Trees.child(spec.body(""), "properties").get(PAY)).get("oneOf"));
  }

  private static Map<String, Object> branch(String name) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("kind", type("string"));
    properties.put(name, type("string"));
    return Trees.object("required", Trees.listOf("kind"), "properties", properties);
  }

  private static Map<String, Object> bank(List<Object> branches) {
    return Trees.child(Trees.map(branches.get(1)), "properties");
  }

  private static Map<String, Object> type(String type) {
    return Trees.object("type", type);
  }

  private static Expected request(String inside, Level level) {
    return Expected.of(Kind.CHANGED, "REQUEST_BODY", "$." + PAY + inside, level);
  }

  private static Expected at(Kind kind, String part) {
    return new Expected(Set.of(kind), Set.of(part), Set.of(), Level.MAY_BREAK);
  }

  private static void scopes(Spec spec, Object... scopes) {
    String name = spec.components("securitySchemes").keySet().iterator().next();
    spec.operation().put("security", Trees.listOf(Trees.object(name, Trees.listOf(scopes))));
  }

  private static void server(Spec spec, String region) {
    spec.server().put("url", "https://{region}.example.com");
    spec.server().put("variables", Trees.object("region", Trees.object("default", region)));
  }

  private static void xml(Spec spec, String type) {
    spec.requestContent().put("application/xml", Trees.object("schema", type(type)));
  }

  private static void renameSchema(Spec spec) {
    Map<String, Object> media = Trees.map(spec.requestContent().values().iterator().next());
    Map<String, Object> schema = Trees.map(media.get("schema"));
    String reference = String.valueOf(schema.get("$ref"));
    String name = reference.substring(reference.lastIndexOf('/') + 1);
    Trees.rename(spec.components("schemas"), name, "PersonChange");
    schema.put("$ref", "#/components/schemas/PersonChange");
  }
}
