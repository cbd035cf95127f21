package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.Decision;
import io.contactbridge.review.internal.changes.Decisions;
import io.contactbridge.review.internal.changes.Severity;
import io.contactbridge.review.internal.changes.Verdict;
import io.contactbridge.review.internal.pages.ChangesPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DecisionsTest {
  private static final String ENTRY = Sites.decision("approved", "Ana", "It is right.");

  @Test
  void entryIsRead() {
    assertThat(Decisions.read(Source.text("d.yaml", ENTRY)).all())
        .containsExactly(
            new Decision(
                "265db240a9e8",
                "main",
                Crm.RAZE,
                Severity.BREAKS,
                "The property `$.data.position` is now called `$.data.title`.",
                Verdict.APPROVED,
                "Ana",
                "2026-11-21",
                "",
                "It is right."));
  }

  @Test
  void fileMayBeEmpty() {
    assertThat(Decisions.read(Source.text("d.yaml", "# none yet\n")).all()).isEmpty();
  }

  @Test
  void lastDecisionCounts() {
    Decisions decisions =
        Decisions.read(
            Source.text("d.yaml", ENTRY + Sites.decision("rejected", "Jo", "It is not.")));

    assertThat(decisions.of("265db240a9e8")).map(Decision::verdict).contains(Verdict.REJECTED);
    assertThat(decisions.of("000000000000")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decision: approved | decision: yes | has the decision "yes"; there are approved, questioned, rejected
          decision: approved | decision: aproved | has the decision "aproved"; there are approved, questioned, rejected
          crm: raze | crm: rase | has the crm "rase"; there are acquire, highlevel, linq, raze
          level: breaks | level: bad | has the level "bad"; there are no-effect, look-at-this, may-break, breaks
          date: "2026-11-21" | date: "YYYY-MM-DD" | has the date "YYYY-MM-DD"; a date is written as 2026-11-21
          by: "Ana" | by: | has no by
          reason: "It is right." | reason: " " | has no reason
          fingerprint: | finger: | has "finger"; there are fingerprint, base, crm, level, change, decision, by, date, expires, reason
          """,
      quoteCharacter = '\0')
  void faultIsSaidInOneSentence(String right, String wrong, String sentence) {
    assertThatThrownBy(
            () ->
                Decisions.read(
                    Source.text("specs/decisions.yaml", ENTRY + ENTRY.replace(right, wrong))))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("specs/decisions.yaml: entry 2 " + sentence);
  }

  @Test
  void fileIsAList() {
    assertThatThrownBy(() -> Decisions.read(Source.text("d.yaml", "approved: all")))
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("d.yaml is no list of decisions");
  }

  @Test
  void textToPasteNeedsNothingButWhoWhenAndWhy() {
    ChangesPage changes = Sites.changed("rejected").changes();
    String pasted =
        changes
            .open()
            .get(0)
            .toPaste()
            .replace("by:", "by: Ana")
            .replace("YYYY-MM-DD", "2026-11-22")
            .replace("reason:", "reason: It is right.");

    Decisions decisions = Decisions.read(Source.text("d.yaml", pasted));

    assertThat(decisions.of(changes.open().get(0).fingerprint()))
        .map(Decision::change)
        .contains(changes.open().get(0).headline());
  }
}
