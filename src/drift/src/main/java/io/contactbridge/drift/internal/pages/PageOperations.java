package io.contactbridge.drift.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the method and path that a page is about in its text. */
final class PageOperations {
  private static final Pattern CODE = Pattern.compile("(?ms)^ {0,3}```.*?(?:^ {0,3}```|\\z)");

  /** At the beginning of a line, so that a mention in a sentence is none. */
  private static final Pattern OPERATION =
      Pattern.compile(
          "(?m)^[^\\w\\n]*(?:<\\w+[^>\\n]*?text=\")?(GET|PUT|POST|PATCH|DELETE)\\b"
              + "(?:\"\\s*/?>)?[\\s:*`|]*(https?://[^\\s`'\"]+|/[\\w/:{}.\\\\-]+)");

  private PageOperations() {}

  /** Returns the operations in the order in which the text names them. */
  static List<PageBlock> in(String text) {
    String prose = CODE.matcher(text).replaceAll(code -> code.group().replaceAll("[^\\n]", ""));
    List<PageBlock> operations = new ArrayList<>();
    Matcher found = OPERATION.matcher(prose);
    while (found.find()) {
      int line = (int) prose.substring(0, found.start(1)).chars().filter(c -> c == '\n').count();
      operations.add(new PageBlock.Operation(found.group(1), found.group(2), line + 1));
    }
    return operations;
  }
}
