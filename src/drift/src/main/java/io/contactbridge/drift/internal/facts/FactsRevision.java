package io.contactbridge.drift.internal.facts;

import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A specification with the differences that were observed. Everything else stays as it was
 * specified, and so is no difference.
 */
public final class FactsRevision implements FactView {
  private final Facts spec;
  private final TreeMap<SpecLocation, PlaceFacts> places = new TreeMap<>();
  private final Map<SpecLocation, Facts.Origin> origins = new TreeMap<>();

  public FactsRevision(Facts spec) {
    this.spec = spec;
    for (SpecLocation place : spec.places()) {
      places.put(place, spec.at(place));
      Facts.Origin origin = spec.origin(place);
      if (origin != null) {
        origins.put(place, origin);
      }
    }
  }

  public Facts spec() {
    return spec;
  }

  @Override
  public boolean has(SpecLocation place) {
    return places.containsKey(place);
  }

  @Override
  public PlaceFacts at(SpecLocation place) {
    return places.getOrDefault(place, PlaceFacts.NONE);
  }

  /** Returns whether nothing differs from the specification. */
  public boolean isAsSpecified() {
    return places.keySet().equals(spec.places())
        && places.keySet().stream().allMatch(this::isAsSpecified);
  }

  /** Returns whether nothing differs at one place. */
  public boolean isAsSpecified(SpecLocation place) {
    return has(place) == spec.has(place) && at(place).equals(spec.at(place));
  }

  /** Adds a place without facts. */
  public FactsRevision add(SpecLocation place) {
    places.putIfAbsent(place, PlaceFacts.NONE);
    return this;
  }

  /** Sets an aspect of a place; null removes it. */
  public FactsRevision set(SpecLocation place, Aspect aspect, @Nullable Object value) {
    places.put(place, at(place).with(aspect, value));
    return this;
  }

  /** Removes a place and all within it; an answer with its headers and its body. */
  public FactsRevision remove(SpecLocation outer) {
    for (SpecLocation place : within(outer)) {
      places.remove(place);
      origins.remove(place);
    }
    return this;
  }

  /** Moves a place and all within it to an unused place. */
  public FactsRevision rename(SpecLocation from, SpecLocation to) {
    if (from.equals(to)) {
      return this;
    }
    for (SpecLocation place : within(from)) {
      PlaceFacts facts = places.remove(place);
      Facts.Origin origin = origins.remove(place);
      SpecLocation target =
          from.part() == Part.ANSWER
              ? SpecLocations.withStatus(place, to.status())
              : twin(place, from, to);
      if (facts != null) {
        places.put(target, facts);
      }
      if (origin != null) {
        origins.put(target, origin);
      }
    }
    return this;
  }

  /** Copies the differences at one place to another place with the same schema. */
  public void repeat(SpecLocation done, SpecLocation other) {
    for (SpecLocation place : SpecLocations.within(spec, done)) {
      if (!has(place)) {
        places.remove(twin(place, done, other));
      } else if (!isAsSpecified(place)) {
        places.put(twin(place, done, other), at(place));
      }
    }
    for (SpecLocation place : within(done)) {
      if (!spec.has(place)) {
        places.put(twin(place, done, other), at(place));
      }
    }
  }

  private static SpecLocation twin(SpecLocation place, SpecLocation from, SpecLocation to) {
    return new SpecLocation(
        to.part(), to.status(), to.path() + place.path().substring(from.path().length()));
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
        (place, said) -> {
          Facts.Origin origin = origins.get(place);
          if (origin != null) {
            facts.place(place, origin);
          }
          facts.facts(place, said);
        });
    return facts.build();
  }
}
