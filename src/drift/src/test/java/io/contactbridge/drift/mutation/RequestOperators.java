package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import io.contactbridge.drift.mutation.Target.Use;
import io.contactbridge.drift.mutation.Target.Where;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Changes of what a CRM takes in the body of a request. */
final class RequestOperators {
  private static final String REQUEST = "REQUEST_BODY";
  private static final String NEW = "account_ref";

  private RequestOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.atObjects("request: new required field", RequestOperators::named)
            .edit(
                (spec, t) -> {
                  t.siblings(spec).put(NEW, Schemas.text("Who pays.", "a-1"));
                  Schemas.require(t.parent(spec), NEW);
                })
            .expect(t -> Expected.of(Kind.ADDED, REQUEST, t.sibling(NEW), ofObject(t))),
        Operator.atObjects("request: new optional field", RequestOperators::named)
            .edit((spec, t) -> t.siblings(spec).put(NEW, Schemas.text("Who pays.", "a-1")))
            .expect(t -> Expected.of(Kind.ADDED, REQUEST, t.sibling(NEW), Level.NO_EFFECT)),
        Operator.at("request: removed", RequestOperators::named)
            .edit(Schemas::remove)
            .expect(t -> Expected.of(Kind.REMOVED, t, t.use().lost())),
        Operator.at("request: renamed", RequestOperators::named)
            .edit((spec, t) -> Schemas.rename(spec, t, t.renamed()))
            .expect(t -> renamed(t, t.renamed())),
        Operator.at("request: re-cased", RequestOperators::named)
            .edit((spec, t) -> Schemas.rename(spec, t, Schemas.recase(t.name())))
            .expect(t -> renamed(t, Schemas.recase(t.name()))),
        Operator.of("request: moved")
            .edit((spec, crm) -> Move.REQUEST.get(crm).apply(spec))
            .expect(crm -> Move.REQUEST.get(crm).expected(REQUEST, Level.BREAKS)),
        Operator.at("request: became required", t -> named(t) && mayBeAbsent(t))
            .edit((spec, t) -> Schemas.require(t.parent(spec), t.name()))
            .expect(t -> Expected.of(Kind.CHANGED, t, ofObject(t))),
        Operator.at("request: type", t -> t.isRequest() && t.isText())
            .edit((spec, t) -> t.schema(spec).put("type", "integer"))
            .expect(t -> Expected.of(Kind.CHANGED, t, t.use().retyped())),
        Operator.at("request: type to list", RequestOperators::named)
            .given((spec, t) -> t.schema(spec).remove("nullable"))
            .edit(RequestOperators::listed)
            .expect(t -> Expected.of(Kind.CHANGED, t, t.use().lost())),
        value("request: format").edit((spec, t) -> t.schema(spec).put("format", "uuid")),
        choice("request: enum value removed", Level.MAY_BREAK)
            .edit(
                (spec, t) -> {
                  Schemas.values(spec, t).remove(2 < Schemas.values(spec, t).size() ? 2 : 1);
                  Schemas.words(spec, t).remove(2 < Schemas.words(spec, t).size() ? 2 : 1);
                }),
        choice("request: enum value added", Level.NO_EFFECT)
            .edit(
                (spec, t) -> {
                  Schemas.values(spec, t).add("brand-new");
                  Schemas.words(spec, t).add("The newest.");
                })
            .expect(t -> Expected.of(Kind.CHANGED, t, alsoAnswered(t))),
        value("request: enum introduced").edit(Schemas::choice),
        value("request: longest").given(longest(100)).edit(longest(40)),
        value("request: shortest")
            .given((spec, t) -> t.schema(spec).put("minLength", 1))
            .edit((spec, t) -> t.schema(spec).put("minLength", 3)),
        Operator.at("request: longest loosened", t -> t.isRequest() && t.isText())
            .given(longest(100))
            .edit(longest(200))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.NO_EFFECT)),
        value("request: pattern added")
            .edit((spec, t) -> t.schema(spec).put("pattern", "^[A-Z]{2}$")),
        value("request: pattern changed")
            .given((spec, t) -> t.schema(spec).put("pattern", "^.+$"))
            .edit((spec, t) -> t.schema(spec).put("pattern", "^[0-9A-F-]{36}$")),
        Operator.at("request: nullable no more", RequestOperators::text)
            .given((spec, t) -> t.schema(spec).put("nullable", true))
            .edit((spec, t) -> t.schema(spec).remove("nullable"))
            .expect(
                t ->
                    Expected.of(
                        Kind.CHANGED,
                        t,
                        t.use() == Use.SENT_AND_CLEARED ? Level.BREAKS : Level.MAY_BREAK)),
        Operator.at("request: nullable now", t -> text(t) && t.use() != Use.SENT_AND_CLEARED)
            .given((spec, t) -> t.schema(spec).remove("nullable"))
            .edit((spec, t) -> t.schema(spec).put("nullable", true))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.NO_EFFECT)),
        Operator.of("request: branch of anyOf removed")
            .given(RequestOperators::branches)
            .edit(
                (spec, crm) -> {
                  Trees.list(object(spec, crm).get("anyOf")).remove(2);
                  Trees.list(object(spec, crm).get("x-at-least-one-of")).remove(2);
                })
            .expect(crm -> Expected.of(Kind.CHANGED, REQUEST, objectPath(crm), Level.BREAKS)),
        Operator.of("request: branch of anyOf added")
            .given(RequestOperators::branches)
            .edit(
                (spec, crm) -> {
                  Trees.list(object(spec, crm).get("anyOf")).add(branch(other(crm)));
                  Trees.list(object(spec, crm).get("x-at-least-one-of")).add(other(crm));
                })
            .expect(crm -> Expected.of(Kind.CHANGED, REQUEST, objectPath(crm), Level.NO_EFFECT)),
        Operator.of("request: renamed within anyOf")
            .given(RequestOperators::branches)
            .edit((spec, crm) -> Schemas.rename(spec, branchOf(crm), branchOf(crm).renamed()))
            .expect(crm -> renamed(branchOf(crm), branchOf(crm).renamed())),
        Operator.of("request: object closed", Crm.ACQUIRE, Crm.RAZE)
            .edit((spec, crm) -> open(spec, crm).put("additionalProperties", false))
            .expect(
                crm ->
                    Expected.of(Kind.CHANGED, REQUEST, openPath(crm), Level.BREAKS)
                        .orKinds(Kind.REMOVED)
                        .orAt(openPath(crm) + ".*")));
  }

  private static void listed(Spec spec, Target t) {
    Object description = t.schema(spec).get("description");
    Object items = t.siblings(spec).get(t.name());
    t.siblings(spec)
        .put(t.name(), Trees.object("type", "array", "description", description, "items", items));
  }

  private static boolean named(Target t) {
    return t.isRequest() && t.isNamed();
  }

  private static boolean text(Target t) {
    return named(t) && t.isText();
  }

  /** Our facade sends the id of every custom field, and the status must be there already. */
  private static boolean mayBeAbsent(Target t) {
    return t.where() != Where.ITEM && !t.path().endsWith(".status");
  }

  /** What depends on the value that a caller sends. */
  private static Operator<Target> value(String name) {
    return Operator.at(name, t -> t.isRequest() && t.isText())
        .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK));
  }

  private static Operator<Target> choice(String name, Level level) {
    // The contact has other tags and another message already, which a choice would rule out.
    return Operator.at(name, t -> t.isRequest() && t.isNamed() && !t.path().endsWith(".message"))
        .given(Schemas::choice)
        .expect(t -> Expected.of(Kind.CHANGED, t, level));
  }

  /** The words for do not disturb are those of answers too, where a new one may be a surprise. */
  private static Level alsoAnswered(Target t) {
    return t.path().endsWith(".status") ? Level.MAY_BREAK : Level.NO_EFFECT;
  }

  private static Expected renamed(Target t, String name) {
    return Expected.of(Kind.RENAMED, t, t.use().renamed()).orAt(t.sibling(name));
  }

  private static BiConsumer<Spec, Target> longest(int length) {
    return (spec, t) -> t.schema(spec).put("maxLength", length);
  }

  /** What every update must have concerns all of them; elsewhere those that have the object. */
  private static Level ofObject(Target t) {
    boolean root = t.parentPath().equals("$");
    return root || t.use() != Use.ALSO ? Level.BREAKS : Level.MAY_BREAK;
  }

  private static void branches(Spec spec, Crm crm) {
    Map<String, Object> object = object(spec, crm);
    if (!object.containsKey("anyOf")) {
      List<String> names = List.of("name", "phone", "email");
      object.put("anyOf", Trees.listOf(names.stream().map(RequestOperators::branch).toArray()));
      object.put("x-at-least-one-of", Trees.listOf(names.toArray()));
    }
  }

  private static Map<String, Object> branch(String name) {
    return Trees.object("required", Trees.listOf(name));
  }

  private static Target branchOf(Crm crm) {
    String path = objectPath(crm) + (crm == Crm.LINQ ? ".phone_number" : ".phone");
    return new Target(
        crm,
        "",
        Where.NESTED,
        path,
        crm == Crm.LINQ ? "phone" : "phone_number",
        Use.SENT,
        Target.Shape.TEXT,
        spec -> {});
  }

  private static String other(Crm crm) {
    return Map.of(
            Crm.ACQUIRE,
            "city",
            Crm.HIGHLEVEL,
            "companyName",
            Crm.LINQ,
            "company",
            Crm.RAZE,
            "company")
        .get(crm);
  }

  private static String objectPath(Crm crm) {
    return Map.of(Crm.ACQUIRE, "$.fields", Crm.LINQ, "$.contact").getOrDefault(crm, "$");
  }

  private static Map<String, Object> object(Spec spec, Crm crm) {
    return spec.schema("", objectPath(crm));
  }

  private static String openPath(Crm crm) {
    return crm == Crm.ACQUIRE ? "$.fields" : "$.custom_fields";
  }

  private static Map<String, Object> open(Spec spec, Crm crm) {
    return spec.schema("", openPath(crm));
  }
}
