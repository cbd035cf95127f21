package io.contactbridge.drift;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What was seen in bodies, place by place, held against what is specified there. */
final class Sightings {
  private final Facts spec;
  private final SortedMap<Place, Sighting> sightings = new TreeMap<>();
  private final Map<Place, Integer> free = new TreeMap<>();

  Sightings(Facts spec) {
    this.spec = spec;
  }

  /** Adds a body. */
  void add(Place root, @Nullable Object value) {
    aspects(root, value);
    if (value instanceof Map<?, ?> object) {
      object.forEach((name, member) -> addMember(root, String.valueOf(name), member));
    } else if (value instanceof List<?> list && !isAnything(root)) {
      list.forEach(element -> add(Places.inside(root, "[*]"), element));
    }
  }

  private void addMember(Place object, String name, @Nullable Object member) {
    Place named = Places.inside(object, "." + name);
    Place further = Places.inside(object, ".*");
    if (!spec.has(named) && spec.has(further)) {
      free.merge(named, 1, Integer::sum);
      add(further, member);
    } else if (spec.has(named) || !isAnything(object)) {
      add(named, member);
    }
  }

  private void aspects(Place place, @Nullable Object value) {
    Map<Aspect, Object> facts = spec.places().getOrDefault(place, Map.of());
    sightings.computeIfAbsent(place, ignored -> new Sighting()).add(value, facts);
  }

  /** A place whose type is not specified, or an object of which nothing is, may hold anything. */
  private boolean isAnything(Place place) {
    return spec.has(place)
        && (spec.get(place, Aspect.TYPE) == null
            || ("object".equals(spec.get(place, Aspect.TYPE))
                && !Boolean.TRUE.equals(spec.get(place, Aspect.CLOSED))
                && Places.children(spec, place).isEmpty()));
  }

  @Nullable Sighting get(Place place) {
    return sightings.get(place);
  }

  int count(Place place) {
    Sighting sighting = sightings.get(place);
    return sighting == null ? 0 : sighting.count();
  }

  SortedMap<Place, Sighting> all() {
    return sightings;
  }

  /** Returns how often each name was seen that stands where any name may. */
  Map<Place, Integer> free() {
    return free;
  }

  /** Returns how often an object was seen in which the place could have been. */
  int chances(Place place) {
    Sighting parent = sightings.get(Places.parent(place));
    if (place.path().endsWith("[*]")) {
      return parent == null ? 0 : parent.sizes().stream().mapToInt(Integer::intValue).sum();
    }
    return parent == null ? 0 : parent.objects();
  }

  /** Returns the names beside the specified ones in an object, in the order of the alphabet. */
  Set<Place> undocumented(Place object) {
    TreeSet<Place> places = new TreeSet<>();
    sightings.keySet().stream()
        .filter(place -> !spec.has(place) && Places.isChild(place, object))
        .forEach(places::add);
    free.keySet().stream().filter(place -> Places.isChild(place, object)).forEach(places::add);
    return places;
  }
}
