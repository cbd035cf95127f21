package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Observations of the values in bodies, for each place of the specification. */
public final class Sightings {
  private final Facts spec;
  private final SortedMap<SpecLocation, Sighting> sightings = new TreeMap<>();
  private final Map<SpecLocation, Integer> free = new TreeMap<>();

  public Sightings(Facts spec) {
    this.spec = spec;
  }

  /** Adds a body. */
  public void add(SpecLocation root, @Nullable Object value) {
    sightings.computeIfAbsent(root, ignored -> new Sighting()).add(value, spec.at(root));
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, member) -> addMember(root, String.valueOf(name), member));
    } else if (value instanceof List<?> list && !isAnything(root)) {
      list.forEach(element -> add(SpecLocations.inside(root, "[*]"), element));
    }
  }

  private void addMember(SpecLocation object, String name, @Nullable Object member) {
    SpecLocation named = SpecLocations.inside(object, "." + name);
    SpecLocation further = SpecLocations.inside(object, ".*");
    if (!spec.has(named) && spec.has(further)) {
      free.merge(named, 1, Integer::sum);
      add(further, member);
    } else if (spec.has(named) || !isAnything(object)) {
      add(named, member);
    }
  }

  /** A place whose type is not specified, or an object of which nothing is, may hold anything. */
  private boolean isAnything(SpecLocation place) {
    return spec.has(place)
        && (spec.get(place, Aspect.TYPE) == null
            || ("object".equals(spec.get(place, Aspect.TYPE))
                && !spec.is(place, Aspect.CLOSED)
                && SpecLocations.children(spec, place).isEmpty()));
  }

  public @Nullable Sighting get(SpecLocation place) {
    return sightings.get(place);
  }

  public int count(SpecLocation place) {
    Sighting sighting = sightings.get(place);
    return sighting == null ? 0 : sighting.count();
  }

  public SortedMap<SpecLocation, Sighting> all() {
    return sightings;
  }

  /** Returns how often each name was seen that stands where any name may. */
  Map<SpecLocation, Integer> free() {
    return free;
  }

  /** Returns how often an object was seen in which the place could have been. */
  public int chances(SpecLocation place) {
    Sighting parent = sightings.get(SpecLocations.parent(place));
    if (place.path().endsWith("[*]")) {
      return parent == null ? 0 : parent.sizes().stream().mapToInt(Integer::intValue).sum();
    }
    return parent == null ? 0 : parent.objects();
  }

  /** Returns the names beside the specified ones in an object, in the order of the alphabet. */
  Set<SpecLocation> undocumented(SpecLocation object) {
    TreeSet<SpecLocation> places = new TreeSet<>();
    sightings.keySet().stream()
        .filter(place -> !spec.has(place) && SpecLocations.isChild(place, object))
        .forEach(places::add);
    free.keySet().stream()
        .filter(place -> SpecLocations.isChild(place, object))
        .forEach(places::add);
    return places;
  }
}
