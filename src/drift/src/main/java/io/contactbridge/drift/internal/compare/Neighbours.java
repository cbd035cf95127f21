package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares the neighbours of two things, to recognise a renamed thing. */
record Neighbours(Facts before, Facts after, Map<SpecLocation, SpecLocation> pairs) {
  private static final Set<Aspect> ONLY_FOR_PEOPLE =
      EnumSet.of(
          Aspect.DESCRIPTION,
          Aspect.EXAMPLES,
          Aspect.PAGE_EXAMPLES,
          Aspect.EVIDENCE,
          Aspect.NULLABLE_EVIDENCE);

  /** Returns whether all rules but the name are the same, and it has nothing in it to go by. */
  boolean areAlike(SpecLocation place, SpecLocation other) {
    return JsonTypes.areScalar(before.types(place))
        && before
            .at(place)
            .without(ONLY_FOR_PEOPLE)
            .equals(after.at(other).without(ONLY_FOR_PEOPLE));
  }

  /** Returns whether two things stand between the same others. */
  boolean areSame(
      SpecLocation place, List<SpecLocation> these, SpecLocation other, List<SpecLocation> those) {
    return List.of(-1, 1).stream()
        .allMatch(
            step -> {
              SpecLocation neighbour = neighbour(before, these, place, step);
              SpecLocation now = neighbour == null ? null : pairs.get(neighbour);
              return (neighbour == null || now != null)
                  && Objects.equals(now, neighbour(after, those, other, step));
            });
  }

  private static @Nullable SpecLocation neighbour(
      Facts facts, List<SpecLocation> siblings, SpecLocation place, int step) {
    List<SpecLocation> inOrder =
        siblings.stream().sorted(Comparator.comparingInt(facts::position)).toList();
    int at = inOrder.indexOf(place) + step;
    return at < 0 || at >= inOrder.size() ? null : inOrder.get(at);
  }
}
