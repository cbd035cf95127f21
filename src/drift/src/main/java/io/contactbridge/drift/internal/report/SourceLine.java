package io.contactbridge.drift.internal.report;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.internal.facts.PlainText;
import java.util.Optional;

/**
 * The file in which a drift is written down.
 *
 * @param file as a path, also if it was read at a git revision; or a URL
 * @param line from 1
 */
record SourceLine(String file, int line) {
  private static final String URL = "(?i)https?://.*";

  /** Returns where a drift is written down, if that is known. */
  static Optional<SourceLine> of(Drift drift) {
    return Optional.ofNullable(drift.change().origin())
        .filter(origin -> !origin.file().isEmpty())
        .map(origin -> new SourceLine(path(origin.file()), Math.max(1, origin.line())));
  }

  /**
   * Returns where to look in this project: where the drift is written down if that is a file of it,
   * or else the CRM's specification.
   */
  static SourceLine here(Drift drift) {
    return of(drift)
        .filter(where -> !where.file.matches(URL) && !where.file.startsWith("/"))
        .orElseGet(() -> new SourceLine("specs/" + ReportWords.word(drift.crm()) + ".yaml", 1));
  }

  private static String path(String file) {
    return file.matches(URL) ? file : file.substring(file.indexOf(':') + 1);
  }

  @Override
  public String toString() {
    return PlainText.line(file) + ":" + line;
  }
}
