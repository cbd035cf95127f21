package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who has never seen a specification learns from the pages. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder.
final class ReviewTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Sites.review(folder);
    Sites.changed("approved").write(folder.resolve("changed"));
  }

  @Test
  void whichCrmsCanStoreAJobTitle() {
    assertThat(page("fields"))
        .contains(
            "Job title Linq and Raze can store it. At Raze that is in doubt. Acquire Not stored.")
        .contains(
            "Raze Can be set. Observed The server reads title in its place and ignores this name"
                + " without a word: the answer is 200, has a title and no position,");
  }

  @Test
  void howSureWeAre() {
    assertThat(page("fields"))
        .contains(
            "Linq Can be set. In an update: Sent as it is. Vendor’s page open the page read on"
                + " 2026-11-21");
  }

  @Test
  void whatHappensToTags() {
    assertThat(page("fields"))
        .contains(
            "Tags HighLevel and Raze can store it. At Raze that is in doubt. Acquire Not stored."
                + " In an update: refused by default; lost if the caller lets it go."
                + " HighLevel Can be set, replaces all."
                + " In an update: Sent; replaces all that was there.");
  }

  @Test
  void whatIsSentAndIgnoredIsNoSuccessAmongSeveralCrms() {
    assertThat(page("index"))
        .contains(
            "Job title Lost Lost Sent as it is Sent as it is Observed The server reads title in");
  }

  @Test
  void whatToKnowBeforeAnUpdateIsSent() {
    assertThat(page("raze"))
        .contains(
            "Before you send an update Job title: Ignored The server reads title in its place")
        .contains("Tags: Loses data The server takes each element for the id (UUID) of a tag.")
        .contains("This contradicts the vendor’s page.");
    assertThat(page("linq"))
        .contains("Owner: Contradictory What an update without it does is not known");
    assertThat(page("highlevel"))
        .contains("Before you send an update Key: Ignored A value that is addressed by its key")
        .doesNotContain("Date of birth: Ignored")
        .contains("It was so until 2025-11.");
    assertThat(page("acquire")).doesNotContain("Before you send an update");
  }

  @Test
  void howSureWeAreOfEachAbility() {
    assertThat(page("highlevel")).contains("can be set can be emptied Assumed comes back");
    assertThat(page("raze"))
        .contains("can be emptied, which is not documented Observed")
        .contains("replaces all that was there Observed");
    assertThat(page("acquire"))
        .contains("What it leaves alone The fields that are not sent. Assumed");
  }

  @Test
  void whatTheLastChangeBroke() {
    assertThat(page("changed/changes"))
        .contains(
            "The property $.position in the request is now called $.title. An update of job title"
                + " would be refused by Raze, or the value would be lost.")
        .contains("Before $.position in the request Now $.title in the request")
        .contains("Fields concerned Job title");
  }

  @Test
  void whoApprovedIt() {
    assertThat(page("changed/decisions"))
        .contains(
            "Raze · Breaks The property $.data.position is now called $.data.title."
                + " Approved by Ana Souza on 2026-11-21: They told us.");
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsOnTheOverview(ContactField field) {
    assertThat(page("index")).contains(" " + Words.name(field) + " ");
  }

  @ParameterizedTest
  @EnumSource
  void everyNormalisedFieldIsOnThePageOfItsCrm(Crm crm) {
    String page = page(crm.name().toLowerCase(Locale.ROOT));

    assertThat(crm.capabilities())
        .allSatisfy(
            capability -> {
              capability.requestPath().ifPresent(path -> assertThat(page).contains(path));
              capability.answerPath().ifPresent(path -> assertThat(page).contains(path));
            });
  }

  @Test
  void whatACallerSeesOfAnErrorIsWhatTheLibraryDoes() {
    assertThat(page("highlevel"))
        .contains(
            "The caller sees ContactNotFoundException The CRM has no such contact."
                + " Check the contact’s ID. “HighLevel answered 400: Contact not found”");
  }

  @Test
  void anotherSourceOfTheAnswerIsTold() {
    assertThat(page("highlevel")).contains("$.contact.inboundDndSettings Assumed");
  }

  @Test
  void changesWithoutApprovalAreNamed() {
    assertThat(Sites.changed("approved").unapproved())
        .containsExactly(
            "Raze fa71cf09cfa4 (breaks, nobody has decided yet): The property `$.position` in the"
                + " request is now called `$.title`.");
  }

  @ParameterizedTest
  @CsvSource({"NO_EFFECT, false", "MAY_BREAK, true", "BREAKS, true"})
  void approvalHoldsUpToItsLevel(Level level, boolean approves) {
    Decision decision =
        new Decision("0", Crm.RAZE, level, "", Verdict.APPROVED, "Ana Souza", "2026-11-21", "");

    assertThat(decision.approves(Level.MAY_BREAK)).isEqualTo(approves);
  }

  @ParameterizedTest
  @ValueSource(strings = {"questioned", "rejected"})
  void onlyAnApprovalApproves(String verdict) {
    assertThat(Sites.changed(verdict).unapproved())
        .contains(
            "Raze 8c1936425cbf (breaks, %s by Ana Souza): The property `$.data.position` in the"
                    .formatted(verdict)
                + " answer 200 is now called `$.data.title`.");
  }

  @Test
  void summaryIsMarkdown() {
    assertThat(Sites.changed("approved").summary())
        .isEqualTo(
            """
            ## Spec review

            Compared with main: 2 × breaks.

            ### Breaks

            - **Raze** The property `$.position` in the request is now called `$.title`. \
            An update of JOB\\_TITLE would be refused by Raze, or the value would be lost. \
            _nobody has decided yet_
            - **Raze** The property `$.data.position` in the answer 200 is now called \
            `$.data.title`. The contact in the result would lack JOB\\_TITLE, and an update of it \
            would be NOT\\_ECHOED. _approved by Ana Souza_

            **1 change waits for an approval** in `specs/decisions.yaml`.
            """);
  }

  @Test
  void specThatCannotBeComparedIsAProblemAndNoSilence() {
    Review review =
        Review.builder()
            .since("main", Map.of(Crm.LINQ, Source.text("main:linq", "swagger: '2.0'")))
            .build();

    assertThat(review.problems())
        .singleElement()
        .asString()
        .startsWith("Linq could not be compared: ");
    assertThat(review.summary())
        .contains(": no change in what could be compared.")
        .contains("**Not compared.** Linq could not be compared");
  }

  @Test
  void textThatIsNoSpecIsRefused() {
    assertThatThrownBy(
            () -> Review.builder().spec(Crm.LINQ, Source.text("linq.yaml", "a: [")).build())
        .isInstanceOf(CannotReviewException.class)
        .hasMessageStartingWith("linq.yaml is not readable as YAML, line 1: ");
    assertThatThrownBy(
            () -> Review.builder().spec(Crm.LINQ, Source.text("linq.yaml", "a: b")).build())
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("linq.yaml describes no operation with answers");
  }

  private static String page(String name) {
    return Pages.text(folder.resolve(name + ".html"));
  }
}
