package io.contactbridge.drift;

/** Writes a run. What a vendor or a specification says is text in it, and never anything else. */
interface Format {
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
