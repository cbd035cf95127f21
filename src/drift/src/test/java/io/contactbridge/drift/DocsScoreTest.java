package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.Place.Part;
import io.contactbridge.drift.mutation.Expected;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.drift.mutation.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds pages, written in each form from the drifted specifications, against the former ones. */
final class DocsScoreTest {
  /**
   * A form, and what pages of it show.
   *
   * @param shows whether such a page says anything of the place
   */
  private record Form(String name, Function<PageWriter, String> writer, Predicate<Place> shows) {
    String write(Facts facts) {
      return writer.apply(new PageWriter(facts));
    }
  }

  private static final Predicate<Place> BODIES = place -> place.part() != Part.ANSWER_HEADER;

  private static final List<Form> FORMS =
      List.of(
          new Form("GitBook", PageWriter::gitBook, BODIES),
          new Form(
              "tables",
              PageWriter::tables,
              BODIES.and(
                  place -> place.part() != Part.ANSWER_BODY || place.status().startsWith("2"))),
          new Form("Starlight", PageWriter::starlight, BODIES),
          new Form("copied", PageWriter::copied, BODIES),
          new Form("HTML", PageWriter::html, BODIES));

  /** How well the mutations that a form's pages can show at all were told. */
  private static final class Count {
    private int shown;
    private int told;
    private int refused;
  }

  @Test
  void score() {
    Map<String, Count> score = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    for (Mutation mutation : Mutations.all()) {
      Facts before = SpecReader.read("spec", mutation.before());
      Facts after = SpecReader.read("spec", mutation.after());
      for (Form form : FORMS) {
        String page = form.write(after);
        if (!page.equals(form.write(before))) {
          Count count = score.computeIfAbsent(form.name(), ignored -> new Count());
          String said = said(onPage(before, form), page, mutation, count);
          if (!said.isEmpty()) {
            missed.add(form.name() + ": " + mutation + ": " + mutation.expected() + ": " + said);
          }
        }
      }
    }
    missed.forEach(System.out::println);
    score.forEach(
        (form, count) ->
            System.out.printf(
                "docs, %s: %d of %d told, %d refused as not to be compared%n",
                form, count.told, count.shown, count.refused));
  }

  /** Returns nothing if the place was named or the page refused. */
  private static String said(Facts before, String page, Mutation mutation, Count count) {
    count.shown++;
    try {
      List<Change> changes =
          Comparison.compare(before, DocsDrift.read(before, "page", page).facts());
      boolean told = changes.stream().anyMatch(change -> isTold(change, mutation.expected()));
      count.told += told ? 1 : 0;
      return told ? "" : changes.toString();
    } catch (CannotCheckException e) {
      count.refused++;
      return e.getMessage();
    }
  }

  private static boolean isTold(Change change, Expected expected) {
    boolean kind =
        expected.kinds().stream()
            .anyMatch(
                each ->
                    each.name().equals(change.kind().name())
                        || (each == Expected.Kind.RENAMED && change.kind() == Change.Kind.REMOVED)
                        || (each == Expected.Kind.MOVED && change.kind() == Change.Kind.REMOVED));
    return kind
        && Stream.of(change.before(), change.after())
            .anyMatch(
                place ->
                    place != null
                        && expected.part().contains(place.part().name())
                        && (expected.paths().isEmpty() || expected.paths().contains(place.path())));
  }

  @Test
  void theSpecificationsOwnPagesSayNothing() {
    for (Crm crm : Crm.values()) {
      for (Form form : FORMS) {
        Facts spec = onPage(SpecReader.read("spec", Spec.text(crm)), form);
        PageReading page = DocsDrift.read(spec, "page", form.write(spec));
        assertThat(Comparison.compare(spec, page.facts())).as("%s, %s", crm, form.name()).isEmpty();
        assertThat(page.notes()).as("%s, %s", crm, form.name()).isEmpty();
      }
    }
  }

  /** Returns the facts as if all that such a page shows were from the vendor's page. */
  private static Facts onPage(Facts facts, Form form) {
    Facts.Builder copy = Facts.of(facts.source());
    facts
        .places()
        .forEach(
            (place, aspects) -> {
              copy.place(place);
              aspects.forEach(
                  (aspect, value) -> {
                    if (aspect != Aspect.PAGE_EXAMPLES) {
                      copy.fact(place, aspect, value);
                    }
                  });
              copy.fact(place, Aspect.EVIDENCE, form.shows().test(place) ? "page" : "vendor");
            });
    return copy.build();
  }
}
