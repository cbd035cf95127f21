package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.Decision;
import io.contactbridge.review.internal.changes.History;
import io.contactbridge.review.internal.changes.Refusal;
import io.contactbridge.review.internal.content.Vocabulary;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.List;

/** The search page: its entries match people's words and the vendors' names. */
public record SearchPage(List<Entry> entries) {
  /**
   * Something that can be found.
   *
   * @param kind such as {@code Field}
   * @param words further words by which it is found
   */
  public record Entry(String kind, String link, String name, String detail, String words) {}

  public static SearchPage of(Pages pages) {
    List<Entry> entries = new ArrayList<>();
    for (FieldRow row : pages.overview().rows()) {
      entries.add(
          new Entry(
              "Field",
              "fields.html#" + row.constant(),
              row.name(),
              row.summary(),
              row.words() + " " + row.constant().toLowerCase(java.util.Locale.ROOT)));
    }
    pages.overview().crms().forEach(crm -> addCrm(entries, crm));
    pages.changes().all().forEach(card -> add(entries, "Change", "changes.html#", card));
    for (DecisionsPage.Made made : pages.decisions().made()) {
      Decision decision = made.decision();
      entries.add(
          new Entry(
              "Decision",
              made.link().isEmpty() ? "decisions.html#made" : made.link(),
              decision.verdict().label() + " by " + decision.by(),
              decision.crm() + ": " + decision.change(),
              decision.reason() + " " + decision.fingerprint()));
    }
    for (History.Commit commit : pages.history().commits()) {
      commit.changes().forEach(card -> add(entries, "Earlier change", "history.html#", card));
    }
    return new SearchPage(entries);
  }

  private static void addCrm(List<Entry> entries, CrmPage crm) {
    entries.add(new Entry("CRM", crm.file(), crm.name(), crm.title(), ""));
    for (FieldCard card : crm.cards()) {
      String normalised =
          String.join(
              " ", card.names().normalised().stream().map(FieldCard.Normalised::name).toList());
      String words =
          String.join(
              " ",
              Vocabulary.field(card.property()).map(Words::name).orElse(""),
              Vocabulary.field(card.property())
                  .map(field -> String.join(" ", Vocabulary.of(field)))
                  .orElse(""),
              normalised,
              card.paths().request(),
              card.paths().answer());
      entries.add(
          new Entry(
              crm.name(),
              crm.file() + "#" + card.id(),
              card.name(),
              "“" + card.property() + "”, " + card.value().type(),
              words));
    }
    for (Refusal refusal : crm.refusals()) {
      entries.add(
          new Entry(
              crm.name(),
              crm.file() + "#status-" + refusal.status(),
              "Answer " + refusal.status(),
              refusal.words(),
              "error"));
    }
  }

  private static void add(List<Entry> entries, String kind, String page, ChangeCard card) {
    entries.add(
        new Entry(
            kind,
            page + card.id(),
            card.headline(),
            card.impactLabel(),
            card.crm() + " " + card.fingerprint()));
  }
}
