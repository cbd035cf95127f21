package io.contactbridge.drift.internal.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Markdown by its lines. */
final class Markdown {
  /** The kind of a line, or of a run of lines. */
  enum Kind {
    HEADING,
    CODE,
    /** A code block whose end is missing. */
    OPEN_CODE,
    TABLE,
    TEXT
  }

  /**
   * @param text without the marks; the whole code of a code block
   * @param cells of a table, of which the first row is the header; else empty
   * @param line from 1
   */
  record Part(Kind kind, String text, List<List<String>> cells, int line) {}

  private static final Pattern FENCE = Pattern.compile("^ {0,3}(```+|~~~+)(.*)$");
  private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+(.*?)\\s*#*$");
  private static final Pattern RULE = Pattern.compile("^\\s*\\|?[\\s:|-]*-[\\s:|-]*\\|?\\s*$");

  private final List<String> lines;
  private final List<Part> parts = new ArrayList<>();
  private int at;

  private Markdown(String text) {
    lines = text.lines().toList();
  }

  /** Returns the parts in their order; blank lines and the front matter are none. */
  static List<Part> parts(String text) {
    return new Markdown(text).read();
  }

  private List<Part> read() {
    skipFrontMatter();
    while (at < lines.size()) {
      String line = lines.get(at);
      Matcher fence = FENCE.matcher(line);
      Matcher heading = HEADING.matcher(line);
      if (fence.matches()) {
        code(fence.group(1));
      } else if (heading.matches()) {
        add(Kind.HEADING, heading.group(1), at++);
      } else if (isTable()) {
        table();
      } else {
        if (!line.isBlank()) {
          add(Kind.TEXT, line.strip(), at);
        }
        at++;
      }
    }
    return parts;
  }

  private void skipFrontMatter() {
    if (!lines.isEmpty() && lines.get(0).strip().equals("---")) {
      int end = lines.subList(1, lines.size()).indexOf("---");
      at = end < 0 ? 0 : end + 2;
    }
  }

  private void code(String fence) {
    int start = ++at;
    StringBuilder code = new StringBuilder();
    while (at < lines.size() && !lines.get(at).strip().equals(fence)) {
      code.append(lines.get(at++)).append('\n');
    }
    add(at < lines.size() ? Kind.CODE : Kind.OPEN_CODE, code.toString(), start);
    at++;
  }

  private boolean isTable() {
    return lines.get(at).contains("|")
        && at + 1 < lines.size()
        && lines.get(at + 1).contains("-")
        && RULE.matcher(lines.get(at + 1)).matches();
  }

  private void table() {
    int start = at;
    List<List<String>> cells = new ArrayList<>();
    while (at < lines.size() && lines.get(at).contains("|")) {
      if (at != start + 1) {
        cells.add(cells(lines.get(at)));
      }
      at++;
    }
    parts.add(new Part(Kind.TABLE, "", cells, start + 1));
  }

  private static List<String> cells(String line) {
    String inner = line.strip().replaceAll("^\\||(?<!\\\\)\\|$", "");
    List<String> cells = new ArrayList<>();
    for (String cell : inner.split("(?<!\\\\)\\|", -1)) {
      cells.add(cell.replace("\\|", "|").strip());
    }
    return cells;
  }

  private void add(Kind kind, String text, int index) {
    parts.add(new Part(kind, text, List.of(), index + 1));
  }
}
