package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.Facts.Origin;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.Urls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the differences between two sources, and tells each cause once. */
public final class Comparison {
  private final Facts before;
  private final Facts after;
  private final Matching matching;

  private Comparison(Facts before, Facts after) {
    this.before = before;
    this.after = after;
    matching = Matching.of(before, after);
  }

  /**
   * Returns what {@code after} says otherwise than {@code before}, in the order of the places.
   *
   * @param after may be partial: what it would not list or tell is no difference
   */
  public static List<Change> compare(Facts before, Facts after) {
    return new Comparison(before, after).changes();
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>(matching.changes());
    Differences differences = new Differences(before, after, matching);
    matching.pairs().forEach((place, now) -> changes.addAll(differences.of(place, now)));
    sameCall(changes);
    consequences(changes);
    alternatives(changes);
    return causes(changes);
  }

  /** Part of the path can stand in the server's URL: what counts is where the call goes. */
  private void sameCall(List<Change> changes) {
    SpecLocation operation = SpecLocation.of(Part.OPERATION, "");
    List<String> calls = calls(before, String.valueOf(before.get(operation, Aspect.PATH)));
    List<String> callsNow = calls(after, String.valueOf(after.get(operation, Aspect.PATH)));
    if (callsNow.stream().anyMatch(calls::contains)) {
      changes.removeIf(
          change ->
              change.aspect() == Aspect.PATH
                  || change.aspect() == Aspect.URL
                  || (place(change).part() == Part.SERVER && change.kind() == Kind.RENAMED));
    }
  }

  private static List<String> calls(Facts facts, String path) {
    return facts.places().stream()
        .filter(place -> place.part() == Part.SERVER)
        .map(place -> Urls.normal(place.path() + path))
        .toList();
  }

  /** Takes out what follows from another change at the same thing. */
  private static void consequences(List<Change> changes) {
    List<Change> schemes = only(changes, change -> change.aspect() == Aspect.SCHEME);
    List<Change> renamed = only(changes, change -> change.kind() == Kind.RENAMED);
    List<Change> closed = only(changes, change -> change.aspect() == Aspect.CLOSED);
    List<Change> moved = only(changes, change -> change.kind() == Kind.MOVED);
    changes.removeIf(
        change ->
            (change.aspect() == Aspect.SCHEMA_NAME
                    && moved.stream()
                        .anyMatch(
                            each ->
                                place(change).equals(each.before())
                                    || place(change).equals(each.after())))
                || ((change.kind() == Kind.RENAMED || change.aspect() == Aspect.SCOPES)
                    && schemes.stream().anyMatch(each -> place(each).equals(change.before())))
                || (change.aspect() != null
                    && place(change).part() == Part.SERVER
                    && renamed.stream().anyMatch(each -> place(each).equals(change.before())))
                || ((change.kind() == Kind.ADDED || change.kind() == Kind.REMOVED)
                    && place(change).path().endsWith(".*")
                    && closed.stream().anyMatch(each -> isAround(each, change))));
  }

  /**
   * A change of an alternative is told where it shows, or else at the alternatives. A whole one
   * that is new or gone is one change, whose consequences for single places are not told again.
   */
  private void alternatives(List<Change> changes) {
    for (Change change : only(changes, each -> each.aspect() == Aspect.ALTERNATIVES)) {
      List<Change> inside = only(changes, other -> !other.equals(change) && showsIn(other, change));
      boolean typed = inside.stream().anyMatch(other -> other.aspect() == Aspect.TYPE);
      if (!inside.isEmpty() && (typed || Direction.of(change) == Direction.OTHER)) {
        changes.remove(change);
      } else {
        List<Change> told = only(inside, this::isOfAlternative);
        changes.removeAll(told);
        changes.set(changes.indexOf(change), with(change, told));
      }
    }
  }

  private static Change with(Change change, List<Change> told) {
    Change whole = change;
    for (Change each : told) {
      if (!place(each).equals(place(change))) {
        whole = join(whole, each);
      }
    }
    return whole;
  }

  private static boolean showsIn(Change change, Change alternatives) {
    return change.aspect() != Aspect.DESCRIPTION
        && change.aspect() != Aspect.EXAMPLES
        && place(change).isWithin(place(alternatives));
  }

  private boolean isOfAlternative(Change change) {
    return (change.before() == null || is(before, change.before()))
        && (change.after() == null || is(after, change.after()));
  }

  private static boolean is(Facts facts, SpecLocation place) {
    return facts.is(place, Aspect.OF_ALTERNATIVE);
  }

  private static boolean isAround(Change object, Change further) {
    String path = place(further).path();
    SpecLocation around = further.before() == null ? object.after() : object.before();
    return around != null
        && place(further).part() == around.part()
        && place(further).status().equals(around.status())
        && path.equals(around.path() + ".*");
  }

  private static List<Change> only(List<Change> changes, Predicate<Change> which) {
    return changes.stream().filter(which).toList();
  }

  /** Joins what changed in several places because it is written down once. */
  private List<Change> causes(List<Change> changes) {
    changes.sort(Comparator.comparing(Comparison::place));
    Map<Object, Change> causes = new LinkedHashMap<>();
    for (Change change : changes) {
      Change full = withOrigin(change);
      causes.merge(cause(full), full, Comparison::join);
    }
    return List.copyOf(causes.values());
  }

  private static Change join(Change first, Change other) {
    List<SpecLocation> also = new ArrayList<>(first.also());
    also.add(place(other));
    return new Change(
        first.kind(),
        first.aspect(),
        first.before(),
        first.after(),
        first.oldValue(),
        first.newValue(),
        List.copyOf(also),
        first.origin());
  }

  /** Returns what is equal for changes that have one cause. */
  private Object cause(Change change) {
    Origin origin = change.before() == null ? null : before.origin(change.before());
    if (origin == null) {
      origin = change.origin();
    }
    if (origin == null || origin.pointer().isEmpty()) {
      return change;
    }
    if (change.aspect() == Aspect.SCHEMA_NAME) {
      return "%s %s".formatted(change.oldValue(), change.newValue());
    }
    return "%s %s %s %s %s %s %s"
        .formatted(
            origin.pointer(),
            change.kind(),
            change.aspect(),
            name(change.before(), change.aspect()),
            name(change.after(), change.aspect()),
            change.oldValue(),
            change.newValue());
  }

  /** One definition of an answer can change for many statuses, but each is gone for itself. */
  private static String name(@Nullable SpecLocation place, @Nullable Aspect aspect) {
    if (place == null) {
      return "";
    }
    return place.part() == Part.ANSWER && aspect == null ? place.status() : place.name();
  }

  /** The new source is where people look, unless it no longer has the thing. */
  private Change withOrigin(Change change) {
    Origin origin = change.after() == null ? null : after.origin(change.after());
    if (origin == null && change.before() != null) {
      origin = before.origin(change.before());
    }
    return new Change(
        change.kind(),
        change.aspect(),
        change.before(),
        change.after(),
        change.oldValue(),
        change.newValue(),
        change.also(),
        origin);
  }

  private static SpecLocation place(Change change) {
    SpecLocation place = change.before() == null ? change.after() : change.before();
    return Objects.requireNonNull(place);
  }
}
