package io.contactbridge.drift.internal.pages;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.impact.DriftMeaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Holds a specification against the page, or the OpenAPI document, that its vendor publishes. */
public final class DocsDrift {
  private DocsDrift() {}

  /**
   * Returns what the page says otherwise. What the specification has from elsewhere than the page
   * is not expected there.
   *
   * @param spec our specification
   * @param source as the vendor publishes it: Markdown, HTML, text copied from a browser, or
   *     OpenAPI in JSON or YAML
   * @throws CannotCheckException if the page cannot be read, is of another operation, or lacks a
   *     section that the specification was written from
   */
  public static DriftReport report(Crm crm, Facts spec, Source source) {
    PageReading page = read(spec, source);
    List<Change> changes = Comparison.compare(spec, page.facts());
    List<String> notes = new ArrayList<>(page.notes());
    notes.add(extent(spec, page.facts()));
    return new DriftReport(
        "docs",
        crm,
        spec.source(),
        source.name(),
        DriftMeaning.of(crm, spec, page.facts(), changes),
        List.copyOf(notes),
        checked(spec, page.facts()));
  }

  static PageReading read(Facts spec, Source source) {
    String name = source.name();
    String text = source.text();
    if (PublishedSpec.looksLike(text)) {
      return new PublishedSpec(spec, name).read(source);
    }
    return PublishedSpec.within(spec, name, text).orElseGet(() -> page(spec, name, text));
  }

  private static PageReading page(Facts spec, String name, String text) {
    PageReading page = new PageSource(spec, name).read(text);
    if (!name.matches("(?i)https?://.*") || !new HtmlPage().fits(text)) {
      return page;
    }
    List<String> notes = new ArrayList<>(page.notes());
    notes.add(name + " was asked for as Markdown and came as HTML, of which less can be read");
    return new PageReading(page.facts(), notes);
  }

  private static String extent(Facts spec, Facts page) {
    Set<SpecLocation> ours = spec.places();
    long looked = ours.stream().filter(each -> page.has(each) || page.wouldList(each)).count();
    return looked
        + " of the "
        + ours.size()
        + " things in "
        + spec.source()
        + " were looked for in "
        + page.source()
        + "; the rest is known from elsewhere, or the page cannot show it";
  }

  private static int checked(Facts spec, Facts page) {
    int checked = 0;
    for (SpecLocation place : spec.places()) {
      if (page.has(place)) {
        checked += 1;
        for (Aspect aspect : spec.at(place).aspects()) {
          checked += page.get(place, aspect) != null || page.wouldTell(place, aspect) ? 1 : 0;
        }
      } else if (page.wouldList(place)) {
        checked += 1;
      }
    }
    return checked;
  }
}
