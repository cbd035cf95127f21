package io.contactbridge.review.internal.pages;

import io.contactbridge.ContactField;
import io.contactbridge.client.Evidence;
import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.History;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Words;
import java.util.Arrays;
import java.util.List;

/** The content of the pages about all CRMs. */
public record OverviewPage(
    List<CrmPage> crms,
    List<FieldRow> rows,
    List<Legend> legend,
    ChangesPage changes,
    History history) {
  /** A badge and its meaning. */
  record Legend(String word, String label, String meaning) {}

  public static OverviewPage of(
      List<CrmPage> crms,
      Library library,
      List<CrmPage> before,
      Library was,
      ChangesPage changes,
      History history) {
    return new OverviewPage(
        crms,
        Arrays.stream(ContactField.values())
            .map(field -> FieldRow.of(field, crms, library, before, was))
            .toList(),
        Arrays.stream(Evidence.values())
            .map(
                evidence ->
                    new Legend(
                        Words.word(evidence), Known.label(evidence), Known.meaning(evidence)))
            .toList(),
        changes,
        history);
  }

  /** Returns how many cells say something else than at the earlier revision. */
  long changedCells() {
    return rows.stream().flatMap(row -> row.at().stream()).filter(FieldAt::changed).count();
  }

  /** Returns the changes that concern a field, with the decisions about them. */
  List<RowView> fields() {
    return rows.stream()
        .map(
            row ->
                new RowView(
                    row,
                    changes.all().stream()
                        .filter(card -> card.change().fields().contains(row.field()))
                        .toList()))
        .toList();
  }

  /** A field and its changes. */
  record RowView(FieldRow row, List<ChangeCard> recent) {
    boolean hasRecent() {
      return !recent.isEmpty();
    }
  }
}
