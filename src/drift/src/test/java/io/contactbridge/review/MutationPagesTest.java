package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.mutation.Mutation;
import io.contactbridge.drift.mutation.Mutations;
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
  void pageOfTheCrmCanBeMadeOfWhatIsOdd(Mutation mutation) {
    Spec spec = Spec.read(mutation.crm(), "spec", mutation.after());
    CrmPage page = CrmPage.of(spec);

    String html = Templates.render("crm", new Templates.Frame(page, site(""), page.file()));

    assertThat(html).contains("</html>");
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
    ChangesPage page = ChangesPage.of("before", List.of(report), NONE, List.of(), List.of());

    String text =
        Pages.text(
            Templates.render("changes", new Templates.Frame(page, site("before"), "changes.html")));

    assertThat(report.drifts())
        .as(mutation.operator())
        .allSatisfy(
            drift -> {
              assertThat(text).contains(plain(drift.sentence()));
              assertThat(text).contains(plain(Words.plain(drift.consequence())));
            });
  }

  private static String plain(String sentence) {
    return sentence.replace("`", "").replaceAll("\\s+", " ");
  }

  private static Site site(String since) {
    return new Site(List.of(), since);
  }
}
