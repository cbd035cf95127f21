package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of what is around the contact in an answer: envelope, status, type and headers. */
final class EnvelopeOperators {
  private static final String BODY = "ANSWER_BODY";
  private static final String HEADER = "X-RateLimit-Remaining";
  private static final String TOLD = "x-ratelimit-remaining";

  private EnvelopeOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.of("answer: envelope renamed")
            .edit((spec, crm) -> Trees.rename(properties(spec), envelope(crm), "result"))
            .expect(
                crm ->
                    Expected.of(Kind.RENAMED, BODY, "$." + envelope(crm), Level.BREAKS)
                        .orAt("$.result"))
            .answers(crm -> Manner.renamed(target(crm), "result")),
        Operator.of("answer: envelope dropped")
            .edit(EnvelopeOperators::unwrap)
            .expect(
                crm ->
                    Expected.of(Kind.MOVED, BODY, "$." + envelope(crm), Level.BREAKS)
                        .orKinds(Kind.REMOVED, Kind.RENAMED)
                        .orAt("$"))
            .answers(crm -> Manner.bodies(Reply::isSuccess, body -> unwrapped(body, crm))),
        Operator.of("answer: another envelope around it")
            .edit(
                (spec, crm) -> {
                  Map<String, Object> media = media(spec);
                  Object schema = media.get("schema");
                  media.put(
                      "schema",
                      Trees.object("type", "object", "properties", Trees.object("result", schema)));
                })
            .expect(
                crm ->
                    Expected.of(Kind.MOVED, BODY, "$", Level.BREAKS)
                        .orKinds(Kind.ADDED, Kind.RENAMED)
                        .orAt("$.result", "$." + envelope(crm), "$.result." + envelope(crm)))
            .answers(crm -> Manner.bodies(Reply::isSuccess, body -> Trees.object("result", body))),
        Operator.of("answer: object to array")
            .edit(
                (spec, crm) ->
                    properties(spec)
                        .put(
                            envelope(crm),
                            Trees.object(
                                "type", "array", "items", properties(spec).get(envelope(crm)))))
            .expect(crm -> Expected.of(Kind.CHANGED, BODY, "$." + envelope(crm), Level.BREAKS))
            .answers(crm -> Manner.values(target(crm), value -> Trees.listOf(value))),
        Operator.of("answer: success status")
            .edit((spec, crm) -> Trees.rename(spec.responses(), "200", "202"))
            .expect(crm -> Expected.of(Kind.RENAMED, "ANSWER", "", Level.MAY_BREAK))
            .answers(crm -> Manner.status(200, 202)),
        type("answer: content type of other JSON", "application/vnd.api+json", Level.MAY_BREAK)
            .answers(
                crm ->
                    reply ->
                        reply.isSuccess() ? reply.contentType("application/vnd.api+json") : reply),
        type("answer: content type", "application/xml", Level.BREAKS)
            .answers(
                crm ->
                    reply ->
                        reply.isSuccess()
                            ? reply.contentType("application/xml").body("<contact id=\"1\"/>")
                            : reply),
        Operator.of("answer: header removed")
            .given(EnvelopeOperators::header)
            .edit((spec, crm) -> headers(spec).remove(HEADER))
            .expect(crm -> Expected.of(Kind.REMOVED, "ANSWER_HEADER", TOLD, Level.MAY_BREAK))
            .answers(crm -> reply -> reply.without(HEADER)),
        Operator.of("answer: header retyped")
            .given(EnvelopeOperators::header)
            .edit(
                (spec, crm) -> {
                  Map<String, Object> schema =
                      Trees.map(spec.resolve(headers(spec).get(HEADER)).get("schema"));
                  schema.put("type", "string");
                  schema.remove("format");
                })
            .expect(crm -> Expected.of(Kind.CHANGED, "ANSWER_HEADER", TOLD, Level.MAY_BREAK))
            .answers(
                crm ->
                    reply ->
                        reply.headers().containsKey(HEADER)
                            ? reply.header(HEADER, "plenty")
                            : reply),
        Operator.of("answer: header renamed")
            .given(EnvelopeOperators::header)
            .edit((spec, crm) -> Trees.rename(headers(spec), HEADER, "RateLimit-Remaining"))
            .expect(
                crm ->
                    Expected.of(Kind.RENAMED, "ANSWER_HEADER", TOLD, Level.MAY_BREAK)
                        .orAt("ratelimit-remaining"))
            .answers(
                crm ->
                    reply ->
                        reply.headers().containsKey(HEADER)
                            ? reply.without(HEADER).header("RateLimit-Remaining", "99")
                            : reply));
  }

  static String envelope(Crm crm) {
    return crm == Crm.HIGHLEVEL ? "contact" : "data";
  }

  private static Target target(Crm crm) {
    return new Target(
        crm,
        "200",
        Target.Where.TOP,
        "$." + envelope(crm),
        "result",
        Target.Use.READ,
        Target.Shape.TEXT,
        spec -> {});
  }

  private static Operator<Crm> type(String name, String type, Level level) {
    return Operator.of(name)
        .edit((spec, crm) -> Trees.rename(spec.content("200"), "application/json", type))
        .expect(
            crm ->
                new Expected(Set.of(Kind.CHANGED), Set.of("ANSWER", BODY), Set.of("", "$"), level));
  }

  private static Map<String, Object> properties(Spec spec) {
    return Trees.child(spec.body("200"), "properties");
  }

  private static Map<String, Object> media(Spec spec) {
    return Trees.map(spec.content("200").values().iterator().next());
  }

  private static void unwrap(Spec spec, Crm crm) {
    Map<String, Object> contact =
        Trees.child(spec.schema("200", "$." + envelope(crm)), "properties");
    properties(spec).remove(envelope(crm));
    properties(spec).putAll(contact);
  }

  private static Object unwrapped(Object body, Crm crm) {
    Map<String, Object> all = Trees.map(Trees.copy(body));
    Object contact = all.remove(envelope(crm));
    all.putAll(Trees.map(contact));
    return all;
  }

  private static Map<String, Object> headers(Spec spec) {
    return Trees.child(spec.response("200"), "headers");
  }

  private static void header(Spec spec, Crm crm) {
    headers(spec)
        .putIfAbsent(
            HEADER,
            Trees.object(
                "description",
                "How many requests are left.",
                "schema",
                Trees.object("type", "integer", "format", "int32"),
                "example",
                99));
  }
}
