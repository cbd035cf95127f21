package io.contactbridge.drift;

/** The forms of a report. */
public enum ReportFormat {
  /** For people. */
  TEXT,
  /** For programs; the schema is the resource {@code drift-report.schema.json}. */
  JSON,
  /** For the comments and summaries of GitHub and GitLab. */
  MARKDOWN,
  /** JUnit's XML, which CI servers read. */
  JUNIT,
  /** SARIF 2.1.0, for code scanning. */
  SARIF,
  /** Commands of GitHub's workflows that annotate lines. */
  GITHUB
}
