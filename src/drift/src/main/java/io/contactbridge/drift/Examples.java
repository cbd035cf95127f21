package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a specification's examples show of answers. */
final class Examples {
  private Examples() {}

  /**
   * Returns the headers of answers, and the properties that all examples of an answer have: what an
   * answer would have too, though it need not.
   */
  static Set<Place> always(Facts spec) {
    Set<Place> always = new HashSet<>();
    for (Place place : spec.places().keySet()) {
      if (place.part() == Part.ANSWER_HEADER) {
        always.add(place);
      } else if (place.part() == Part.ANSWER_BODY && Places.isRoot(place)) {
        always.addAll(always(spec, place));
      }
    }
    return always;
  }

  private static Set<Place> always(Facts spec, Place root) {
    Sightings shown = new Sightings(spec);
    int examples = 0;
    if (spec.get(root, Aspect.EXAMPLES) instanceof List<?> list) {
      for (Object example : list) {
        examples++;
        shown.add(root, parse(String.valueOf(example)));
      }
    }
    Set<Place> always = new HashSet<>();
    for (Place place : shown.all().keySet()) {
      if (spec.has(place) && examples > 0 && shown.count(place) >= shown.chances(place)) {
        always.add(place);
      }
    }
    return always;
  }

  private static @Nullable Object parse(String json) {
    try {
      return JsonValues.parse(json);
    } catch (IOException e) {
      throw new IllegalStateException("examples are read as JSON", e);
    }
  }
}
