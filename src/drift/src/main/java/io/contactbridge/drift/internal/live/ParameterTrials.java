package io.contactbridge.drift.internal.live;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.live.CanaryCalls.Further;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds a header or a query parameter that every call lacks, by sending it. */
final class ParameterTrials {
  private static final Set<Part> PARAMETERS = Set.of(Part.REQUEST_HEADER, Part.QUERY_PARAMETER);

  private final Facts spec;
  private final FactsRevision revision;
  private final CanaryCalls calls;

  ParameterTrials(FactsRevision revision, CanaryCalls calls) {
    this.spec = revision.spec();
    this.revision = revision;
    this.calls = calls;
  }

  /**
   * Puts into the revision what is lacking.
   *
   * @param unknown names that the refusal has
   * @param takes makes the call with something more, and returns whether the CRM takes it
   * @return whether something was found
   */
  boolean find(List<String> unknown, Predicate<Further> takes) {
    Map<String, String> all = new LinkedHashMap<>();
    spec.places().stream()
        .filter(place -> PARAMETERS.contains(place.part()) && calls.constant(place) == null)
        .forEach(place -> all.put(place.path(), "test"));
    unknown.forEach(name -> all.put(name, value(name)));
    Set<String> names = Set.copyOf(all.keySet());
    if (all.isEmpty() || !takes.test(new Further(all, all))) {
      return false;
    }
    for (String name : names) {
      Map<String, String> one = Map.of(name, value(name));
      if (takes.test(new Further(one, Map.of()))) {
        header(name);
        return true;
      }
      if (takes.test(new Further(Map.of(), one))) {
        SpecLocation place = SpecLocation.of(Part.QUERY_PARAMETER, name);
        revision.set(place, Aspect.REQUIRED, true);
        revision.set(place, Aspect.TYPE, "string");
        return true;
      }
    }
    return false;
  }

  private void header(String name) {
    SpecLocation place = SpecLocation.of(Part.REQUEST_HEADER, name.toLowerCase(Locale.ROOT));
    SpecLocation own = own(name);
    if (own != null) {
      revision.rename(own, place);
    } else {
      revision.set(place, Aspect.REQUIRED, true);
      revision.set(place, Aspect.TYPE, "string");
    }
  }

  /** Returns the header of ours that the other may stand for. */
  private @Nullable SpecLocation own(String name) {
    return spec.places().stream()
        .filter(place -> place.part() == Part.REQUEST_HEADER && calls.constant(place) != null)
        .filter(place -> name.toLowerCase(Locale.ROOT).contains(place.path()))
        .findFirst()
        .orElse(null);
  }

  private String value(String name) {
    SpecLocation own = own(name);
    String constant = own == null ? null : calls.constant(own);
    return constant == null ? "test" : constant;
  }
}
