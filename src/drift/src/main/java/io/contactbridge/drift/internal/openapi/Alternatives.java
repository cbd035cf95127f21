package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Digest;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.PlaceFacts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Alternatives as one: what all of them have in common. Types are united, and only what every
 * branch requires is required. What a branch says beyond that is in its {@linkplain #mark mark}.
 */
public final class Alternatives {
  private static final Set<Aspect> IF_ANY = EnumSet.of(Aspect.NULLABLE);
  private static final Set<Aspect> UNITED = EnumSet.of(Aspect.TYPE, Aspect.ENUM);
  private static final Set<Aspect> JOINED =
      EnumSet.of(Aspect.EXAMPLES, Aspect.ALTERNATIVES, Aspect.PAGE_EXAMPLES);
  private static final Set<Aspect> FIRST = EnumSet.of(Aspect.DESCRIPTION, Aspect.EVIDENCE);

  /** The aspects that do not distinguish branches. */
  private static final Set<Aspect> UNMARKED =
      EnumSet.of(
          Aspect.DESCRIPTION,
          Aspect.EXAMPLES,
          Aspect.PAGE_EXAMPLES,
          Aspect.EVIDENCE,
          Aspect.SCHEMA_NAME,
          Aspect.OF_ALTERNATIVE);

  private final List<Facts> branches;

  Alternatives(List<Facts> branches) {
    this.branches = branches;
  }

  /**
   * Returns a name for people and a digest of all that a branch says; two that say the same have
   * the same digest, wherever they stand.
   */
  static String mark(String name, SpecLocation holder, Facts branch) {
    StringBuilder text = new StringBuilder();
    for (SpecLocation place : branch.places()) {
      text.append(place.path().substring(holder.path().length())).append('\n');
      branch
          .at(place)
          .without(UNMARKED)
          .forEach(
              (aspect, value) ->
                  text.append(aspect).append(' ').append(nameless(value)).append('\n'));
    }
    return name + "#" + Digest.of(text.toString());
  }

  private static Object nameless(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(each -> String.valueOf(each).replaceFirst("^[^\"#]*#", "#")).toList()
        : value;
  }

  /** Returns what is gone from a list of marks, by the names of the branches. */
  public static Set<String> gone(List<String> before, List<String> after) {
    Set<String> left = new TreeSet<>();
    Set<String> digests = new TreeSet<>();
    after.forEach(mark -> digests.add(digest(mark)));
    before.stream()
        .filter(mark -> !digests.contains(digest(mark)))
        .forEach(mark -> left.add(mark.replaceFirst("#[^#]*$", "")));
    return left;
  }

  private static String digest(String mark) {
    return mark.substring(mark.lastIndexOf('#') + 1);
  }

  /** Returns what the branches say together. */
  Facts united() {
    Set<SpecLocation> places = new TreeSet<>();
    branches.forEach(branch -> places.addAll(branch.places()));
    Facts.Builder united = Facts.of("");
    for (SpecLocation place : places) {
      List<Facts> having = branches.stream().filter(branch -> branch.has(place)).toList();
      having.stream()
          .map(branch -> branch.origin(place))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresentOrElse(origin -> united.place(place, origin), () -> united.place(place));
      united(place, having).forEach((aspect, value) -> united.fact(place, aspect, value));
    }
    return united.build();
  }

  private PlaceFacts united(SpecLocation place, List<Facts> having) {
    PlaceFacts united = PlaceFacts.NONE.with(Aspect.OF_ALTERNATIVE, true);
    for (Aspect aspect : Aspect.values()) {
      List<Object> values =
          having.stream()
              .map(branch -> branch.get(place, aspect))
              .filter(Objects::nonNull)
              .map(Objects::requireNonNull)
              .toList();
      boolean all = values.size() == having.size();
      boolean everywhere = having.size() == branches.size();
      if (values.isEmpty()) {
        continue;
      }
      if (FIRST.contains(aspect) || IF_ANY.contains(aspect)) {
        united = united.with(aspect, values.get(0));
      } else if (JOINED.contains(aspect) || (aspect == Aspect.ENUM && all)) {
        united = united.with(aspect, joined(values, aspect == Aspect.ENUM));
      } else if (aspect == Aspect.TYPE && all) {
        united = united.with(aspect, types(values));
      } else if (!UNITED.contains(aspect)
          && all
          && new TreeSet<>(values.stream().map(String::valueOf).toList()).size() == 1
          && (everywhere || aspect != Aspect.REQUIRED)) {
        united = united.with(aspect, values.get(0));
      }
    }
    return united;
  }

  private static String types(List<Object> values) {
    Set<String> types = new TreeSet<>();
    values.forEach(value -> types.addAll(JsonTypes.of((String) value)));
    return String.join("|", types);
  }

  private static List<String> joined(List<Object> lists, boolean sorted) {
    Set<String> all = sorted ? new TreeSet<>() : new LinkedHashSet<>();
    lists.forEach(list -> ((List<?>) list).forEach(each -> all.add(String.valueOf(each))));
    return new ArrayList<>(all);
  }
}
