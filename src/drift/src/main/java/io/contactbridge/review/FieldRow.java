package io.contactbridge.review;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import java.util.List;

/** One normalised field at every CRM. */
record FieldRow(String constant, String name, List<FieldAt> at) {
  static FieldRow of(ContactField field, List<CrmPage> pages) {
    return new FieldRow(
        field.name(),
        Words.name(field),
        pages.stream().map(page -> FieldAt.of(field, page)).toList());
  }

  /** Returns in a sentence which CRMs can store it. */
  String summary() {
    List<String> stored =
        at.stream().filter(FieldAt::stored).map(field -> field.crm().toString()).toList();
    List<String> doubted =
        at.stream()
            .filter(field -> field.stored() && !field.caution().isEmpty())
            .map(field -> field.crm().toString())
            .toList();
    String who =
        switch (stored.size()) {
          case 0 -> "No CRM can store it.";
          case 1 -> "Only " + stored.get(0) + " can store it.";
          default ->
              (stored.size() == at.size() ? "Every CRM can store it: " : "")
                  + list(stored)
                  + (stored.size() == at.size() ? "." : " can store it.");
        };
    return doubted.isEmpty() ? who : who + " At " + list(doubted) + " that is in doubt.";
  }

  /** Returns the CRMs at which the field is lost, as the filter names them. */
  String lostAt() {
    return at.stream().filter(FieldAt::lost).map(FieldAt::crmWord).collect(joining(" "));
  }

  private static String list(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
