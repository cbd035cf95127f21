package io.contactbridge.drift.internal.report;

import io.contactbridge.drift.internal.facts.PlainText;
import java.util.regex.Pattern;

/** Text in GitHub's Markdown. */
public final class MarkdownText {
  /** Also what makes a link of a URL or a list of a line, but not every dot and colon. */
  private static final Pattern SPECIAL =
      Pattern.compile("[-\\\\*_{}\\[\\]<>()#+!|~&$^=]|:(?=//)|(?<=\\bwww)\\.|(?<=^\\d{1,9})\\.");

  private MarkdownText() {}

  /**
   * Returns {@code text} as text: what stands in a pair of backticks as code, and the rest without
   * links, mentions, HTML or any other markup.
   */
  public static String text(String text) {
    String[] parts = PlainText.line(text).split("`", -1);
    StringBuilder markdown = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean closed = i < parts.length - 1;
      if (i % 2 == 1 && closed && !parts[i].isBlank()) {
        markdown.append(code(parts[i]));
      } else {
        markdown.append(i % 2 == 1 ? "\\`" : "").append(escape(parts[i]));
      }
    }
    return markdown.toString();
  }

  /** Returns {@code text}, which has no backtick, as code that may stand in a table. */
  static String code(String text) {
    return "`" + PlainText.line(text).replace('`', '\'').replace("|", "\\|") + "`";
  }

  private static String escape(String text) {
    // An empty comment keeps GitHub from seeing a name or a number of an issue.
    return SPECIAL
        .matcher(text)
        .replaceAll("\\\\$0")
        .replace("\\<", "&lt;")
        .replace("@", "@<!-- -->")
        .replace("\\#", "\\#<!-- -->");
  }
}
