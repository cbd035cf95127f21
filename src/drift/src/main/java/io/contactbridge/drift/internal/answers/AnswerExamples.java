package io.contactbridge.drift.internal.answers;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.HashSet;
import java.util.Set;

/** Finds the places that a specification's examples of answers always have. */
public final class AnswerExamples {
  private AnswerExamples() {}

  /**
   * Returns the headers of answers, and the properties that all examples of an answer have: what an
   * answer would have too, though it need not.
   */
  public static Set<SpecLocation> always(Facts spec) {
    Set<SpecLocation> always = new HashSet<>();
    for (SpecLocation place : spec.places()) {
      if (place.part() == Part.ANSWER_HEADER) {
        always.add(place);
      } else if (place.part() == Part.ANSWER_BODY && SpecLocations.isRoot(place)) {
        always.addAll(always(spec, place));
      }
    }
    return always;
  }

  private static Set<SpecLocation> always(Facts spec, SpecLocation root) {
    Sightings shown = new Sightings(spec);
    int examples = 0;
    for (String example : spec.list(root, Aspect.EXAMPLES)) {
      examples++;
      shown.add(root, JsonValue.parse(example));
    }
    Set<SpecLocation> always = new HashSet<>();
    for (SpecLocation place : shown.all().keySet()) {
      if (spec.has(place) && examples > 0 && shown.count(place) >= shown.chances(place)) {
        always.add(place);
      }
    }
    return always;
  }
}
