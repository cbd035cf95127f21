package io.contactbridge.drift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside what, among the places of one source. */
final class Outline {
  private final Map<Place, List<Place>> children = new HashMap<>();
  private final Map<Place, Place> parents = new HashMap<>();

  Outline(Facts facts) {
    for (Place place : facts.places().keySet()) {
      Place parent = place.part().isBody() ? parent(place, facts) : null;
      if (parent != null) {
        parents.put(place, parent);
        children.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(place);
      }
    }
  }

  /** Returns what stands directly in a place. */
  List<Place> children(Place place) {
    return List.copyOf(children.getOrDefault(place, List.of()));
  }

  /** Returns the element of an array, or null if it is none. */
  @Nullable Place element(Place place) {
    return children(place).stream()
        .filter(child -> step(child).equals("[*]"))
        .findFirst()
        .orElse(null);
  }

  /** Returns the place and all that stands in it. */
  List<Place> within(Place place) {
    List<Place> within = new ArrayList<>(List.of(place));
    children(place).forEach(child -> within.addAll(within(child)));
    return within;
  }

  /** Returns what leads from the parent to the place, such as {@code .email} or {@code [*]}. */
  String step(Place place) {
    Place parent = parents.get(place);
    return parent == null ? place.path() : place.path().substring(parent.path().length());
  }

  /** Returns the name of a property, a header or the like; an element or a map's value has none. */
  String name(Place place) {
    String step = step(place);
    if (!place.part().isBody()) {
      return step;
    }
    return step.startsWith(".") && !step.equals(".*") ? step.substring(1) : "";
  }

  /** A name may have a dot in it, so the parent is the nearest that there is. */
  private static @Nullable Place parent(Place place, Facts facts) {
    String path = place.path();
    for (int end = path.length() - 1; end > 0; end--) {
      if (path.charAt(end) == '.' || path.charAt(end) == '[') {
        Place outer = new Place(place.part(), place.status(), path.substring(0, end));
        if (facts.has(outer)) {
          return outer;
        }
      }
    }
    return null;
  }
}
