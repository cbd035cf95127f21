package io.contactbridge.drift.internal.pages;

import java.util.List;

/** One way in which vendors publish their pages. */
interface PageForm {
  /** All forms; the first that fits is taken, so the least particular is last. */
  List<PageForm> ALL =
      List.of(
          new HtmlPage(),
          new GitBookPage(),
          new StarlightPage(),
          new TablesPage(),
          new CopiedPage());

  /** Returns whether a page looks like this. */
  boolean fits(String text);

  /** Takes a page apart, in the order of its lines. */
  List<PageBlock> read(String text);
}
