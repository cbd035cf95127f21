package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.content.Stamp;
import java.util.ArrayList;
import java.util.List;

/**
 * The parts that all pages share.
 *
 * @param since the revision that the specifications are compared with, or empty
 * @param stamp the commit and the tool that they were made with
 */
public record Site(List<CrmPage> crms, String since, Stamp stamp) {
  record Entry(String file, String name, boolean current) {}

  /** Returns the pages in the order in which they are listed, the one that is shown marked. */
  List<Entry> navigation(String shown) {
    List<Entry> entries = new ArrayList<>();
    entries.add(entry("index.html", "Overview", shown));
    entries.add(entry("changes.html", "What changed", shown));
    entries.add(entry("decisions.html", "Decisions", shown));
    entries.add(entry("plan.html", "Try an update", shown));
    entries.add(entry("fields.html", "Fields", shown));
    crms.forEach(page -> entries.add(entry(page.file(), page.name(), shown)));
    entries.add(entry("evidence.html", "Evidence", shown));
    entries.add(entry("history.html", "History", shown));
    return entries;
  }

  private static Entry entry(String file, String name, String shown) {
    return new Entry(file, name, file.equals(shown));
  }
}
