package io.contactbridge.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.Severity;
import io.contactbridge.review.internal.changes.WordDiff;
import io.contactbridge.review.internal.pages.ChangesPage;
import io.contactbridge.review.internal.pages.FieldAt;
import io.contactbridge.review.internal.pages.FieldRow;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of a fixed set of changes is one entry, at its level, in words for people. */
final class FixedChangesTest {
  private static final String CODE =
      "(?s).*(\\$\\.|`|Exception|NOT_ECHOED|DIFFERENT|[A-Z]{2,}_[A-Z]+|facade|x-[a-z]+).*";

  private static final Map<String, ChangesPage> PAGES = new HashMap<>();
  private static final Review TOGETHER = Sites.fixed().build();

  static List<FixedChanges> all() {
    return FixedChanges.all();
  }

  private static List<ChangeCard> cards(FixedChanges change) {
    return PAGES.computeIfAbsent(change.toString(), ignored -> change.review().changes()).all();
  }

  @Test
  void setIsOfFourteenKindsForthAndBackAcrossAllSpecs() {
    Set<Crm> crms = new HashSet<>();
    all().forEach(change -> crms.add(change.crm()));

    assertThat(all()).hasSize(28);
    assertThat(all().stream().filter(FixedChanges::back)).hasSize(14);
    assertThat(crms).containsExactlyInAnyOrder(Crm.values());
  }

  @ParameterizedTest
  @MethodSource("all")
  void changeIsOneEntryAtItsLevel(FixedChanges change) {
    List<ChangeCard> cards = cards(change);

    assertThat(cards).extracting(ChangeCard::impact).containsExactly(change.impact());
    assertThat(cards.get(0).headline()).startsWith(change.headline());
  }

  @ParameterizedTest
  @MethodSource("all")
  void entryIsInWordsForPeople(FixedChanges change) {
    ChangeCard card = cards(change).get(0);

    for (String text : List.of(card.headline(), card.consequence(), card.toDo())) {
      assertThat(text).isNotBlank().endsWith(".").doesNotMatch(CODE);
    }
    assertThat(card.toDo()).contains(change.crm().toString());
  }

  @Test
  void allTogetherAreTheSameEntries() {
    ChangesPage page = TOGETHER.changes();

    assertThat(page.problems()).isEmpty();
    for (FixedChanges change : all()) {
      assertThat(page.all())
          .as(change.toString())
          .filteredOn(card -> card.headline().startsWith(change.headline()))
          .singleElement()
          .satisfies(card -> assertThat(card.impact()).isEqualTo(change.impact()));
    }
    assertThat(page.all()).hasSize(28);
  }

  @Test
  void newPropertyCouldBeStoredNow() {
    ChangeCard card = cards(one("new property")).get(0);

    assertThat(card.consequence()).isEqualTo("You could store this now; the library does not yet.");
  }

  @Test
  void changedWordsAreShownWordByWord() {
    ChangeCard card = cards(one("description, back")).get(0);

    assertThat(card.words())
        .containsExactly(
            new WordDiff.Piece("removed", "The clock."),
            new WordDiff.Piece("added", "IANA timezone."));
  }

  @Test
  void cellSaysWhereSpecAndLibraryDisagreeAndWhatItSaidBefore() {
    FieldAt website = cell(TOGETHER, "WEBSITE", Crm.HIGHLEVEL);
    FieldAt title = cell(TOGETHER, "JOB_TITLE", Crm.LINQ);

    assertThat(website.cell().text()).isEqualTo("Spec has no “website”; library sends it");
    assertThat(website.was()).containsExactly("Set, can be emptied (assumed)");
    assertThat(website.link()).isEmpty();
    assertThat(title.cell().text()).isEqualTo("Spec has no “title”; library sends it");
  }

  @Test
  void cellsThatDidNotChangeAreNotMarked() {
    FieldAt email = cell(TOGETHER, "EMAIL", Crm.ACQUIRE);

    assertThat(email.changed()).isFalse();
  }

  @Test
  void capabilityThatChangesInJavaAloneIsAChangeToo() {
    String now = Review.capabilities();
    String before =
        now.replaceFirst(
            "(\"crm\":\"HIGHLEVEL\",\"field\":\"SOURCE\",\"set\":true,\"clear\":)true", "$1false");
    Review review =
        Review.builder()
            .since("main", Sites.shipped())
            .capabilities(Source.text("now", now), Source.text("before", before))
            .build();

    assertThat(before).isNotEqualTo(now);
    assertThat(review.changes().all())
        .extracting(ChangeCard::headline)
        .containsExactly("The library does something else with Source at HighLevel.");
    assertThat(cell(review, "SOURCE", Crm.HIGHLEVEL).was())
        .containsExactly("Set, spec lets it be emptied, library does not (assumed)");
  }

  @Test
  void capabilityThatIsLostInJavaAloneBreaks() {
    String now = Review.capabilities();
    String lost = now.replaceFirst("\\{\"crm\":\"LINQ\",\"field\":\"COMPANY\"[^}]*},\\n", "");
    Review review =
        Review.builder()
            .since("main", Sites.shipped())
            .capabilities(Source.text("now", lost), Source.text("before", now))
            .build();

    assertThat(review.changes().all())
        .extracting(ChangeCard::impact)
        .containsExactly(Severity.BREAKS);
    assertThat(cell(review, "COMPANY", Crm.LINQ).cell().text())
        .isEqualTo("Not stored yet; “company” is there");
  }

  @Test
  void libraryThatFollowsTheSpecIsOneCauseWithIt() {
    FixedChanges removal = one("removal");
    String now = Review.capabilities();
    String follows =
        now.replaceFirst("\\{\"crm\":\"HIGHLEVEL\",\"field\":\"WEBSITE\"[^}]*},\\n", "");
    Review review =
        Review.builder()
            .spec(Crm.HIGHLEVEL, FixedChanges.after(removal))
            .since("main", Sites.shipped())
            .capabilities(Source.text("now", follows), Source.text("before", now))
            .build();

    assertThat(review.changes().all()).hasSize(1);
  }

  private static FixedChanges one(String name) {
    return all().stream().filter(change -> change.name().equals(name)).findFirst().orElseThrow();
  }

  private static FieldAt cell(Review review, String constant, Crm crm) {
    return review.pages().overview().rows().stream()
        .filter(row -> row.constant().equals(constant))
        .flatMap(row -> row.at().stream())
        .filter(at -> at.crm() == crm)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theShippedSpecsDisagreeNowhereWithTheLibrary() {
    assertThat(Review.builder().build().pages().overview().rows())
        .flatExtracting(FieldRow::at)
        .hasSize(Crm.values().length * ContactField.values().length)
        .noneMatch(at -> at.style().equals("conflict") || at.style().equals("could"));
  }
}
