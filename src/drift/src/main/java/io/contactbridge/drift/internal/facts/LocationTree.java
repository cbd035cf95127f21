package io.contactbridge.drift.internal.facts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The places of one source as a tree. */
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

  /** Returns the places directly inside a place. */
  public List<SpecLocation> children(SpecLocation place) {
    return List.copyOf(children.getOrDefault(place, List.of()));
  }

  /** Returns the place of an array's elements, or null if it is no array. */
  public @Nullable SpecLocation element(SpecLocation place) {
    return children(place).stream()
        .filter(child -> step(child).equals("[*]"))
        .findFirst()
        .orElse(null);
  }

  /** Returns the place and all places inside it. */
  public List<SpecLocation> within(SpecLocation place) {
    List<SpecLocation> within = new ArrayList<>(List.of(place));
    children(place).forEach(child -> within.addAll(within(child)));
    return within;
  }

  /** Returns the step from the parent to the place, such as {@code .email} or {@code [*]}. */
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

  /** A name may contain a dot, so the parent is the nearest place that exists. */
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
