package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonLocations;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.Set;
import java.util.TreeSet;

/**
 * What our specification took from the vendor's page, going by {@code x-source}. Only that can be
 * missing on the page; the rest was never there.
 */
final class PageEvidence {
  private static final String PAGE = "page";

  private final Facts spec;

  /** The places from the page, the objects around them, and the places of the page's examples. */
  private final Set<SpecLocation> shown = new TreeSet<>();

  PageEvidence(Facts spec) {
    this.spec = spec;
    for (SpecLocation place : spec.places()) {
      spec.list(place, Aspect.PAGE_EXAMPLES)
          .forEach(each -> shown.addAll(JsonLocations.of(spec, place, each)));
      for (SpecLocation outer = place; outer != null && isPages(place); outer = outer.outer()) {
        shown.add(outer);
      }
    }
  }

  /** Returns whether the page has the thing, or something inside it, whatever its details. */
  boolean onPage(SpecLocation place) {
    SpecLocation answer = new SpecLocation(SpecLocation.Part.ANSWER, place.status(), "");
    if ((place.part().isAnswer() && !isPages(answer)) || place.path().contains(".*")) {
      return false;
    }
    return shown.contains(place);
  }

  /** Returns whether the aspect of the thing is the page's. */
  boolean isPages(SpecLocation place, Aspect aspect) {
    Object own = aspect == Aspect.NULLABLE ? spec.get(place, Aspect.NULLABLE_EVIDENCE) : null;
    return own == null ? isPages(place) : own.equals(PAGE);
  }

  /** Returns whether what the specification says of the thing is the page's. */
  boolean isPages(SpecLocation place) {
    Object evidence = spec.get(place, Aspect.EVIDENCE);
    return evidence == null || evidence.equals(PAGE);
  }
}
