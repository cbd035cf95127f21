package io.contactbridge.drift.internal.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands inside what, among the places of one source. */
public final class LocationTree {
  private final Map<SpecLocation, List<SpecLocation>> children = new HashMap<>();
  private final Map<SpecLocation, SpecLocation> parents = new HashMap<>();

  public LocationTree(Facts facts) {
    for (SpecLocation place : facts.places()) {
      SpecLocation parent = place.part().isBody() ? parent(place, facts) : null;
      if (parent != null) {
        parents.put(place, parent);
        children.computeIfAbsent(parent, ignored -> new ArrayList<>()).add(place);
      }
    }
  }

  /** Returns what stands directly in a place. */
  public List<SpecLocation> children(SpecLocation place) {
    return List.copyOf(children.getOrDefault(place, List.of()));
  }

  /** Returns the element of an array, or null if it is none. */
  public @Nullable SpecLocation element(SpecLocation place) {
    return children(place).stream()
        .filter(child -> step(child).equals("[*]"))
        .findFirst()
        .orElse(null);
  }

  /** Returns the place and all that stands in it. */
  public List<SpecLocation> within(SpecLocation place) {
    List<SpecLocation> within = new ArrayList<>(List.of(place));
    children(place).forEach(child -> within.addAll(within(child)));
    return within;
  }

  /** Returns what leads from the parent to the place, such as {@code .email} or {@code [*]}. */
  public String step(SpecLocation place) {
    SpecLocation parent = parents.get(place);
    return parent == null ? place.path() : place.path().substring(parent.path().length());
  }

  /** Returns the name of a property, a header or the like; an element or a map's value has none. */
  public String name(SpecLocation place) {
    String step = step(place);
    if (!place.part().isBody()) {
      return step;
    }
    return step.startsWith(".") && !step.equals(".*") ? step.substring(1) : "";
  }

  /** A name may have a dot in it, so the parent is the nearest that there is. */
  private static @Nullable SpecLocation parent(SpecLocation place, Facts facts) {
    String path = place.path();
    for (int end = path.length() - 1; end > 0; end--) {
      if (path.charAt(end) == '.' || path.charAt(end) == '[') {
        SpecLocation outer = new SpecLocation(place.part(), place.status(), path.substring(0, end));
        if (facts.has(outer)) {
          return outer;
        }
      }
    }
    return null;
  }
}
