package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import io.contactbridge.drift.mutation.Target.Shape;
import io.contactbridge.drift.mutation.Target.Use;
import io.contactbridge.drift.mutation.Target.Where;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Changes of the properties of answers, those that refuse a request among them. */
final class AnswerOperators {
  private static final String NEW = "account_ref";
  private static final String UUID = "3f2b8c1e-6d4a-4e57-9b0f-2a7c5d8e1f36";
  private static final Map<Crm, String> CONTACT =
      Map.of(
          Crm.ACQUIRE,
          "$.data",
          Crm.HIGHLEVEL,
          "$.contact",
          Crm.LINQ,
          "$.data",
          Crm.RAZE,
          "$.data");

  private AnswerOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.at("answer: renamed", AnswerOperators::named)
            .edit((spec, t) -> Schemas.rename(spec, t, t.renamed()))
            .expect(t -> renamed(t, t.renamed()))
            .answers(t -> Manner.renamed(t, t.renamed())),
        Operator.at("answer: re-cased", AnswerOperators::named)
            .edit((spec, t) -> Schemas.rename(spec, t, Schemas.recase(t.name())))
            .expect(t -> renamed(t, Schemas.recase(t.name())))
            .answers(t -> Manner.renamed(t, Schemas.recase(t.name()))),
        Operator.of("answer: moved")
            .edit((spec, crm) -> Move.ANSWER.get(crm).apply(spec))
            .expect(crm -> Move.ANSWER.get(crm).expected("ANSWER_BODY", Level.BREAKS))
            .answers(crm -> Move.ANSWER.get(crm).manner()),
        Operator.at("answer: required gone", AnswerOperators::named)
            .given((spec, t) -> Schemas.require(t.parent(spec), t.name()))
            .edit(Schemas::remove)
            .expect(t -> Expected.of(Kind.REMOVED, t, t.use().lost()))
            .answers(t -> Manner.value(t, Trees.GONE)),
        Operator.at("answer: optional gone", AnswerOperators::named)
            .edit(Schemas::remove)
            .expect(t -> Expected.of(Kind.REMOVED, t, t.use().lost()))
            .answers(t -> Manner.value(t, Trees.GONE)),
        added("answer: added to open object").given((spec, t) -> {}),
        added("answer: added to closed object")
            .given((spec, t) -> t.parent(spec).put("additionalProperties", false)),
        Operator.at("answer: number as string", t -> numbers(t))
            .edit(
                (spec, t) -> {
                  t.schema(spec).put("type", "string");
                  t.schema(spec).remove("format");
                })
            .expect(t -> Expected.of(Kind.CHANGED, t, t.use().retyped()))
            .answers(t -> Manner.values(t, String::valueOf)),
        Operator.at("answer: string as number", t -> !t.isRequest() && t.isText())
            .edit((spec, t) -> t.schema(spec).put("type", "integer"))
            .expect(t -> Expected.of(Kind.CHANGED, t, t.use().retyped()))
            .answers(t -> Manner.value(t, 17)),
        Operator.at("answer: integer widened", AnswerOperators::numbers)
            .given((spec, t) -> t.schema(spec).put("format", "int32"))
            .edit((spec, t) -> t.schema(spec).put("format", "int64"))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, 17_179_869_184L)),
        Operator.at("answer: nullable", AnswerOperators::named)
            .given((spec, t) -> t.schema(spec).remove("nullable"))
            .edit((spec, t) -> t.schema(spec).put("nullable", true))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, null)),
        Operator.at("answer: became optional", AnswerOperators::named)
            .given((spec, t) -> Schemas.require(t.parent(spec), t.name()))
            .edit((spec, t) -> Schemas.unrequire(t.parent(spec), t.name()))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, Trees.GONE)),
        choice("answer: enum value added", Level.MAY_BREAK)
            .edit(
                (spec, t) -> {
                  Schemas.values(spec, t).add("brand-new");
                  Schemas.words(spec, t).add("The newest.");
                })
            .answers(t -> Manner.value(t, "brand-new")),
        choice("answer: enum value removed", Level.NO_EFFECT)
            .edit(
                (spec, t) -> {
                  Schemas.values(spec, t).remove(1);
                  Schemas.words(spec, t).remove(1);
                }),
        choice("answer: enum re-cased", Level.MAY_BREAK)
            .edit((spec, t) -> Schemas.values(spec, t).replaceAll(AnswerOperators::otherCase))
            .answers(t -> Manner.values(t, AnswerOperators::otherCase)),
        Operator.at("answer: date as other text", AnswerOperators::dates)
            .edit((spec, t) -> t.schema(spec).remove("format"))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, "30 July 2025, 10:00")),
        Operator.at("answer: date as seconds since 1970", AnswerOperators::dates)
            .edit(
                (spec, t) ->
                    t.schema(spec).putAll(Trees.object("type", "integer", "format", "int64")))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, 1_753_887_600)),
        Operator.of("answer: form of ids", Crm.HIGHLEVEL, Crm.RAZE)
            .edit((spec, crm) -> id(spec, crm).put("format", "uuid"))
            .expect(
                crm ->
                    Expected.of(
                        Kind.CHANGED, "ANSWER_BODY", CONTACT.get(crm) + ".id", Level.MAY_BREAK))
            .answers(
                crm ->
                    Manner.bodies(
                        Reply::isSuccess,
                        body -> Trees.edit(body, CONTACT.get(crm) + ".id", old -> UUID))),
        Operator.at("answer: pattern", t -> named(t) && t.isText())
            .given((spec, t) -> t.schema(spec).put("pattern", "^[^#]*$"))
            .edit((spec, t) -> t.schema(spec).put("pattern", "^#.*$"))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.value(t, "#0815")));
  }

  private static boolean named(Target t) {
    return !t.isRequest() && t.isNamed();
  }

  private static boolean numbers(Target t) {
    return !t.isRequest() && t.shape() == Shape.NUMBER;
  }

  private static boolean dates(Target t) {
    return !t.isRequest() && t.shape() == Shape.DATE;
  }

  private static Operator<Target> added(String name) {
    return Operator.atObjects(name, AnswerOperators::named)
        .edit((spec, t) -> t.siblings(spec).put(NEW, Schemas.text("Who pays.", "a-1")))
        .expect(t -> Expected.of(Kind.ADDED, "ANSWER_BODY", t.sibling(NEW), levelOfNew(t)))
        .answers(t -> Manner.beside(t, NEW, "a-1"));
  }

  /** What Acquire has in that object and we do not know is a custom field to our users. */
  private static Level levelOfNew(Target t) {
    return t.crm() == Crm.ACQUIRE && t.parentPath().equals("$.data.fields")
        ? Level.MAY_BREAK
        : Level.NO_EFFECT;
  }

  private static Operator<Target> choice(String name, Level level) {
    // A text that callers can set may be anything, so it has no choice of values.
    return Operator.at(
            name,
            t ->
                !t.isRequest()
                    && (t.shape() == Shape.CHOICE
                        || (t.isText() && t.where() == Where.TOP && t.use() == Use.UNREAD)))
        .given(Schemas::choice)
        .expect(t -> Expected.of(Kind.CHANGED, t, level));
  }

  private static Expected renamed(Target t, String name) {
    return Expected.of(Kind.RENAMED, t, t.use().renamed()).orAt(t.sibling(name));
  }

  private static Map<String, Object> id(Spec spec, Crm crm) {
    return spec.schema("200", CONTACT.get(crm) + ".id");
  }

  private static Object otherCase(Object value) {
    String text = String.valueOf(value);
    String upper = text.toUpperCase(Locale.ROOT);
    return text.equals(upper) ? text.toLowerCase(Locale.ROOT) : upper;
  }
}
