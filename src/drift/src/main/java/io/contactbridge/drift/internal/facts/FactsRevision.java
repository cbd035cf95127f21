package io.contactbridge.drift.internal.facts;

import io.contactbridge.drift.internal.facts.SpecLocation.Part;
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
public final class FactsRevision {
  private final Facts spec;
  private final TreeMap<SpecLocation, Map<Aspect, Object>> places = new TreeMap<>();
  private final Map<SpecLocation, Facts.Origin> origins = new TreeMap<>();

  public FactsRevision(Facts spec) {
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

  public Facts spec() {
    return spec;
  }

  public boolean has(SpecLocation place) {
    return places.containsKey(place);
  }

  public @Nullable Object get(SpecLocation place, Aspect aspect) {
    return places.getOrDefault(place, Map.of()).get(aspect);
  }

  /** Returns whether something is so; what is not said is not. */
  public boolean is(SpecLocation place, Aspect aspect) {
    return Boolean.TRUE.equals(get(place, aspect));
  }

  /** Returns whether nothing was seen otherwise. */
  public boolean isAsSpecified() {
    return places.equals(spec.places());
  }

  /** Returns whether nothing was seen otherwise at one place. */
  public boolean isAsSpecified(SpecLocation place) {
    return Objects.equals(places.get(place), spec.places().get(place));
  }

  /** Adds a place about which nothing is known yet. */
  public FactsRevision add(SpecLocation place) {
    places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class));
    return this;
  }

  /** Says something of a place; null takes back what was said. */
  public FactsRevision set(SpecLocation place, Aspect aspect, @Nullable Object value) {
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
  public FactsRevision remove(SpecLocation outer) {
    for (SpecLocation place : within(outer)) {
      places.remove(place);
      origins.remove(place);
    }
    return this;
  }

  /** Moves a place and all within it to where there is nothing. */
  public FactsRevision rename(SpecLocation from, SpecLocation to) {
    if (from.equals(to)) {
      return this;
    }
    for (SpecLocation place : within(from)) {
      Map<Aspect, Object> aspects = places.remove(place);
      Facts.Origin origin = origins.remove(place);
      SpecLocation target =
          from.part() == Part.ANSWER
              ? SpecLocations.withStatus(place, to.status())
              : new SpecLocation(
                  to.part(), to.status(), moved(place.path(), from.path(), to.path()));
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
  public void repeat(SpecLocation done, SpecLocation other) {
    for (SpecLocation place : SpecLocations.within(spec, done)) {
      SpecLocation twin =
          new SpecLocation(
              other.part(), other.status(), moved(place.path(), done.path(), other.path()));
      Map<Aspect, Object> now = places.get(place);
      if (now == null) {
        places.remove(twin);
      } else if (!now.equals(spec.places().get(place))) {
        places.put(twin, new EnumMap<>(now));
      }
    }
    for (SpecLocation place : List.copyOf(within(done))) {
      Map<Aspect, Object> now = places.get(place);
      if (!spec.has(place) && now != null) {
        places.put(
            new SpecLocation(
                other.part(), other.status(), moved(place.path(), done.path(), other.path())),
            new EnumMap<>(now));
      }
    }
  }

  private static String moved(String path, String from, String to) {
    return to + path.substring(from.length());
  }

  private List<SpecLocation> within(SpecLocation outer) {
    List<SpecLocation> found = new ArrayList<>();
    for (SpecLocation place : places.keySet()) {
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

  public Facts facts(String source) {
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
