package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
import io.contactbridge.review.internal.changes.Binding;
import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.Changes;
import io.contactbridge.review.internal.changes.Decisions;
import io.contactbridge.review.internal.content.Stamp;
import io.contactbridge.review.internal.pages.ChangesPage;
import io.contactbridge.review.internal.pages.Pages;
import io.contactbridge.review.internal.pages.Site;
import io.contactbridge.review.internal.pages.Templates;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that the comparison finds is lost on the way to the page. */
final class MutationPagesTest {
  private static final Decisions NONE = new Decisions(List.of());

  @Test
  void everyMutationShowsOnThePageOfChanges() {
    assertThat(Mutations.all()).isNotEmpty().allSatisfy(MutationPagesTest::shows);
  }

  @ParameterizedTest
  @MethodSource("oneOfEachOperator")
  void anOddSpecStillHasAPage(Mutation mutation) {
    Pages pages =
        Review.builder()
            .spec(mutation.crm(), Source.text("spec", mutation.after()))
            .build()
            .pages();

    assertThat(pages.render()).isNotEmpty();
  }

  static Collection<Mutation> oneOfEachOperator() {
    Map<String, Mutation> mutations = new LinkedHashMap<>();
    Mutations.all().forEach(mutation -> mutations.putIfAbsent(mutation.operator(), mutation));
    return mutations.values();
  }

  private static void shows(Mutation mutation) {
    DriftReport report =
        DriftCheck.spec(
                mutation.crm(),
                Source.text("before", mutation.before()),
                Source.text("after", mutation.after()))
            .run();
    List<ChangeCard> cards =
        Changes.ofForm(report).stream()
            .map(change -> NONE.card(change, Binding.to("before", LocalDate.of(2026, 11, 21))))
            .toList();
    ChangesPage page = ChangesPage.of("before", cards, List.of(), List.of(), List.of());

    String text =
        PageText.text(
            Templates.render("changes", new Templates.Frame(page, site("before"), "changes.html")));

    assertThat(report.drifts())
        .as(mutation.operator())
        .allSatisfy(
            drift -> {
              assertThat(text).contains(plain(drift.sentence()));
              assertThat(text).contains(plain(drift.consequence()));
            });
  }

  private static String plain(String sentence) {
    return sentence.replace("`", "").replaceAll("\\s+", " ");
  }

  private static Site site(String since) {
    return new Site(List.of(), since, Stamp.NONE);
  }
}
