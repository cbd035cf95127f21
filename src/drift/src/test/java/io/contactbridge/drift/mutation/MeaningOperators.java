package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Changes of what things mean, of which no schema tells. */
final class MeaningOperators {
  private static final String DESCRIPTION = "description";

  private MeaningOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.at("meaning: unit of a number", t -> t.shape() == Target.Shape.NUMBER)
            .given((spec, t) -> say(t.schema(spec), "How long it took, in seconds."))
            .edit((spec, t) -> say(t.schema(spec), "How long it took, in milliseconds."))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK))
            .answers(t -> Manner.values(t, MeaningOperators::thousandfold)),
        Operator.at("meaning: form of a text", t -> t.isRequest() && t.isNamed() && t.isText())
            .given((spec, t) -> say(t.schema(spec), "Number to call, in E.164 form."))
            .edit((spec, t) -> say(t.schema(spec), "Number to call, in national form."))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK)),
        Operator.of("meaning: unit of a header", Crm.RAZE)
            .edit(
                (spec, crm) ->
                    say(
                        reset(spec),
                        String.valueOf(reset(spec).get(DESCRIPTION))
                            .replace("in seconds since 1970", "in milliseconds since 1970")))
            .expect(
                crm ->
                    Expected.of(
                        Kind.CHANGED, "ANSWER_HEADER", "x-ratelimit-reset", Level.MAY_BREAK))
            .answers(
                crm ->
                    reply ->
                        reply.headers().containsKey("X-RateLimit-Reset")
                            ? reply.header("X-RateLimit-Reset", "1701388800000")
                            : reply),
        Operator.at("meaning: property deprecated", Target::isNamed)
            .edit((spec, t) -> t.schema(spec).put("deprecated", true))
            .expect(t -> Expected.of(Kind.CHANGED, t, Level.MAY_BREAK)),
        Operator.of("meaning: operation deprecated")
            .edit((spec, crm) -> spec.operation().put("deprecated", true))
            .expect(crm -> Expected.of(Kind.CHANGED, "OPERATION", "", Level.MAY_BREAK))
            .answers(
                crm ->
                    reply ->
                        reply
                            .header("Deprecation", "@1790000000")
                            .header("Sunset", "Wed, 31 Mar 2027 00:00:00 GMT")),
        Operator.at("meaning: words only", Target::isNamed)
            .edit((spec, t) -> say(t.schema(spec), "The same in other words."))
            .expect(
                t ->
                    new Expected(
                        Set.of(Kind.CHANGED),
                        Set.of(t.part()),
                        Set.of(t.path()),
                        Level.NO_EFFECT)));
  }

  private static void say(Map<String, Object> described, String words) {
    described.put(DESCRIPTION, words);
  }

  private static Map<String, Object> reset(Spec spec) {
    return Trees.map(spec.components("headers").get("X-RateLimit-Reset"));
  }

  private static Object thousandfold(Object value) {
    return value instanceof Number number ? number.longValue() * 1000 : value;
  }
}
