package io.contactbridge.drift.internal.report;

import io.contactbridge.drift.ReportFormat;
import io.contactbridge.drift.internal.checks.RunResult;

/** Writes a run. What a vendor or a specification says is text in it, and never anything else. */
public interface Format {
  String write(RunResult run);

  static Format of(ReportFormat format) {
    return switch (format) {
      case TEXT -> new TextFormat((level, text) -> text);
      case JSON -> new JsonFormat();
      case MARKDOWN -> new MarkdownFormat();
      case JUNIT -> new JUnitFormat();
      case SARIF -> new SarifFormat();
      case GITHUB -> new GitHubFormat();
    };
  }
}
