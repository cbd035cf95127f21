package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.List;

/** How places of a body lie within each other. */
final class Places {
  static final String ROOT = "$";

  private Places() {}

  static boolean isRoot(Place place) {
    return place.part().isBody() && place.path().equals(ROOT);
  }

  /** Returns the object or array that a place of a body stands in; the root stands in itself. */
  static Place parent(Place place) {
    String path = place.path();
    int end = Math.max(path.lastIndexOf('.'), path.endsWith("[*]") ? path.length() - 3 : -1);
    return end <= 0 ? place : new Place(place.part(), place.status(), path.substring(0, end));
  }

  /** Returns the place one step further in, such as {@code .email} or {@code [*]}. */
  static Place inside(Place place, String step) {
    return new Place(place.part(), place.status(), place.path() + step);
  }

  static boolean isChild(Place place, Place parent) {
    return place.part().isBody() && !place.equals(parent) && parent(place).equals(parent);
  }

  static List<Place> children(Facts facts, Place parent) {
    return within(facts, parent).stream().filter(place -> isChild(place, parent)).toList();
  }

  /** Returns the object, this one or one right in it, that has the most properties. */
  static Place fullest(Facts facts, Place object) {
    Place fullest = object;
    for (Place child : children(facts, object)) {
      boolean named = !child.path().endsWith(".*");
      boolean wrapper = Boolean.TRUE.equals(facts.get(child, Aspect.REQUIRED));
      if (named && wrapper && children(facts, child).size() > children(facts, fullest).size()) {
        fullest = child;
      }
    }
    return fullest;
  }

  /** Returns the place and all within it. */
  static List<Place> within(Facts facts, Place outer) {
    return facts.places().tailMap(outer).keySet().stream()
        .takeWhile(place -> place.part() == outer.part() && place.status().equals(outer.status()))
        .filter(place -> place.isWithin(outer))
        .toList();
  }

  /** Returns whether one answer stands for a range of statuses, and the other is of the range. */
  static boolean covers(Place range, Place answer) {
    return range.part() == Part.ANSWER
        && !range.equals(answer)
        && (range.status().equals("default")
            || range.status().equals(answer.status().charAt(0) + "XX"));
  }

  static Place answer(String status) {
    return new Place(Part.ANSWER, status, "");
  }

  static Place root(String status) {
    return Place.answerBody(status, ROOT);
  }

  /** Returns the same place of another status. */
  static Place withStatus(Place place, String status) {
    return new Place(place.part(), status, place.path());
  }
}
