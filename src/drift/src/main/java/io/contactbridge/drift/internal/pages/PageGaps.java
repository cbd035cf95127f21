package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds what our specification took from the page and the page no longer shows either way. */
final class PageGaps {
  private static final Map<Part, String> SECTIONS =
      Map.of(
          Part.SERVER, "the server",
          Part.CREDENTIALS, "the credentials",
          Part.PATH_PARAMETER, "the path parameters",
          Part.QUERY_PARAMETER, "the query parameters",
          Part.REQUEST_HEADER, "the request headers",
          Part.REQUEST_BODY, "the properties of the request");

  private final Facts spec;
  private final PageEvidence evidence;
  private final PageFacts page;

  PageGaps(Facts spec, PageEvidence evidence, PageFacts page) {
    this.spec = spec;
    this.evidence = evidence;
    this.page = page;
  }

  /**
   * Returns a sentence for each thing whose inside an example could not show.
   *
   * @throws CannotCheckException if a whole section is missing, which is more likely a page that
   *     was cut off or rebuilt than an API without a request
   */
  List<String> notes(String name) {
    Set<String> sections = new TreeSet<>();
    Set<SpecLocation> hidden = new TreeSet<>();
    for (SpecLocation place : spec.places()) {
      if (evidence.onPage(place) && !page.has(place) && !page.wouldList(place)) {
        SpecLocation outer = outer(place);
        if (outer != null) {
          hidden.add(outer);
        } else if (!isOfLostAnswer(place)) {
          sections.add(section(place));
        }
      }
    }
    if (!sections.isEmpty()) {
      throw new CannotCheckException(
          name
              + " does not show "
              + String.join(", ", sections)
              + ", which the specification has from there: it was cut off or has another form now");
    }
    return hidden.stream()
        .map(
            place -> name + " does not show what is inside " + place + ", so that was not compared")
        .toList();
  }

  /** Returns the nearest place around it that the page has, if that is a property. */
  private @Nullable SpecLocation outer(SpecLocation place) {
    return page.places().stream()
        .filter(each -> place.part().isBody() && each.path().length() > 1 && place.isWithin(each))
        .reduce((one, other) -> other)
        .orElse(null);
  }

  /** Returns whether the whole answer is missing where others are listed, which is told as such. */
  private boolean isOfLostAnswer(SpecLocation place) {
    SpecLocation answer = new SpecLocation(Part.ANSWER, place.status(), "");
    return place.part().isAnswer()
        && place.part() != Part.ANSWER
        && !page.has(answer)
        && page.wouldList(answer);
  }

  private static String section(SpecLocation place) {
    return SECTIONS.getOrDefault(
        place.part(),
        place.part() == Part.ANSWER_BODY
            ? "the body of the answer " + place.status()
            : place.toString());
  }
}
