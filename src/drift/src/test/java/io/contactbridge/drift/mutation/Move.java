package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.Map;
import java.util.Set;

/** A property that stands elsewhere now. */
record Move(String status, String from, String to) {
  static final Map<Crm, Move> REQUEST =
      Map.of(
          Crm.ACQUIRE, new Move("", "$.fields.city", "$.city"),
          Crm.HIGHLEVEL, new Move("", "$.dnd", "$.dndSettings.dnd"),
          Crm.LINQ, new Move("", "$.user_email", "$.contact.user_email"),
          Crm.RAZE, new Move("", "$.linkedin_url", "$.custom_fields.linkedin_url"));

  static final Map<Crm, Move> ANSWER =
      Map.of(
          Crm.ACQUIRE, new Move("200", "$.data.fields.city", "$.data.city"),
          Crm.HIGHLEVEL, new Move("200", "$.contact.email", "$.email"),
          Crm.LINQ, new Move("200", "$.data.location", "$.data.contact_owner.location"),
          Crm.RAZE, new Move("200", "$.data.company", "$.company"));

  void apply(Spec spec) {
    Object schema = properties(spec, from).remove(name(from));
    properties(spec, to).put(name(to), schema);
  }

  Expected expected(String part, Level level) {
    return new Expected(Set.of(Kind.MOVED), Set.of(part), Set.of(from, to), level);
  }

  Manner manner() {
    return Manner.bodies(
        Reply::isSuccess,
        body -> {
          Object[] value = {null};
          Object without =
              Trees.edit(
                  body,
                  from,
                  found -> {
                    value[0] = found;
                    return Trees.GONE;
                  });
          return value[0] == null
              ? body
              : Trees.edit(without, parent(to), object -> Manner.with(object, name(to), value[0]));
        });
  }

  private Map<String, Object> properties(Spec spec, String path) {
    return Trees.child(spec.schema(status, parent(path)), "properties");
  }

  private static String parent(String path) {
    return path.substring(0, path.lastIndexOf('.'));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
