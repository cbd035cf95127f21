package io.contactbridge.review;

import io.contactbridge.ContactField;
import io.contactbridge.client.Evidence;
import java.util.Arrays;
import java.util.List;

/** What the pages about all CRMs show. */
record OverviewPage(List<CrmPage> crms, List<FieldRow> rows, List<Legend> legend) {
  /** What a badge means. */
  record Legend(String word, String label, String meaning) {}

  static OverviewPage of(List<CrmPage> crms) {
    return new OverviewPage(
        crms,
        Arrays.stream(ContactField.values()).map(field -> FieldRow.of(field, crms)).toList(),
        Arrays.stream(Evidence.values())
            .map(
                evidence ->
                    new Legend(
                        Words.word(evidence), Known.label(evidence), Known.meaning(evidence)))
            .toList());
  }
}
