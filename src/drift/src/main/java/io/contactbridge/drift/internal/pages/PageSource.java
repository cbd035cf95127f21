package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.openapi.RequiredRights;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads a vendor's page about the operation of our specification. */
final class PageSource {
  private final Facts spec;
  private final String name;
  private final PageEvidence evidence;

  PageSource(Facts spec, String name) {
    this.spec = spec;
    this.name = name;
    evidence = new PageEvidence(spec);
  }

  /**
   * @throws CannotCheckException if the page is of another operation, or lacks a section that our
   *     specification was written from
   */
  PageReading read(String text) {
    PageFacts page = new PageFacts(name);
    PageAddress address = new PageReader(spec, page).read(blocks(text));
    if (address == null) {
      throw new CannotCheckException(
          name
              + " has no operation, which is a method with a path: it may be a login page, or of"
              + " a form that is not known");
    }
    address.requireOurs(spec, name, similarity(page));
    address.tell(spec, page);
    rights(text, page);
    List<String> notes = new ArrayList<>(page.notes());
    notes.addAll(new PageGaps(spec, evidence, page).notes(name));
    Facts facts =
        page.facts()
            .lists(place -> evidence.onPage(place) && page.wouldList(place))
            .tells(
                (place, aspect) -> evidence.isPages(place, aspect) && page.wouldTell(place, aspect))
            .build();
    return new PageReading(facts, notes);
  }

  private void rights(String text, PageFacts page) {
    List<String> rights = RequiredRights.in(text);
    spec.places().stream()
        .filter(place -> place.part() == SpecLocation.Part.CREDENTIALS && !rights.isEmpty())
        .forEach(place -> page.fact(place, Aspect.SCOPES, rights, 0));
  }

  private List<PageBlock> blocks(String text) {
    return PageForm.ALL.stream()
        .filter(form -> form.fits(text))
        .findFirst()
        .map(form -> form.read(text))
        .orElseThrow(() -> new CannotCheckException(name + " is empty"));
  }

  /** Returns what part of the properties of our request the page has too. */
  private double similarity(PageFacts page) {
    return similarity(spec, evidence, page::has);
  }

  static double similarity(Facts spec, PageEvidence evidence, Predicate<SpecLocation> page) {
    List<SpecLocation> ours =
        spec.places().stream()
            .filter(place -> place.part() == Part.REQUEST_BODY && place.path().length() > 1)
            .filter(evidence::onPage)
            .toList();
    return ours.isEmpty() ? 0 : (double) ours.stream().filter(page).count() / ours.size();
  }
}
