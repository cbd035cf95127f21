package io.contactbridge.review;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.Fate;
import io.contactbridge.FieldPlan;
import io.contactbridge.OnUnsupported;
import io.contactbridge.UpdatePlan;
import io.contactbridge.client.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One normalised field at one CRM.
 *
 * @param verdict what can be done with it in a word or two
 * @param detail further abilities, or empty
 * @param caution what was observed against the vendor's word, or empty
 * @param fate what becomes of it in an update, as the library plans it
 * @param known where it is known from; nothing if the CRM does not have the field
 * @param link to the field on the CRM's page, or empty
 */
record FieldAt(
    Crm crm,
    String verdict,
    String style,
    String detail,
    String caution,
    String note,
    String fate,
    String fateStyle,
    List<Known> known,
    String link) {

  static FieldAt of(ContactField field, CrmPage page) {
    Crm crm = page.crm();
    Optional<Capability> capability =
        crm.capabilities().stream().filter(known -> known.field() == field).findFirst();
    Optional<FieldCard> card = page.card(field);
    String note = capability.flatMap(Capability::note).orElse("");
    boolean observed = note.startsWith("observed: ");
    FieldPlan plan = plan(field, crm);
    return new FieldAt(
        crm,
        verdict(capability),
        style(capability),
        detail(capability),
        caution(card, observed ? Words.sentence(note.substring("observed: ".length())) : ""),
        observed ? "" : Words.sentence(note),
        fate(plan, capability),
        fateStyle(plan, capability),
        known(capability, card),
        card.map(known -> page.file() + "#" + known.id()).orElse(""));
  }

  private static String caution(Optional<FieldCard> card, String otherwise) {
    return card.flatMap(known -> known.warnings().stream().findFirst())
        .map(Remark::text)
        .orElse(otherwise);
  }

  boolean stored() {
    return style.equals("set") || style.equals("together");
  }

  boolean lost() {
    return fateStyle.equals("lost");
  }

  String crmWord() {
    return Words.word(crm);
  }

  private static String verdict(Optional<Capability> capability) {
    return switch (style(capability)) {
      case "set" -> "Can be set";
      case "together" -> "As part of the full name";
      case "read" -> "Read only";
      default -> "Not stored";
    };
  }

  private static String style(Optional<Capability> capability) {
    if (capability.isEmpty()) {
      return "none";
    }
    Capability known = capability.get();
    return known.canSet() ? (known.canRead() ? "set" : "together") : "read";
  }

  private static String detail(Optional<Capability> capability) {
    List<String> details = new ArrayList<>();
    capability.filter(Capability::canClear).ifPresent(known -> details.add("can be emptied"));
    capability.filter(Capability::replaces).ifPresent(known -> details.add("replaces all"));
    return String.join(", ", details);
  }

  private static List<Known> known(Optional<Capability> capability, Optional<FieldCard> card) {
    return capability
        .flatMap(known -> known.setting().or(known::reading))
        .map(Claim::evidence)
        .map(
            evidence ->
                card.map(FieldCard::known)
                    .filter(known -> known.evidence() == evidence)
                    .orElse(new Known(evidence, "", "", "")))
        .stream()
        .toList();
  }

  private static FieldPlan plan(ContactField field, Crm crm) {
    ContactUpdate update = Samples.with(field);
    Contacts contacts =
        Contacts.of(crm, variable -> "example").onUnsupported(OnUnsupported.DROP).build();
    UpdatePlan plan = contacts.plan("123", update);
    return plan.fields().stream()
        .filter(planned -> planned.field() == field)
        .findFirst()
        .orElseThrow();
  }

  private static String fate(FieldPlan plan, Optional<Capability> capability) {
    boolean replaces = capability.filter(Capability::replaces).isPresent();
    return switch (plan.fate()) {
      case DROPPED -> "Lost";
      case CONVERTED -> "Converted: " + plan.detail().orElse("");
      default -> replaces ? "Sent; replaces all that was there" : "Sent as it is";
    };
  }

  private static String fateStyle(FieldPlan plan, Optional<Capability> capability) {
    if (plan.fate() == Fate.DROPPED) {
      return "lost";
    }
    boolean replaces = capability.filter(Capability::replaces).isPresent();
    return plan.fate() == Fate.CONVERTED || replaces ? "converted" : "sent";
  }
}
