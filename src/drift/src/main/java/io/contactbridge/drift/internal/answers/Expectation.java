package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What answers would have shown if nothing had changed.
 *
 * @param standIns which specified status was expected where one came that is not specified
 * @param known values that were sent, by the place in an answer where they would be
 * @param places properties and headers that would have been there
 */
public record Expectation(
    Map<Integer, String> standIns, Map<String, Object> known, Set<SpecLocation> places) {
  public static final Expectation NOTHING = new Expectation(Map.of(), Map.of(), Set.of());

  public Expectation {
    standIns = Map.copyOf(standIns);
    known = Map.copyOf(known);
    places = Set.copyOf(places);
  }

  /** Returns the specified status that an answer is held against; its own if there is none. */
  public String status(Facts spec, int status) {
    String own = String.valueOf(status);
    String range = own.charAt(0) + "XX";
    Map<String, String> candidates = new HashMap<>();
    for (String candidate : new String[] {own, range, "default"}) {
      if (spec.has(SpecLocations.answer(candidate))) {
        candidates.putIfAbsent("specified", candidate);
      }
    }
    return candidates.getOrDefault("specified", standIns.getOrDefault(status, own));
  }
}
