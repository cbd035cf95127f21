package io.contactbridge.review.internal.pages;

import io.contactbridge.client.Evidence;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every claim that is not from a vendor's page, so that people know what to ask the vendors. */
record EvidencePage(List<CrmPage> crms, List<Group> groups) {
  /** The claims with one kind of evidence. */
  record Group(String word, String label, String meaning, List<Item> items) {
    int count() {
      return items.size();
    }

    boolean isEmpty() {
      return items.isEmpty();
    }
  }

  /**
   * One thing that is known so.
   *
   * @param says what is known of it
   */
  record Item(String crm, String crmWord, String link, String name, String says, Known known) {}

  static EvidencePage of(List<CrmPage> crms) {
    Set<Item> items = new LinkedHashSet<>();
    for (CrmPage page : crms) {
      for (FieldCard card : page.cards()) {
        String link = page.file() + "#" + card.id();
        add(
            items,
            page,
            link,
            card.name(),
            card.paths().request().isEmpty() ? "exists" : "can be set",
            card.known());
        card.sources()
            .answer()
            .forEach(known -> add(items, page, link, card.name(), "comes back", known));
        card.abilities().stream()
            .filter(ability -> !ability.word().equals("set"))
            .forEach(
                ability ->
                    ability
                        .known()
                        .forEach(
                            known ->
                                add(items, page, link, card.name(), ability.sentence(), known)));
        card.about()
            .remarks()
            .forEach(
                remark ->
                    add(
                        items,
                        page,
                        link,
                        card.name(),
                        remark.label() + ": " + remark.text(),
                        remark.known()));
      }
      page.call().facts().stream()
          .filter(fact -> !fact.known().isEmpty())
          .forEach(
              fact ->
                  add(
                      items,
                      page,
                      page.file() + "#call",
                      "The call",
                      fact.question(),
                      fact.known().get(0)));
    }
    List<Group> groups = new ArrayList<>();
    for (Evidence evidence : order()) {
      groups.add(
          new Group(
              Words.word(evidence),
              Known.label(evidence),
              Known.meaning(evidence),
              items.stream().filter(item -> item.known().evidence() == evidence).toList()));
    }
    return new EvidencePage(crms, groups);
  }

  private static List<Evidence> order() {
    return Arrays.stream(Evidence.values())
        .filter(evidence -> evidence != Evidence.PAGE)
        .sorted(java.util.Comparator.reverseOrder())
        .toList();
  }

  private static void add(
      Set<Item> items, CrmPage page, String link, String name, String says, Known known) {
    if (known.evidence() != Evidence.PAGE) {
      items.add(new Item(page.name(), page.word(), link, name, says, known));
    }
  }
}
