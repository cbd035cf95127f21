package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.ChangeCard;
import java.util.List;

/** The page of one CRM, with its entries on the other pages. */
record CrmView(CrmPage crm, OverviewPage overview, ChangesPage changes, DecisionsPage decisions) {
  private static final int MOST = 8;

  /** Returns the worst changes at this CRM. */
  List<ChangeCard> recent() {
    return changes.concerning(crm).limit(MOST).toList();
  }

  /** Returns how many more changes there are. */
  long more() {
    return changes.concerning(crm).count() - recent().size();
  }

  boolean hasMore() {
    return more() > 0;
  }

  boolean hasRecent() {
    return !recent().isEmpty();
  }

  /** Returns the decisions about this CRM. */
  List<DecisionsPage.Made> made() {
    return decisions.made().stream().filter(each -> each.decision().crm() == crm.crm()).toList();
  }

  boolean hasMade() {
    return !made().isEmpty();
  }

  /** Returns where the specification and the library disagree, in sentences. */
  List<String> disagreements() {
    return overview.rows().stream()
        .flatMap(
            row ->
                row.at().stream()
                    .filter(at -> at.crm() == crm.crm())
                    .flatMap(at -> at.cell().parts().stream())
                    .filter(part -> part.kind().equals("conflict") || part.kind().equals("could"))
                    .map(part -> row.name() + ": " + part.text() + "."))
        .toList();
  }

  boolean hasDisagreements() {
    return !disagreements().isEmpty();
  }
}
