package io.contactbridge.drift.internal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Comparison;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.openapi.SpecReader;
import io.contactbridge.drift.mutation.Expected;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.drift.mutation.Spec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
  private record Form(
      String name, Function<PageWriter, String> writer, Predicate<SpecLocation> shows) {
    String write(Facts facts) {
      return writer.apply(new PageWriter(facts));
    }
  }

  /** Who raises it writes the new one here; what the forms cannot show is not in it. */
  private static final String SCORE =
      "{GitBook=388 of 394 told, 3 refused as not to be compared,"
          + " HTML=413 of 419 told, 3 refused as not to be compared,"
          + " Starlight=568 of 578 told, 3 refused as not to be compared,"
          + " copied=387 of 394 told, 4 refused as not to be compared,"
          + " tables=353 of 360 told, 0 refused as not to be compared}";

  private static final Predicate<SpecLocation> BODIES = place -> place.part() != Part.ANSWER_HEADER;

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

    @Override
    public String toString() {
      return told + " of " + shown + " told, " + refused + " refused as not to be compared";
    }
  }

  /** What a mutation starts from, which many have in common. */
  private record Before(Facts facts, Map<Form, String> pages, Map<Form, Facts> onPages) {
    static Before of(String text) {
      Facts facts = SpecReader.read("spec", text);
      Map<Form, String> pages = new HashMap<>();
      Map<Form, Facts> onPages = new HashMap<>();
      for (Form form : FORMS) {
        pages.put(form, form.write(facts));
        onPages.put(form, onPage(facts, form));
      }
      return new Before(facts, pages, onPages);
    }
  }

  @Test
  void scoreDoesNotFall() {
    Map<String, Before> known = new HashMap<>();
    Map<String, Count> score = new TreeMap<>();
    List<String> missed = new ArrayList<>();
    for (Mutation mutation : Mutations.all()) {
      Before before = known.computeIfAbsent(mutation.before(), Before::of);
      Facts after = SpecReader.read("spec", mutation.after());
      for (Form form : FORMS) {
        String page = form.write(after);
        if (!page.equals(before.pages().get(form))) {
          Count count = score.computeIfAbsent(form.name(), ignored -> new Count());
          if (!isSaid(Objects.requireNonNull(before.onPages().get(form)), page, mutation, count)) {
            missed.add(form.name() + ": " + mutation);
          }
        }
      }
    }

    score.forEach((form, count) -> System.out.println("docs, " + form + ": " + count));
    missed.forEach(each -> System.out.println("docs, not told: " + each));
    assertThat(score).hasToString(SCORE);
  }

  private static boolean isSaid(Facts before, String page, Mutation mutation, Count count) {
    count.shown++;
    try {
      Facts said = DocsDrift.read(before, Source.text("page", page)).facts();
      boolean told =
          Comparison.compare(before, said).stream()
              .anyMatch(change -> isTold(change, mutation.expected()));
      count.told += told ? 1 : 0;
      return told;
    } catch (CannotCheckException e) {
      count.refused++;
      return true;
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
        PageReading page = DocsDrift.read(spec, Source.text("page", form.write(spec)));
        assertThat(Comparison.compare(spec, page.facts())).as("%s, %s", crm, form.name()).isEmpty();
        assertThat(page.notes()).as("%s, %s", crm, form.name()).isEmpty();
      }
    }
  }

  /** Returns the facts as if all that such a page shows were from the vendor's page. */
  private static Facts onPage(Facts facts, Form form) {
    Facts.Builder copy = Facts.of(facts.source());
    for (SpecLocation place : facts.places()) {
      copy.place(place);
      facts
          .at(place)
          .without(Set.of(Aspect.PAGE_EXAMPLES))
          .forEach((aspect, value) -> copy.fact(place, aspect, value));
      copy.fact(place, Aspect.EVIDENCE, form.shows().test(place) ? "page" : "vendor");
    }
    return copy.build();
  }
}
