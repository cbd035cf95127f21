package io.contactbridge.drift.internal.facts;

import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.List;

/** Finds the parents, children and roots of places in a body. */
public final class SpecLocations {
  public static final String ROOT = "$";

  private SpecLocations() {}

  public static boolean isRoot(SpecLocation place) {
    return place.part().isBody() && place.path().equals(ROOT);
  }

  /** Returns the object or array that a place of a body stands in; the root stands in itself. */
  public static SpecLocation parent(SpecLocation place) {
    String path = place.path();
    int end = Math.max(path.lastIndexOf('.'), path.endsWith("[*]") ? path.length() - 3 : -1);
    return end <= 0
        ? place
        : new SpecLocation(place.part(), place.status(), path.substring(0, end));
  }

  /** Returns the place one step further in, such as {@code .email} or {@code [*]}. */
  public static SpecLocation inside(SpecLocation place, String step) {
    return new SpecLocation(place.part(), place.status(), place.path() + step);
  }

  public static boolean isChild(SpecLocation place, SpecLocation parent) {
    return place.part().isBody() && !place.equals(parent) && parent(place).equals(parent);
  }

  public static List<SpecLocation> children(Facts facts, SpecLocation parent) {
    return within(facts, parent).stream().filter(place -> isChild(place, parent)).toList();
  }

  /** Returns the object with the most properties: this one or one directly in it. */
  public static SpecLocation fullest(Facts facts, SpecLocation object) {
    SpecLocation fullest = object;
    for (SpecLocation child : children(facts, object)) {
      boolean named = !child.path().endsWith(".*");
      boolean wrapper = facts.is(child, Aspect.REQUIRED);
      if (named && wrapper && children(facts, child).size() > children(facts, fullest).size()) {
        fullest = child;
      }
    }
    return fullest;
  }

  /** Returns the place and all within it. */
  public static List<SpecLocation> within(Facts facts, SpecLocation outer) {
    return facts.places().tailSet(outer).stream()
        .takeWhile(place -> place.part() == outer.part() && place.status().equals(outer.status()))
        .filter(place -> place.isWithin(outer))
        .toList();
  }

  /** Returns whether one answer is for a range of statuses that includes the other's status. */
  public static boolean covers(SpecLocation range, SpecLocation answer) {
    return range.part() == Part.ANSWER
        && !range.equals(answer)
        && (range.status().equals("default")
            || range.status().equals(answer.status().charAt(0) + "XX"));
  }

  public static SpecLocation answer(String status) {
    return new SpecLocation(Part.ANSWER, status, "");
  }

  public static SpecLocation root(String status) {
    return SpecLocation.answerBody(status, ROOT);
  }

  /** Returns the same place of another status. */
  static SpecLocation withStatus(SpecLocation place, String status) {
    return new SpecLocation(place.part(), status, place.path());
  }
}
