package io.contactbridge.drift.internal.live;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a CRM refuses by sending it parts: of a body that it takes and one that it refuses,
 * which differences make it refuse. It halves them, so that one among many takes a few calls.
 */
final class RefusalSearch {
  /** Thrown when no call is left. */
  static final class NoCallLeft extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * How a refused body differs at one place from one that is taken.
   *
   * @param there whether the refused body has it
   * @param value in the refused body
   */
  record Difference(SpecLocation place, boolean there, @Nullable Object value) {
    RequestEdit remedy() {
      return there ? RequestEdit.put(place, value) : RequestEdit.leaveOut(place);
    }
  }

  /**
   * A difference that the CRM refuses.
   *
   * @param taken a body that it takes, without the difference
   * @param together further differences without which it would take this one
   * @param unit the difference that this one is in, or itself
   * @param twins where the same stands as in the unit, by the same definition
   */
  record Culprit(
      @Nullable Object taken,
      Difference difference,
      List<Difference> together,
      Difference unit,
      List<Difference> twins) {
    Culprit in(Difference outer, List<Difference> others) {
      return others.isEmpty() ? this : new Culprit(taken, difference, together, outer, others);
    }
  }

  private final Facts spec;
  private final Predicate<@Nullable Object> takes;
  private final Set<SpecLocation> named;

  /**
   * Starts without a call.
   *
   * @param takes sends a body, and returns whether the CRM takes it
   * @param named the places that the CRM's words may name, which are tried first
   */
  RefusalSearch(Facts spec, Predicate<@Nullable Object> takes, Set<SpecLocation> named) {
    this.spec = spec;
    this.takes = takes;
    this.named = named;
  }

  /** Returns the differences between two bodies that the CRM refuses. */
  List<Culprit> culprits(@Nullable Object taken, @Nullable Object refused) {
    List<Difference> all = differences(taken, refused);
    List<Culprit> culprits = new ArrayList<>();
    for (List<Difference> found : search(taken, all)) {
      culprits.addAll(within(taken, found));
    }
    return culprits;
  }

  static List<Difference> differences(@Nullable Object taken, @Nullable Object refused) {
    List<Difference> all = new ArrayList<>();
    differences(SpecLocation.requestBody(SpecLocations.ROOT), taken, refused, all);
    return all;
  }

  private static void differences(
      SpecLocation place,
      @Nullable Object taken,
      @Nullable Object refused,
      List<Difference> found) {
    if (taken instanceof Map<?, ?> these && refused instanceof Map<?, ?> those) {
      for (Object name : these.keySet()) {
        if (!those.containsKey(name)) {
          found.add(new Difference(SpecLocations.inside(place, "." + name), false, null));
        }
      }
      those.forEach(
          (name, value) -> {
            SpecLocation inner = SpecLocations.inside(place, "." + name);
            if (!these.containsKey(name)) {
              found.add(new Difference(inner, true, value));
            } else {
              differences(inner, these.get(name), value, found);
            }
          });
    } else if (!JsonValue.write(taken).equals(JsonValue.write(refused))) {
      found.add(new Difference(place, true, refused));
    }
  }

  private List<List<Difference>> search(@Nullable Object taken, List<Difference> all) {
    List<Difference> likely =
        all.stream()
            .filter(each -> named.stream().anyMatch(place -> place.isWithin(each.place())))
            .toList();
    List<Difference> rest = new ArrayList<>(all);
    rest.removeAll(likely);
    boolean only = !likely.isEmpty() && !rest.isEmpty() && takes(taken, rest);
    return halve(taken, units(only ? likely : all));
  }

  /** Groups places with one definition in the specification, which are tried together. */
  private List<List<Difference>> units(List<Difference> differences) {
    Map<Object, List<Difference>> units = new LinkedHashMap<>();
    for (Difference each : differences) {
      Facts.Origin origin = spec.origin(each.place());
      Object key = origin == null || each.value() == null ? each : origin;
      units.computeIfAbsent(key, ignored -> new ArrayList<>()).add(each);
    }
    return List.copyOf(units.values());
  }

  /** Returns the smallest groups of differences, of which all together are refused. */
  private List<List<Difference>> halve(@Nullable Object taken, List<List<Difference>> refused) {
    if (refused.size() <= 1) {
      return refused;
    }
    List<List<Difference>> left = refused.subList(0, refused.size() / 2);
    List<List<Difference>> right = refused.subList(refused.size() / 2, refused.size());
    boolean leftTaken = takes(taken, flat(left));
    boolean rightTaken = takes(taken, flat(right));
    if (leftTaken && rightTaken) {
      List<Difference> both = first(with(taken, flat(left)), right);
      both.addAll(first(with(taken, both), left));
      return List.of(both);
    }
    List<List<Difference>> found = new ArrayList<>();
    if (!leftTaken) {
      found.addAll(halve(taken, left));
    }
    if (!rightTaken) {
      found.addAll(halve(taken, right));
    }
    return found;
  }

  private List<Difference> first(@Nullable Object taken, List<List<Difference>> refused) {
    return new ArrayList<>(halve(taken, refused).get(0));
  }

  private static List<Difference> flat(List<List<Difference>> units) {
    return units.stream().flatMap(List::stream).toList();
  }

  /** Goes into an object that was refused as a whole: first with what it must have alone. */
  private List<Culprit> within(@Nullable Object taken, List<Difference> found) {
    if (found.isEmpty()) {
      return List.of();
    }
    Difference first = found.get(0);
    boolean unit = units(found).size() == 1;
    List<Difference> twins = unit ? found.subList(1, found.size()) : List.of();
    List<Difference> together = unit ? List.of() : found.subList(1, found.size());
    Culprit whole = new Culprit(taken, first, together, first, twins);
    if (!together.isEmpty()
        || !(first.value() instanceof Map<?, ?> object)
        || SpecLocations.children(spec, first.place()).isEmpty()) {
      return List.of(whole);
    }
    Object least =
        with(
            taken,
            List.of(new Difference(first.place(), true, required(spec, first.place(), object))));
    if (!takes.test(least)) {
      return List.of(whole);
    }
    return culprits(least, with(taken, List.of(first))).stream()
        .map(each -> each.in(first, twins))
        .toList();
  }

  /** Returns the members of an object that must be there. */
  static Map<String, @Nullable Object> required(Facts spec, SpecLocation place, Map<?, ?> object) {
    Map<String, @Nullable Object> least = new LinkedHashMap<>();
    for (SpecLocation child : SpecLocations.children(spec, place)) {
      if (spec.is(child, Aspect.REQUIRED)) {
        least.put(child.name(), object.get(child.name()));
      }
    }
    return least;
  }

  private boolean takes(@Nullable Object taken, List<Difference> differences) {
    return takes.test(with(taken, differences));
  }

  static @Nullable Object with(@Nullable Object taken, List<Difference> differences) {
    Object body = RequestEdit.copy(taken);
    differences.forEach(each -> each.remedy().apply(body));
    return body;
  }
}
