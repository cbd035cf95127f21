package io.contactbridge.drift;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts into a specification what was seen in the bodies of one part: values of another kind,
 * properties that it does not list, and properties that it lists and that were missed.
 */
final class BodyRevision {
  private final FactsRevision revision;
  private final Sightings seen;
  private final Set<Place> expected;

  /**
   * Starts with what was seen.
   *
   * @param expected what would have been seen if nothing had changed; a property that need not be
   *     there is missed only if it is among these
   */
  BodyRevision(FactsRevision revision, Sightings seen, Set<Place> expected) {
    this.revision = revision;
    this.seen = seen;
    this.expected = expected;
  }

  /** Revises a place and all within it. */
  void revise(Place place) {
    Sighting sighting = seen.get(place);
    if (sighting == null || !revision.spec().has(place)) {
      return;
    }
    if (!new ValueRevision(revision, place, sighting).revise()) {
      addWithin(place);
      return;
    }
    if (sighting.objects() > 0) {
      members(place);
    }
    Places.children(revision.spec(), place).forEach(this::revise);
  }

  private void members(Place object) {
    Set<Place> unknown = seen.undocumented(object);
    Set<Place> missed = new HashSet<>();
    for (Place member : named(object)) {
      int count = seen.count(member);
      boolean required = Boolean.TRUE.equals(revision.spec().get(member, Aspect.REQUIRED));
      if (count == 0 && (required || expected.contains(member))) {
        missed.add(member);
      } else if (required && count < seen.chances(member)) {
        revision.set(member, Aspect.REQUIRED, null);
      }
    }
    unknown.removeAll(seen.free().keySet());
    if (missed.isEmpty() && !unknown.isEmpty() && isAllGone(object)) {
      missed.addAll(named(object));
    }
    missed.forEach(revision::remove);
    unknown.forEach(this::add);
  }

  private List<Place> named(Place object) {
    return Places.children(revision.spec(), object).stream()
        .filter(place -> !place.path().endsWith(".*") && !place.path().endsWith("[*]"))
        .toList();
  }

  private boolean isAllGone(Place object) {
    return named(object).stream().allMatch(member -> seen.count(member) == 0);
  }

  private void add(Place place) {
    if (revision.has(place)) {
      return;
    }
    revision.add(place);
    Sighting sighting = seen.get(place);
    if (sighting != null) {
      revision.set(place, Aspect.TYPE, sighting.type().isEmpty() ? null : sighting.type());
      revision.set(place, Aspect.NULLABLE, sighting.nulls() > 0 ? true : null);
    }
    addWithin(place);
  }

  private void addWithin(Place outer) {
    List.copyOf(seen.all().keySet()).stream()
        .filter(place -> Places.isChild(place, outer))
        .forEach(this::add);
  }
}
