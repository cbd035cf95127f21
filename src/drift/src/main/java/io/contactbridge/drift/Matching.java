package io.contactbridge.drift;

import io.contactbridge.drift.Change.Kind;
import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which thing of one source is which of the other: by path, then by what it is like. What
 * is left is gone or new.
 */
final class Matching {
  private record Candidate(Place gone, Place added, double likeness) {}

  private static final double ENVELOPE = 0.5;

  private static final Set<Aspect> ONLY_FOR_PEOPLE =
      EnumSet.of(
          Aspect.DESCRIPTION,
          Aspect.EXAMPLES,
          Aspect.PAGE_EXAMPLES,
          Aspect.EVIDENCE,
          Aspect.NULLABLE_EVIDENCE);

  private final Facts before;
  private final Facts after;
  private final Outline old;
  private final Outline present;
  private final Likeness likeness;
  private final Map<Place, Place> pairs = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<Place> gone = new ArrayList<>();
  private final List<Place> added = new ArrayList<>();

  private Matching(Facts before, Facts after) {
    this.before = before;
    this.after = after;
    old = new Outline(before);
    present = new Outline(after);
    likeness = new Likeness(before, after, old, present);
  }

  static Matching of(Facts before, Facts after) {
    Matching matching = new Matching(before, after);
    matching.matchParts();
    matching.matchMoved();
    matching.tellTheRest();
    return matching;
  }

  /** Returns what is the same thing in both, the former place first. */
  Map<Place, Place> pairs() {
    return pairs;
  }

  /** Returns what is gone, new, renamed or moved. */
  List<Change> changes() {
    return changes;
  }

  private void matchParts() {
    for (Part part : Part.values()) {
      switch (part) {
        case PATH_PARAMETER -> matchPathParameters();
        case REQUEST_BODY -> matchRequestBody();
        case ANSWER_HEADER, ANSWER_BODY -> {}
        default -> siblings(in(before, part, ""), in(after, part, ""), null, null);
      }
    }
    for (Place answer : in(before, Part.ANSWER, null)) {
      Place now = pairs.get(answer);
      if (now != null) {
        siblings(
            in(before, Part.ANSWER_HEADER, answer.status()),
            in(after, Part.ANSWER_HEADER, now.status()),
            null,
            null);
        bodies(answer, now, Place.answerBody(answer.status(), "$"));
      }
    }
  }

  private void matchRequestBody() {
    Place body = Place.requestBody("");
    siblings(
        before.has(body) ? List.of(body) : List.of(),
        after.has(body) ? List.of(body) : List.of(),
        null,
        null);
    if (pairs.containsKey(body) || !before.has(body) || after.has(Place.requestBody("$"))) {
      bodies(body, body, Place.requestBody("$"));
    }
  }

  /** Bodies are compared if both are JSON; else the content type is what there is to tell. */
  private void bodies(Place holder, Place holderNow, Place root) {
    if (isJson(before, holder) != isJson(after, holderNow)) {
      return;
    }
    Place rootNow = new Place(root.part(), holderNow.status(), "$");
    siblings(
        before.has(root) ? List.of(root) : List.of(),
        after.has(rootNow) ? List.of(rootNow) : List.of(),
        null,
        null);
  }

  private static boolean isJson(Facts facts, Place holder) {
    return !(facts.get(holder, Aspect.CONTENT_TYPES) instanceof List<?> types)
        || types.stream().anyMatch(type -> SpecContent.isJson((String) type));
  }

  /** The names in a path say nothing, so its parameters are matched by where they stand in it. */
  private void matchPathParameters() {
    List<Place> these = Urls.parameters(before);
    List<Place> those = Urls.parameters(after);
    if (these.size() == those.size()) {
      for (int i = 0; i < these.size(); i++) {
        pairs.put(these.get(i), those.get(i));
      }
    } else {
      siblings(these, those, null, null);
    }
  }

  private static List<Place> in(Facts facts, Part part, @Nullable String status) {
    boolean any = status == null || part == Part.ANSWER;
    return facts.places().keySet().stream()
        .filter(place -> place.part() == part && (any || place.status().equals(status)))
        .toList();
  }

  /** Matches what stands side by side; the parents are null where there are none. */
  private void siblings(
      List<Place> these, List<Place> those, @Nullable Place parent, @Nullable Place parentNow) {
    List<Place> left = new ArrayList<>(these);
    List<Place> right = new ArrayList<>(those);
    for (Place place : these) {
      right.stream()
          .filter(other -> key(place, old).equals(key(other, present)))
          .findFirst()
          .ifPresent(other -> pair(place, other, left, right));
    }
    ranges(left, right, those);
    left.removeIf(place -> !after.wouldList(expected(place, parentNow)));
    right.removeIf(place -> !before.wouldList(place));
    if (parent != null && parentNow != null) {
      envelopes(left, right, parent, parentNow);
    }
    renames(left, right);
    replaced(left, right, these, those);
    gone.addAll(left);
    added.addAll(right);
  }

  /** What has the same type between the same neighbours has another name, whatever it says. */
  private void replaced(List<Place> left, List<Place> right, List<Place> these, List<Place> those) {
    for (Place place : List.copyOf(left)) {
      right.stream()
          .filter(other -> place.part().isNamed() && isAlike(place, other))
          .filter(other -> isNeighbour(place, other, these, those, -1))
          .filter(other -> isNeighbour(place, other, these, those, 1))
          .findFirst()
          .ifPresent(other -> rename(place, other, left, right));
    }
  }

  /** Returns whether all rules but the name are the same, and it has nothing in it to go by. */
  private boolean isAlike(Place place, Place other) {
    Object type = before.get(place, Aspect.TYPE);
    Map<Aspect, Object> rules = new EnumMap<>(before.places().getOrDefault(place, Map.of()));
    Map<Aspect, Object> others = new EnumMap<>(after.places().getOrDefault(other, Map.of()));
    rules.keySet().removeAll(ONLY_FOR_PEOPLE);
    others.keySet().removeAll(ONLY_FOR_PEOPLE);
    return type != null && Types.areScalar(Types.of(type)) && rules.equals(others);
  }

  private boolean isNeighbour(
      Place place, Place other, List<Place> these, List<Place> those, int step) {
    Place neighbour = neighbour(before, these, place, step);
    Place now = neighbour == null ? null : pairs.get(neighbour);
    return (neighbour == null || now != null)
        && Objects.equals(now, neighbour(after, those, other, step));
  }

  private static @Nullable Place neighbour(
      Facts facts, List<Place> siblings, Place place, int step) {
    List<Place> inOrder =
        siblings.stream().sorted(Comparator.comparingInt(facts::position)).toList();
    int at = inOrder.indexOf(place) + step;
    return at < 0 || at >= inOrder.size() ? null : inOrder.get(at);
  }

  /**
   * An answer that is gone is another one if a range stands for it now, or it stood for a range.
   */
  private void ranges(List<Place> left, List<Place> right, List<Place> those) {
    for (Place place : List.copyOf(left)) {
      those.stream()
          .filter(other -> Places.covers(other, place) || Places.covers(place, other))
          .filter(other -> right.contains(other) || pairs.containsValue(other))
          .findFirst()
          .ifPresent(
              other -> {
                if (right.contains(other)) {
                  changes.add(
                      new Change(Kind.RENAMED, null, place, other, null, null, List.of(), null));
                }
                pair(place, other, left, right);
              });
    }
  }

  private static String key(Place place, Outline outline) {
    return place.part() == Part.ANSWER ? place.status() : outline.step(place);
  }

  private Place expected(Place place, @Nullable Place parentNow) {
    return parentNow == null
        ? place
        : new Place(parentNow.part(), parentNow.status(), parentNow.path() + old.step(place));
  }

  private void pair(Place place, Place other, List<Place> left, List<Place> right) {
    left.remove(place);
    right.remove(other);
    pairs.put(place, other);
    if (place.part().isBody()) {
      inside(place, other);
    }
  }

  private void inside(Place place, Place other) {
    Place element = old.element(place);
    Place elementNow = present.element(other);
    List<Place> these = old.children(place);
    List<Place> those = present.children(other);
    if (element == null && elementNow != null && isWrapped(these, present.children(elementNow))) {
      siblings(these, present.children(elementNow), place, elementNow);
    } else if (element != null && elementNow == null && isWrapped(old.children(element), those)) {
      siblings(old.children(element), those, element, other);
    } else if (Types.sameShape(
        Types.of(before.get(place, Aspect.TYPE)), Types.of(after.get(other, Aspect.TYPE)))) {
      siblings(these, those, place, other);
    }
  }

  private boolean isWrapped(List<Place> these, List<Place> those) {
    return likeness.overlap(these, those) >= ENVELOPE;
  }

  /** An object around other properties that is new or gone is one change, not one for each. */
  private void envelopes(List<Place> left, List<Place> right, Place parent, Place parentNow) {
    for (Place envelope : List.copyOf(left)) {
      List<Place> inside = old.children(envelope);
      if (left.contains(envelope) && isEnvelope(inside, right, inside)) {
        left.remove(envelope);
        changes.add(moved(envelope, parentNow));
        within(inside, right);
      }
    }
    for (Place envelope : List.copyOf(right)) {
      List<Place> inside = present.children(envelope);
      if (right.contains(envelope) && isEnvelope(left, inside, old.children(parent))) {
        right.remove(envelope);
        changes.add(moved(parent, envelope));
        List<Place> within = new ArrayList<>(inside);
        within(left, within);
        left.clear();
        added.addAll(within);
      }
    }
  }

  /** One name in common makes an envelope only if it is all that there was. */
  private boolean isEnvelope(List<Place> these, List<Place> those, List<Place> all) {
    double shared =
        these.stream().filter(place -> likeness.overlap(List.of(place), those) == 1).count();
    return shared >= ENVELOPE * all.size() && (shared > 1 || (shared == 1 && all.size() == 1));
  }

  /** Matches what was inside an envelope with what is not, and takes it out of the latter. */
  private void within(List<Place> these, List<Place> those) {
    List<Place> left = new ArrayList<>(these);
    for (Place place : these) {
      those.stream()
          .filter(other -> likeness.overlap(List.of(place), List.of(other)) == 1)
          .findFirst()
          .ifPresent(other -> pair(place, other, left, those));
    }
    renames(left, those);
    gone.addAll(left);
  }

  private static Change moved(Place from, Place to) {
    return new Change(Kind.MOVED, null, from, to, null, null, List.of(), null);
  }

  private void renames(List<Place> left, List<Place> right) {
    List<Candidate> candidates = new ArrayList<>();
    for (Place place : left) {
      for (Place other : right) {
        candidates.add(new Candidate(place, other, likeness.renamed(place, other)));
      }
    }
    for (Candidate each : best(candidates)) {
      if (left.contains(each.gone) && right.contains(each.added)) {
        rename(each.gone, each.added, left, right);
      }
    }
  }

  private void rename(Place place, Place other, List<Place> left, List<Place> right) {
    changes.add(new Change(Kind.RENAMED, null, place, other, null, null, List.of(), null));
    pair(place, other, left, right);
  }

  private static List<Candidate> best(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.likeness >= Likeness.ENOUGH)
        .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
        .toList();
  }

  /** What is gone may stand elsewhere in the same body, also inside something new. */
  private void matchMoved() {
    for (Place place : List.copyOf(gone)) {
      List.copyOf(added).stream()
          .filter(other -> place.part().isParameter() && other.part().isParameter())
          .filter(other -> place.path().equalsIgnoreCase(other.path()))
          .findFirst()
          .ifPresent(
              other -> {
                changes.add(moved(place, other));
                pair(place, other, gone, added);
              });
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Place place : gone) {
      for (Place root : place.part().isBody() ? added : List.<Place>of()) {
        for (Place other : present.within(root)) {
          if (place.part() == other.part() && sameBody(place, other)) {
            candidates.add(new Candidate(place, other, likeness.moved(place, other)));
          }
        }
      }
    }
    for (Candidate each : best(candidates)) {
      if (gone.contains(each.gone) && !pairs.containsValue(each.added)) {
        changes.add(moved(each.gone, each.added));
        pair(each.gone, each.added, gone, added);
      }
    }
  }

  /** That an object takes any further property is so too where it is not said. */
  private static boolean saysNothing(Facts facts, Place place) {
    return place.path().endsWith(".*")
        && facts.places().getOrDefault(place, Map.of()).keySet().stream()
            .allMatch(aspect -> aspect == Aspect.EVIDENCE || aspect == Aspect.OF_ALTERNATIVE);
  }

  private boolean sameBody(Place place, Place other) {
    Place root = new Place(place.part(), place.status(), "$");
    return new Place(other.part(), other.status(), "$").equals(pairs.get(root));
  }

  private void tellTheRest() {
    gone.removeIf(place -> saysNothing(before, place));
    added.removeIf(place -> saysNothing(after, place));
    for (Place place : gone) {
      changes.add(new Change(Kind.REMOVED, null, place, null, null, null, List.of(), null));
    }
    Set<Place> known = Set.copyOf(pairs.values());
    for (Place place : added) {
      // A new object that only holds what was elsewhere is told by what moved into it.
      List<Place> inside = present.children(place);
      if (inside.isEmpty() || !known.containsAll(inside)) {
        changes.add(new Change(Kind.ADDED, null, null, place, null, null, List.of(), null));
      }
    }
  }
}
