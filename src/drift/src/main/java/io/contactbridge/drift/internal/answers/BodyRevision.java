package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts into a specification what was seen in the bodies of one part: values of another kind,
 * properties that it does not list, and properties that it lists and that were missed.
 */
public final class BodyRevision {
  private final FactsRevision revision;
  private final Sightings seen;
  private final Set<SpecLocation> expected;

  /**
   * Starts with what was seen.
   *
   * @param expected what would have been seen if nothing had changed; a property that need not be
   *     there is missed only if it is among these
   */
  public BodyRevision(FactsRevision revision, Sightings seen, Set<SpecLocation> expected) {
    this.revision = revision;
    this.seen = seen;
    this.expected = expected;
  }

  /** Revises a place and all within it. */
  public void revise(SpecLocation place) {
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
    SpecLocations.children(revision.spec(), place).forEach(this::revise);
  }

  private void members(SpecLocation object) {
    Set<SpecLocation> unknown = seen.undocumented(object);
    Set<SpecLocation> missed = new HashSet<>();
    for (SpecLocation member : named(object)) {
      int count = seen.count(member);
      boolean required = revision.spec().is(member, Aspect.REQUIRED);
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

  private List<SpecLocation> named(SpecLocation object) {
    return SpecLocations.children(revision.spec(), object).stream()
        .filter(place -> !place.path().endsWith(".*") && !place.path().endsWith("[*]"))
        .toList();
  }

  private boolean isAllGone(SpecLocation object) {
    return named(object).stream().allMatch(member -> seen.count(member) == 0);
  }

  private void add(SpecLocation place) {
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

  private void addWithin(SpecLocation outer) {
    List.copyOf(seen.all().keySet()).stream()
        .filter(place -> SpecLocations.isChild(place, outer))
        .forEach(this::add);
  }
}
