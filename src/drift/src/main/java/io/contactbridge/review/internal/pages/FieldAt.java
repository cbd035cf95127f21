package io.contactbridge.review.internal.pages;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.OnUnsupported;
import io.contactbridge.review.internal.content.Accounts;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Remark;
import io.contactbridge.review.internal.content.Samples;
import io.contactbridge.review.internal.content.Words;
import java.util.List;
import java.util.Optional;

/**
 * One normalised field at one CRM.
 *
 * @param was what the cell said at the earlier revision, if that was something else; or nothing
 * @param caution what was observed against the vendor's word, or empty
 * @param note what a user of the field should know, or empty
 * @param fate what becomes of it in an update, as the library plans it
 * @param lost whether it is not sent
 * @param link to the field on the CRM's page, or empty
 * @param known where it is known from; nothing if the CRM does not have the field
 */
public record FieldAt(
    Crm crm,
    Cell cell,
    List<String> was,
    String caution,
    String note,
    String fate,
    boolean lost,
    String link,
    List<Known> known) {

  static FieldAt of(ContactField field, CrmPage page, Library library, Optional<Cell> before) {
    Cell cell = Cell.of(field, page, library);
    Optional<FieldCard> card = page.card(field);
    String note = library.of(page.crm(), field).map(Library.Entry::note).orElse("");
    FieldPlan plan = plan(field, page.crm());
    return new FieldAt(
        page.crm(),
        cell,
        before.map(Cell::text).filter(text -> !text.equals(cell.text())).stream().toList(),
        card.flatMap(known -> known.warnings().stream().findFirst()).map(Remark::text).orElse(""),
        note.startsWith("observed: ") ? "" : Words.sentence(note),
        fate(plan),
        plan.fate() == Fate.DROPPED,
        card.or(() -> page.like(field)).map(known -> page.file() + "#" + known.id()).orElse(""),
        card.map(FieldCard::known).stream().toList());
  }

  public boolean changed() {
    return !was.isEmpty();
  }

  public String style() {
    return cell.style();
  }

  boolean stored() {
    return cell.stored() || cell.style().equals("harm") || cell.style().equals("ignored");
  }

  private static FieldPlan plan(ContactField field, Crm crm) {
    ContactUpdate update = Samples.with(field);
    Contacts contacts = Accounts.at(crm).onUnsupported(OnUnsupported.DROP).build();
    return contacts.plan(Accounts.contactId(), update).fields().stream()
        .filter(planned -> planned.field() == field)
        .findFirst()
        .orElseThrow();
  }

  private static String fate(FieldPlan plan) {
    return switch (plan.fate()) {
      case DROPPED -> "refused by default; left out if the caller lets the rest go";
      case CONVERTED -> "converted: " + plan.detail().orElse("");
      case CLEARED -> "emptied";
      case SENT -> "sent as it is";
    };
  }
}
