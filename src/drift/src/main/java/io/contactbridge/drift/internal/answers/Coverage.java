package io.contactbridge.drift.internal.answers;

import static java.util.stream.Collectors.joining;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.SpecLocations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of a specification was seen at work.
 *
 * @param exercised the specified places that were seen
 */
public record Coverage(Facts spec, Set<SpecLocation> exercised) {
  private static final Set<Aspect> WORDS =
      EnumSet.of(Aspect.DESCRIPTION, Aspect.EXAMPLES, Aspect.EVIDENCE, Aspect.NULLABLE_EVIDENCE);
  private static final int LISTED = 12;

  public Coverage {
    exercised = new TreeSet<>(exercised);
    exercised.retainAll(spec.places());
  }

  /** Returns how many facts were checked. */
  public int checked() {
    return exercised.stream().mapToInt(this::facts).sum();
  }

  /** Returns sentences about what was checked and what was not. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    int all = spec.places().stream().mapToInt(this::facts).sum();
    notes.add("This exercised " + checked() + " of the " + all + " facts of the specification.");
    note(notes, "Answers that did not come: ", Part.ANSWER);
    note(notes, "Properties of requests that were not sent: ", Part.REQUEST_BODY);
    note(notes, "Properties of answers that did not come: ", Part.ANSWER_BODY);
    note(notes, "Headers of answers that did not come: ", Part.ANSWER_HEADER);
    return notes;
  }

  private void note(List<String> notes, String words, Part part) {
    List<SpecLocation> missing =
        spec.places().stream()
            .filter(place -> place.part() == part && !exercised.contains(place))
            .filter(place -> part == Part.ANSWER || cameAtAll(place))
            .filter(place -> exercised.contains(SpecLocations.parent(place)) || !part.isBody())
            .toList();
    if (!missing.isEmpty()) {
      String more = missing.size() > LISTED ? " and " + (missing.size() - LISTED) + " more" : "";
      notes.add(
          words
              + missing.stream()
                  .limit(LISTED)
                  .map(place -> part == Part.ANSWER ? "`" + place.status() + "`" : shown(place))
                  .collect(joining(", "))
              + more
              + ".");
    }
  }

  private boolean cameAtAll(SpecLocation place) {
    return !place.part().isAnswer() || exercised.contains(SpecLocations.answer(place.status()));
  }

  private static String shown(SpecLocation place) {
    return "`"
        + place.path()
        + "`"
        + (place.status().isEmpty() ? "" : " of `" + place.status() + "`");
  }

  /** A place is itself a fact, besides what is said of it. */
  private int facts(SpecLocation place) {
    return 1
        + (int) spec.at(place).aspects().stream().filter(aspect -> !WORDS.contains(aspect)).count();
  }
}
