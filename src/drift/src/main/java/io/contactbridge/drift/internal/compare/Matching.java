package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.LocationTree;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.Urls;
import io.contactbridge.drift.internal.openapi.SpecContent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which thing of one source is which of the other: by path, then by what it is like. What
 * is left is gone or new.
 */
final class Matching {
  private record Candidate(SpecLocation gone, SpecLocation added, double likeness) {}

  private static final double ENVELOPE = 0.5;

  private final Facts before;
  private final Facts after;
  private final LocationTree old;
  private final LocationTree present;
  private final Similarity likeness;
  private final Map<SpecLocation, SpecLocation> pairs = new LinkedHashMap<>();
  private final List<Change> changes = new ArrayList<>();
  private final List<SpecLocation> gone = new ArrayList<>();
  private final List<SpecLocation> added = new ArrayList<>();

  private Matching(Facts before, Facts after) {
    this.before = before;
    this.after = after;
    old = new LocationTree(before);
    present = new LocationTree(after);
    likeness = new Similarity(before, after, old, present);
  }

  static Matching of(Facts before, Facts after) {
    Matching matching = new Matching(before, after);
    matching.matchParts();
    matching.matchMoved();
    matching.tellTheRest();
    return matching;
  }

  /** Returns what is the same thing in both, the former place first. */
  Map<SpecLocation, SpecLocation> pairs() {
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
    for (SpecLocation answer : in(before, Part.ANSWER, null)) {
      SpecLocation now = pairs.get(answer);
      if (now != null) {
        siblings(
            in(before, Part.ANSWER_HEADER, answer.status()),
            in(after, Part.ANSWER_HEADER, now.status()),
            null,
            null);
        bodies(answer, now, SpecLocation.answerBody(answer.status(), "$"));
      }
    }
  }

  private void matchRequestBody() {
    SpecLocation body = SpecLocation.requestBody("");
    siblings(
        before.has(body) ? List.of(body) : List.of(),
        after.has(body) ? List.of(body) : List.of(),
        null,
        null);
    if (pairs.containsKey(body) || !before.has(body) || after.has(SpecLocation.requestBody("$"))) {
      bodies(body, body, SpecLocation.requestBody("$"));
    }
  }

  /** Bodies are compared if both are JSON; else the content type is what there is to tell. */
  private void bodies(SpecLocation holder, SpecLocation holderNow, SpecLocation root) {
    if (isJson(before, holder) != isJson(after, holderNow)) {
      return;
    }
    SpecLocation rootNow = new SpecLocation(root.part(), holderNow.status(), "$");
    siblings(
        before.has(root) ? List.of(root) : List.of(),
        after.has(rootNow) ? List.of(rootNow) : List.of(),
        null,
        null);
  }

  private static boolean isJson(Facts facts, SpecLocation holder) {
    List<String> types = facts.list(holder, Aspect.CONTENT_TYPES);
    return types.isEmpty() || types.stream().anyMatch(SpecContent::isJson);
  }

  /** The names in a path say nothing, so its parameters are matched by where they stand in it. */
  private void matchPathParameters() {
    List<SpecLocation> these = Urls.parameters(before);
    List<SpecLocation> those = Urls.parameters(after);
    if (these.size() == those.size()) {
      for (int i = 0; i < these.size(); i++) {
        pairs.put(these.get(i), those.get(i));
      }
    } else {
      siblings(these, those, null, null);
    }
  }

  private static List<SpecLocation> in(Facts facts, Part part, @Nullable String status) {
    boolean any = status == null || part == Part.ANSWER;
    return facts.places().stream()
        .filter(place -> place.part() == part && (any || place.status().equals(status)))
        .toList();
  }

  /** Matches what stands side by side; the parents are null where there are none. */
  private void siblings(
      List<SpecLocation> these,
      List<SpecLocation> those,
      @Nullable SpecLocation parent,
      @Nullable SpecLocation parentNow) {
    List<SpecLocation> left = new ArrayList<>(these);
    List<SpecLocation> right = new ArrayList<>(those);
    for (SpecLocation place : these) {
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

  /** Matches things of the same type between the same neighbours as renamed. */
  private void replaced(
      List<SpecLocation> left,
      List<SpecLocation> right,
      List<SpecLocation> these,
      List<SpecLocation> those) {
    Neighbours neighbours = new Neighbours(before, after, pairs);
    for (SpecLocation place : List.copyOf(left)) {
      right.stream()
          .filter(other -> place.part().isNamed() && neighbours.areAlike(place, other))
          .filter(other -> neighbours.areSame(place, these, other, those))
          .findFirst()
          .ifPresent(other -> rename(place, other, left, right));
    }
  }

  /**
   * An answer that is gone is another one if a range stands for it now, or it stood for a range.
   */
  private void ranges(List<SpecLocation> left, List<SpecLocation> right, List<SpecLocation> those) {
    for (SpecLocation place : List.copyOf(left)) {
      those.stream()
          .filter(other -> SpecLocations.covers(other, place) || SpecLocations.covers(place, other))
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

  private static String key(SpecLocation place, LocationTree outline) {
    return place.part() == Part.ANSWER ? place.status() : outline.step(place);
  }

  private SpecLocation expected(SpecLocation place, @Nullable SpecLocation parentNow) {
    return parentNow == null
        ? place
        : new SpecLocation(
            parentNow.part(), parentNow.status(), parentNow.path() + old.step(place));
  }

  private void pair(
      SpecLocation place, SpecLocation other, List<SpecLocation> left, List<SpecLocation> right) {
    left.remove(place);
    right.remove(other);
    pairs.put(place, other);
    if (place.part().isBody()) {
      inside(place, other);
    }
  }

  private void inside(SpecLocation place, SpecLocation other) {
    SpecLocation element = old.element(place);
    SpecLocation elementNow = present.element(other);
    List<SpecLocation> these = old.children(place);
    List<SpecLocation> those = present.children(other);
    if (element == null && elementNow != null && isWrapped(these, present.children(elementNow))) {
      siblings(these, present.children(elementNow), place, elementNow);
    } else if (element != null && elementNow == null && isWrapped(old.children(element), those)) {
      siblings(old.children(element), those, element, other);
    } else if (JsonTypes.sameShape(before.types(place), after.types(other))) {
      siblings(these, those, place, other);
    }
  }

  private boolean isWrapped(List<SpecLocation> these, List<SpecLocation> those) {
    return likeness.overlap(these, those) >= ENVELOPE;
  }

  /** An object around other properties that is new or gone is one change, not one for each. */
  private void envelopes(
      List<SpecLocation> left,
      List<SpecLocation> right,
      SpecLocation parent,
      SpecLocation parentNow) {
    for (SpecLocation envelope : List.copyOf(left)) {
      List<SpecLocation> inside = old.children(envelope);
      if (left.contains(envelope) && isEnvelope(inside, right, inside)) {
        left.remove(envelope);
        changes.add(moved(envelope, parentNow));
        within(inside, right);
      }
    }
    for (SpecLocation envelope : List.copyOf(right)) {
      List<SpecLocation> inside = present.children(envelope);
      if (right.contains(envelope) && isEnvelope(left, inside, old.children(parent))) {
        right.remove(envelope);
        changes.add(moved(parent, envelope));
        List<SpecLocation> within = new ArrayList<>(inside);
        within(left, within);
        left.clear();
        added.addAll(within);
      }
    }
  }

  /** One name in common makes an envelope only if it is all that there was. */
  private boolean isEnvelope(
      List<SpecLocation> these, List<SpecLocation> those, List<SpecLocation> all) {
    double shared =
        these.stream().filter(place -> likeness.overlap(List.of(place), those) == 1).count();
    return shared >= ENVELOPE * all.size() && (shared > 1 || (shared == 1 && all.size() == 1));
  }

  /** Matches what was inside an envelope with what is not, and takes it out of the latter. */
  private void within(List<SpecLocation> these, List<SpecLocation> those) {
    List<SpecLocation> left = new ArrayList<>(these);
    for (SpecLocation place : these) {
      those.stream()
          .filter(other -> likeness.overlap(List.of(place), List.of(other)) == 1)
          .findFirst()
          .ifPresent(other -> pair(place, other, left, those));
    }
    renames(left, those);
    gone.addAll(left);
  }

  private static Change moved(SpecLocation from, SpecLocation to) {
    return new Change(Kind.MOVED, null, from, to, null, null, List.of(), null);
  }

  private void renames(List<SpecLocation> left, List<SpecLocation> right) {
    List<Candidate> candidates = new ArrayList<>();
    for (SpecLocation place : left) {
      for (SpecLocation other : right) {
        candidates.add(new Candidate(place, other, likeness.renamed(place, other)));
      }
    }
    for (Candidate each : best(candidates)) {
      if (left.contains(each.gone) && right.contains(each.added)) {
        rename(each.gone, each.added, left, right);
      }
    }
  }

  private void rename(
      SpecLocation place, SpecLocation other, List<SpecLocation> left, List<SpecLocation> right) {
    changes.add(new Change(Kind.RENAMED, null, place, other, null, null, List.of(), null));
    pair(place, other, left, right);
  }

  private static List<Candidate> best(List<Candidate> candidates) {
    return candidates.stream()
        .filter(candidate -> candidate.likeness >= Similarity.ENOUGH)
        .sorted(Comparator.comparingDouble(Candidate::likeness).reversed())
        .toList();
  }

  /** Finds things that moved within the same body, perhaps into a new object. */
  private void matchMoved() {
    for (SpecLocation place : List.copyOf(gone)) {
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
    for (SpecLocation place : gone) {
      for (SpecLocation root : place.part().isBody() ? added : List.<SpecLocation>of()) {
        for (SpecLocation other : present.within(root)) {
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

  /** Returns whether a place only says that further properties are allowed, as is the default. */
  private static boolean saysNothing(Facts facts, SpecLocation place) {
    return place.path().endsWith(".*")
        && facts.at(place).aspects().stream()
            .allMatch(aspect -> aspect == Aspect.EVIDENCE || aspect == Aspect.OF_ALTERNATIVE);
  }

  private boolean sameBody(SpecLocation place, SpecLocation other) {
    SpecLocation root = new SpecLocation(place.part(), place.status(), "$");
    return new SpecLocation(other.part(), other.status(), "$").equals(pairs.get(root));
  }

  private void tellTheRest() {
    gone.removeIf(place -> saysNothing(before, place));
    added.removeIf(place -> saysNothing(after, place));
    for (SpecLocation place : gone) {
      changes.add(new Change(Kind.REMOVED, null, place, null, null, null, List.of(), null));
    }
    Set<SpecLocation> known = Set.copyOf(pairs.values());
    for (SpecLocation place : added) {
      // A new object that only holds what was elsewhere is told by what moved into it.
      List<SpecLocation> inside = present.children(place);
      if (inside.isEmpty() || !known.containsAll(inside)) {
        changes.add(new Change(Kind.ADDED, null, null, place, null, null, List.of(), null));
      }
    }
  }
}
