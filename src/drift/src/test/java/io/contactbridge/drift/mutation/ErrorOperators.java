package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of how a CRM refuses. */
final class ErrorOperators {
  private static final String BODY = "ANSWER_BODY";
  private static final String LIMITED = "429";

  /** A place in errors whose form changes, and what becomes of it. */
  private record Shape(String status, String path, Object now, Object value, Level level) {}

  private static final Map<Crm, Shape> SHAPES =
      Map.of(
          Crm.ACQUIRE,
          new Shape("400", "$.message", list(text()), List.of("Invalid request"), Level.MAY_BREAK),
          // An object in a list has no words that the facade finds, and tells no fault then.
          Crm.HIGHLEVEL,
          new Shape(
              "400",
              "$.message",
              list(object("detail")),
              List.of(Map.of("detail", "Contact not found")),
              Level.BREAKS),
          Crm.LINQ,
          new Shape(
              "404", "$.errors[*]", object("detail"), Map.of("detail", "None."), Level.MAY_BREAK),
          Crm.RAZE,
          new Shape("404", "$.error", text(), "Contact not found", Level.MAY_BREAK));

  private ErrorOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.of("error: status added")
            .edit((spec, crm) -> spec.responses().put("423", refusal("The contact is locked.")))
            .expect(crm -> Expected.of(Kind.ADDED, "ANSWER", "", Level.MAY_BREAK))
            .answers(crm -> Manner.status(Refusal.invalid(crm), 423)),
        Operator.of("error: status changed")
            .edit(
                (spec, crm) ->
                    Trees.rename(
                        spec.responses(),
                        crm == Crm.HIGHLEVEL ? "422" : "404",
                        crm == Crm.HIGHLEVEL ? "406" : "410"))
            // 410 means what 404 means, and a refusal of values is one whatever the status.
            .expect(crm -> Expected.of(Kind.RENAMED, "ANSWER", "", Level.MAY_BREAK))
            .answers(
                crm -> crm == Crm.HIGHLEVEL ? Manner.status(422, 406) : Manner.status(404, 410)),
        Operator.of("error: shape")
            .given(ErrorOperators::form)
            .edit((spec, crm) -> reshape(spec, SHAPES.get(crm)))
            .expect(
                crm ->
                    Expected.of(
                        Kind.CHANGED, BODY, SHAPES.get(crm).path(), SHAPES.get(crm).level()))
            .answers(
                crm ->
                    Manner.bodies(
                        reply -> !reply.isSuccess(),
                        body ->
                            Trees.edit(
                                body, SHAPES.get(crm).path(), old -> SHAPES.get(crm).value()))),
        Operator.of("error: HTML")
            .edit(
                (spec, crm) -> {
                  Map<String, Object> content = spec.content(faulty(crm));
                  content.clear();
                  content.put("text/html", Trees.object("schema", text()));
                })
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.CHANGED),
                        Set.of("ANSWER", BODY),
                        Set.of("", "$"),
                        faulty(crm).equals("400") ? Level.BREAKS : Level.MAY_BREAK))
            .answers(
                crm ->
                    reply ->
                        reply.status() == Integer.parseInt(faulty(crm))
                            ? Reply.html(reply.status())
                            : reply),
        Operator.of("rate limit: body")
            .given(ErrorOperators::limited)
            .edit((spec, crm) -> Trees.rename(limit(spec), "retry_after", "retry_after_seconds"))
            .expect(
                crm ->
                    Expected.of(Kind.RENAMED, BODY, limitPath(crm), Level.MAY_BREAK)
                        .orAt(limitPath(crm) + "_seconds"))
            .answers(crm -> Manner.renamed(limit(crm), "retry_after_seconds")),
        Operator.of("rate limit: status")
            .given(ErrorOperators::limited)
            .edit((spec, crm) -> Trees.rename(spec.responses(), LIMITED, "420"))
            .expect(crm -> Expected.of(Kind.RENAMED, "ANSWER", "", Level.BREAKS))
            .answers(crm -> Manner.status(429, 420)));
  }

  private static Map<String, Object> text() {
    return Trees.object("type", "string");
  }

  private static Map<String, Object> object(String property) {
    return Trees.object("type", "object", "properties", Trees.object(property, text()));
  }

  private static Map<String, Object> list(Map<String, Object> items) {
    return Trees.object("type", "array", "items", items);
  }

  private static Map<String, Object> refusal(String description) {
    return Trees.object(
        "description",
        description,
        "content",
        Trees.object("application/json", Trees.object("schema", object("message"))));
  }

  private static void form(Spec spec, Crm crm) {
    if (crm == Crm.ACQUIRE) {
      Trees.child(spec.body("400"), "properties")
          .put("message", Schemas.text("The cause, for people.", "Invalid request"));
    }
  }

  private static void reshape(Spec spec, Shape shape) {
    Map<String, Object> schema = spec.schema(shape.status(), shape.path());
    Object description = schema.get("description");
    schema.clear();
    schema.put("description", description);
    schema.putAll(Trees.map(Trees.copy(shape.now())));
  }

  /** Returns the status with which a missing contact is refused, or at Acquire a bad value. */
  private static String faulty(Crm crm) {
    return crm == Crm.ACQUIRE || crm == Crm.HIGHLEVEL ? "400" : "404";
  }

  /** Gives the refusal of a caller in a hurry a form of its own, which says how long to wait. */
  private static void limited(Spec spec, Crm crm) {
    if (crm != Crm.RAZE) {
      Map<String, Object> form = object("message");
      Trees.child(form, "properties")
          .put("retry_after", Trees.object("type", "integer", "description", "In seconds."));
      Map<String, Object> refusal = refusal("Too many requests.");
      Trees.map(Trees.child(refusal, "content").get("application/json")).put("schema", form);
      spec.responses().put(LIMITED, refusal);
    }
  }

  private static String limitPath(Crm crm) {
    return crm == Crm.RAZE ? "$.error.retry_after" : "$.retry_after";
  }

  private static Target limit(Crm crm) {
    return new Target(
        crm,
        LIMITED,
        Target.Where.ERROR,
        limitPath(crm),
        "retry_after_seconds",
        Target.Use.WORDS,
        Target.Shape.NUMBER,
        spec -> {});
  }

  private static Map<String, Object> limit(Spec spec) {
    Map<String, Object> properties = Trees.child(spec.body(LIMITED), "properties");
    return properties.containsKey("retry_after")
        ? properties
        : Trees.child(spec.schema(LIMITED, "$.error"), "properties");
  }
}
