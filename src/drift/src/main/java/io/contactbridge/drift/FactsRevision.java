package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A specification into which is put what was seen otherwise. What was not seen stays as it was
 * specified, and so is no difference.
 */
final class FactsRevision {
  private final Facts spec;
  private final TreeMap<Place, Map<Aspect, Object>> places = new TreeMap<>();
  private final Map<Place, Facts.Origin> origins = new TreeMap<>();

  FactsRevision(Facts spec) {
    this.spec = spec;
    spec.places()
        .forEach(
            (place, aspects) -> {
              Map<Aspect, Object> copy = new EnumMap<>(Aspect.class);
              copy.putAll(aspects);
              places.put(place, copy);
              Facts.Origin origin = spec.origin(place);
              if (origin != null) {
                origins.put(place, origin);
              }
            });
  }

  Facts spec() {
    return spec;
  }

  boolean has(Place place) {
    return places.containsKey(place);
  }

  @Nullable Object get(Place place, Aspect aspect) {
    return places.getOrDefault(place, Map.of()).get(aspect);
  }

  /** Returns whether nothing was seen otherwise. */
  boolean isAsSpecified() {
    return places.equals(spec.places());
  }

  /** Returns whether nothing was seen otherwise at one place. */
  boolean isAsSpecified(Place place) {
    return Objects.equals(places.get(place), spec.places().get(place));
  }

  /** Adds a place about which nothing is known yet. */
  FactsRevision add(Place place) {
    places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class));
    return this;
  }

  /** Says something of a place; null takes back what was said. */
  FactsRevision set(Place place, Aspect aspect, @Nullable Object value) {
    add(place);
    Map<Aspect, Object> aspects = places.getOrDefault(place, Map.of());
    if (value == null) {
      aspects.remove(aspect);
    } else {
      aspects.put(aspect, value);
    }
    return this;
  }

  /** Takes away a place and all within it; an answer with its headers and its body. */
  FactsRevision remove(Place outer) {
    for (Place place : within(outer)) {
      places.remove(place);
      origins.remove(place);
    }
    return this;
  }

  /** Moves a place and all within it to where there is nothing. */
  FactsRevision rename(Place from, Place to) {
    if (from.equals(to)) {
      return this;
    }
    for (Place place : within(from)) {
      Map<Aspect, Object> aspects = places.remove(place);
      Facts.Origin origin = origins.remove(place);
      Place target =
          from.part() == Part.ANSWER
              ? Places.withStatus(place, to.status())
              : new Place(to.part(), to.status(), moved(place.path(), from.path(), to.path()));
      if (aspects != null) {
        places.put(target, aspects);
      }
      if (origin != null) {
        origins.put(target, origin);
      }
    }
    return this;
  }

  /** Does at another place what was done at one, which was specified in the same way. */
  void repeat(Place done, Place other) {
    for (Place place : Places.within(spec, done)) {
      Place twin =
          new Place(other.part(), other.status(), moved(place.path(), done.path(), other.path()));
      Map<Aspect, Object> now = places.get(place);
      if (now == null) {
        places.remove(twin);
      } else if (!now.equals(spec.places().get(place))) {
        places.put(twin, new EnumMap<>(now));
      }
    }
    for (Place place : List.copyOf(within(done))) {
      Map<Aspect, Object> now = places.get(place);
      if (!spec.has(place) && now != null) {
        places.put(
            new Place(other.part(), other.status(), moved(place.path(), done.path(), other.path())),
            new EnumMap<>(now));
      }
    }
  }

  private static String moved(String path, String from, String to) {
    return to + path.substring(from.length());
  }

  private List<Place> within(Place outer) {
    List<Place> found = new ArrayList<>();
    for (Place place : places.keySet()) {
      boolean ofAnswer =
          outer.part() == Part.ANSWER
              && place.part().isAnswer()
              && place.status().equals(outer.status());
      if (ofAnswer || place.isWithin(outer)) {
        found.add(place);
      }
    }
    return found;
  }

  Facts facts(String source) {
    Facts.Builder facts = Facts.of(source);
    places.forEach(
        (place, aspects) -> {
          Facts.Origin origin = origins.get(place);
          if (origin == null) {
            facts.place(place);
          } else {
            facts.place(place, origin);
          }
          aspects.forEach((aspect, value) -> facts.fact(place, aspect, value));
        });
    return facts.build();
  }
}
