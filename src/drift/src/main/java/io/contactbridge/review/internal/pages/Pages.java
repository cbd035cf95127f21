package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.History;
import java.util.LinkedHashMap;
import java.util.Map;

/** All pages of a site. */
public record Pages(
    Site site,
    OverviewPage overview,
    ChangesPage changes,
    DecisionsPage decisions,
    History history) {

  /** Returns the files by name. */
  public Map<String, String> render() {
    Map<String, String> files = new LinkedHashMap<>();
    add(files, "index", "index.html", overview);
    add(files, "fields", "fields.html", overview);
    for (CrmPage crm : overview.crms()) {
      add(files, "crm", crm.file(), new CrmView(crm, overview, changes, decisions));
    }
    add(files, "plan", "plan.html", new PlanPage(overview.crms()));
    add(files, "changes", "changes.html", changes);
    add(files, "decisions", "decisions.html", decisions);
    add(files, "evidence", "evidence.html", EvidencePage.of(overview.crms()));
    add(files, "history", "history.html", history);
    add(files, "search", "search.html", SearchPage.of(this));
    files.put("history.atom", Templates.feed(new Feed(history, site)));
    return files;
  }

  private void add(Map<String, String> files, String template, String file, Object page) {
    files.put(file, Templates.render(template, new Templates.Frame(page, site, file)));
  }
}
