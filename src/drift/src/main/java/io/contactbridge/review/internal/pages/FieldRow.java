package io.contactbridge.review.internal.pages;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Vocabulary;
import io.contactbridge.review.internal.content.Words;
import java.util.List;
import java.util.Optional;

/** One normalised field at every CRM. */
public record FieldRow(ContactField field, List<FieldAt> at) {
  static FieldRow of(
      ContactField field, List<CrmPage> pages, Library library, List<CrmPage> before, Library old) {
    return new FieldRow(
        field,
        pages.stream()
            .map(page -> FieldAt.of(field, page, library, earlier(field, page, before, old)))
            .toList());
  }

  private static Optional<Cell> earlier(
      ContactField field, CrmPage page, List<CrmPage> before, Library old) {
    return before.stream()
        .filter(each -> each.crm() == page.crm())
        .map(each -> Cell.of(field, each, old))
        .findFirst();
  }

  public String constant() {
    return field.name();
  }

  String name() {
    return Words.name(field);
  }

  /** Returns the other words for it that the search knows. */
  String words() {
    return String.join(", ", Vocabulary.of(field));
  }

  boolean changed() {
    return at.stream().anyMatch(FieldAt::changed);
  }

  /** Returns whether some of it is known from elsewhere than a vendor's page. */
  boolean inDoubt() {
    return at.stream().anyMatch(each -> each.cell().inDoubt());
  }

  /** Returns in a sentence which CRMs can store it. */
  String summary() {
    List<String> stored = names(at.stream().filter(FieldAt::stored).toList());
    List<String> doubted =
        names(at.stream().filter(each -> each.stored() && !each.caution().isEmpty()).toList());
    String which =
        switch (stored.size()) {
          case 0 -> "No CRM can store it.";
          case 1 -> "Only " + stored.get(0) + " can store it.";
          default ->
              (stored.size() == at.size() ? "Every CRM can store it: " : "")
                  + list(stored)
                  + (stored.size() == at.size() ? "." : " can store it.");
        };
    return doubted.isEmpty() ? which : which + " At " + list(doubted) + " that is in doubt.";
  }

  private static List<String> names(List<FieldAt> at) {
    return at.stream().map(each -> each.crm().toString()).toList();
  }

  private static String list(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : names.subList(0, names.size() - 1).stream().collect(joining(", "))
            + " and "
            + names.get(names.size() - 1);
  }
}
