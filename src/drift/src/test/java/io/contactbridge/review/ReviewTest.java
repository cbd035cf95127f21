package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.content.Words;
import io.contactbridge.review.internal.pages.CrmPage;
import io.contactbridge.review.internal.pages.SearchPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody who has never seen a specification learns from the pages. */
@SuppressWarnings("NullAway.Init") // JUnit sets the folder.
final class ReviewTest {
  @TempDir static Path folder;

  @BeforeAll
  static void write() throws IOException {
    Review.builder().build().write(folder);
  }

  @Test
  void theOverviewShowsWhichCrmsStoreAJobTitle() {
    assertThat(page("fields"))
        .contains("Linq and Raze can store it. At Raze that is in doubt.")
        .contains("Raze Sent, but ignored Observed · cannot be emptied");
  }

  @Test
  void howSureWeAre() {
    assertThat(page("fields"))
        .contains("Linq Set · cannot be emptied In an update: sent as it is. Vendor’s page");
  }

  @Test
  void whatHappensToTags() {
    assertThat(page("fields"))
        .contains("HighLevel Set · cannot be emptied · replaces all In an update: sent as it is.")
        .contains("Raze Set, but loses data Observed · cannot be emptied · replaces all");
  }

  @Test
  void whatIsDocumentedAndIgnoredCannotBeTakenForAYes() {
    assertThat(page("index")).contains("Sent, but ignored (Observed) · cannot be emptied");
  }

  @Test
  void warningsAboutUpdatesAreAtTheTop() {
    assertThat(page("raze"))
        .contains("Before you send an update Job title: Ignored The server reads title in its")
        .contains("Tags: Loses data The server takes each element for the id (UUID) of a tag.")
        .contains("Custom fields: Replaces all What the contact has there is lost. Observed");
    assertThat(page("linq"))
        .contains("Owner: Contradictory What an update without it does is not known");
    assertThat(page("highlevel"))
        .contains("Tags: Replaces all What the contact has there is lost.")
        .contains("Key: Ignored A value that is addressed by its key")
        .doesNotContain("Date of birth: Ignored")
        .contains("It was so until 2025-11.");
  }

  @Test
  void howSureWeAreOfEachAbility() {
    assertThat(page("highlevel")).contains("can be set can be emptied Assumed");
    assertThat(page("raze"))
        .contains("can be emptied, which is not documented Observed")
        .contains("documented, but observed to be ignored Observed")
        .contains("replaces all that was there Observed");
    assertThat(page("acquire"))
        .contains("What it leaves alone The fields that are not sent. Assumed");
  }

  @Test
  void allThatIsNotOnAVendorsPageIsListedAcrossCrms() {
    assertThat(page("evidence"))
        .contains("Assumed: it is a conclusion of ours".replace("Assumed: it", "it"))
        .contains("HighLevel Email can be emptied")
        .contains("Acquire The call What it leaves alone")
        .contains("Raze Job title Ignored: The server reads title in its place");
  }

  @ParameterizedTest
  @EnumSource
  void everyFieldIsOnTheOverview(ContactField field) {
    assertThat(page("index")).contains(" " + Words.name(field) + " ");
  }

  @ParameterizedTest
  @EnumSource
  void everyNormalisedFieldIsOnThePageOfItsCrm(Crm crm) {
    CrmPage page =
        Review.builder().build().pages().overview().crms().stream()
            .filter(each -> each.crm() == crm)
            .findFirst()
            .orElseThrow();

    assertThat(CrmProfile.of(crm).capabilities()).isNotEmpty();
    assertThat(CrmProfile.of(crm).capabilities())
        .allSatisfy(capability -> assertThat(page.card(capability.field())).isPresent());
  }

  @Test
  void requestThatIsShownIsTheOneThatIsSent() {
    assertThat(page("linq"))
        .contains("PUT https://api.linqapp.com/api/partner/v2/contacts/123")
        .contains("\"phone_number\": \"+12025550123\"");
  }

  @Test
  void errorsAreShownAsTheLibraryReportsThem() {
    assertThat(page("highlevel"))
        .contains(
            "The CRM has no such contact. Check the contact’s ID. “HighLevel answered 400: Contact"
                + " not found” In code: ContactNotFoundException");
  }

  @Test
  void peopleFindAFieldByTheirOwnWords() {
    assertThat(SearchPage.of(Review.builder().build().pages()).entries())
        .filteredOn(entry -> (entry.name() + " " + entry.words()).contains("zip"))
        .extracting(SearchPage.Entry::link)
        .contains("fields.html#POSTAL_CODE", "highlevel.html#f-postalCode");
  }

  @Test
  void changesWithoutApprovalAreNamed() {
    assertThat(
            Sites.changed(entry -> entry.replace("fingerprint: \"", "fingerprint: \"0"))
                .unapproved())
        .containsExactly(
            "Raze 265db240a9e8 (breaks, nobody has decided yet): Raze now calls “position”"
                + " “title”.");
  }

  @Test
  void approvalOfTheSameChangeAtTheSameBaseCounts() {
    assertThat(Sites.changed("approved").unapproved()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"questioned", "rejected"})
  void onlyAnApprovalApproves(String verdict) {
    assertThat(Sites.changed(verdict).unapproved())
        .singleElement()
        .asString()
        .contains("(breaks, " + verdict + " by Ana Souza)");
  }

  @Test
  void approvalHoldsUpToItsLevel() {
    assertThat(Sites.changed(entry -> entry.replace("level: breaks", "level: may-break")))
        .satisfies(ReviewTest::isOpen)
        .satisfies(
            review ->
                assertThat(review.changes().open().get(0).standing().faults())
                    .containsExactly("It was decided about as “may break”, and is now “breaks”."));
  }

  @Test
  void approvalHoldsForTheBaseThatItWasMadeAgainst() {
    isOpen(Sites.changed(entry -> entry.replace("base: main", "base: 0a1b2c3d")));
  }

  @Test
  void approvalHoldsUntilItExpires() {
    String last = "date: \"2026-11-21\"\n  expires: \"2026-11-%s\"";

    assertThat(changed(last.formatted("21")).unapproved()).isEmpty();
    isOpen(changed(last.formatted("20")));
  }

  private static Review changed(String date) {
    return Sites.changed(entry -> entry.replace("date: \"2026-11-21\"", date));
  }

  @Test
  void anEntryThatMatchesNothingIsReported() {
    Review review = Sites.changed(entry -> entry.replace("265d", "0000"));

    assertThat(review.unused())
        .containsExactly(
            "the entry 0000b240a 9e8 of 2026-11-21 matches no change that there is or was"
                .replace(" 9", "9"));
    assertThat(review.summary()).contains("Note: the entry 0000b240a9e8");
    assertThat(Sites.changed("approved").unused()).isEmpty();
  }

  private static void isOpen(Review review) {
    assertThat(review.unapproved()).hasSize(1);
    assertThat(review.changes().open().get(0).standing().style()).isNotEqualTo("approved");
  }

  @Test
  void summaryIsMarkdown() {
    assertThat(Sites.changed("questioned").summary())
        .isEqualTo(
            """
            ## Spec review

            Compared with main: 1 × breaks.

            ### Breaks

            - **Raze** Raze now calls “position” “title”. \
            An update of job title would be refused by Raze, or the value would be lost. \
            _questioned by Ana Souza_

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
        .hasMessageStartingWith("linq.yaml, line 1, is not well-formed YAML or JSON: ");
    assertThatThrownBy(
            () -> Review.builder().spec(Crm.LINQ, Source.text("linq.yaml", "a: b")).build())
        .isInstanceOf(CannotReviewException.class)
        .hasMessage("linq.yaml is no OpenAPI document, and OpenAPI 3.0 or 3.1 is needed");
  }

  private static String page(String name) {
    return PageText.text(folder.resolve(name + ".html"));
  }
}
