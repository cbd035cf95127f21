package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a page, as it is when copied from a browser. The cells of a table are glued together,
 * or each stands on a line of its own.
 */
final class CopiedPage implements PageForm {
  private static final String TYPES = "(?:string|integer|number|boolean|object|array|any)(?:\\[])?";

  /** The shortest name that leaves a type and what looks like a description behind it. */
  private static final Pattern GLUED =
      Pattern.compile(
          "([A-Za-z_][\\w.\\[\\]-]*?)(required|optional)?("
              + TYPES
              + ")(?=[^a-z]|application/|$)(?!\\S*"
              + TYPES
              + "[A-Z])(.*)");

  private static final Pattern GLUED_HEADER =
      Pattern.compile("^(?:Parameter|Name|Field|Property|Header)Type(?:Required)?Description$");
  private static final Pattern CONTINUED =
      Pattern.compile("(?i)^(?:possible|allowed|default|example|format|deprecated)\\b.*");
  private static final Pattern TITLE = Pattern.compile("(.{1,60}?)(?:cURL|JSON|Shell|Bash|Copy)?");
  private static final Pattern STACKED_NAME = Pattern.compile("([A-Za-z_][\\w.\\[\\]-]*)(\\*?)");

  @Override
  public boolean fits(String text) {
    return !text.isBlank();
  }

  @Override
  public List<PageBlock> read(String text) {
    return new Reading(text).read();
  }

  /** One pass over one page. */
  private static final class Reading {
    private final String text;
    private final List<String> lines;
    private final List<PageBlock> blocks = new ArrayList<>();
    private PageSection section = PageSection.NONE;
    private int at;

    Reading(String text) {
      this.text = text;
      lines = text.lines().map(String::strip).toList();
    }

    List<PageBlock> read() {
      List<PageBlock> operations = PageOperations.in(text);
      if (operations.isEmpty()) {
        return List.of();
      }
      for (at = operations.get(0).line(); at < lines.size(); at++) {
        String line = lines.get(at);
        if (line.startsWith("curl ")) {
          code(line, "");
        } else if (line.startsWith("{")) {
          code("", line);
        } else if (GLUED_HEADER.matcher(line).matches()) {
          glued();
        } else if (isStackedHeader()) {
          stacked();
        } else {
          heading(line);
        }
      }
      blocks.addAll(operations);
      blocks.sort(Comparator.comparingInt(PageBlock::line));
      return blocks;
    }

    private boolean heading(String line) {
      Matcher title = TITLE.matcher(line);
      if (line.isBlank() || line.endsWith(".") || !title.matches()) {
        return false;
      }
      PageSection begun = PageSection.of(title.group(1));
      boolean heading = begun != null && begun.kind() != PageSection.Kind.OTHER;
      if (begun != null && heading) {
        section = begun;
        blocks.add(new PageBlock.Heading(title.group(1), at + 1));
      }
      return heading;
    }

    /** A command ends with a blank line, JSON with its last brace. */
    private void code(String command, String json) {
      int start = at;
      StringBuilder code = new StringBuilder(command + json);
      int open = depth(json);
      while (at + 1 < lines.size()
          && (command.isEmpty() ? open > 0 : !lines.get(at + 1).isBlank())) {
        code.append('\n').append(lines.get(++at));
        open += depth(lines.get(at));
      }
      blocks.add(new PageBlock.Code(code.toString(), start + 1));
    }

    private static int depth(String line) {
      String bare = line.replaceAll("\"(?:[^\"\\\\]|\\\\.)*\"", "");
      return bare.chars().map(c -> c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0).sum();
    }

    private void glued() {
      while (at + 1 < lines.size() && !lines.get(at + 1).isBlank()) {
        String line = lines.get(at + 1);
        int before = at++;
        if (line.startsWith("curl ")) {
          at = before;
          return;
        }
        StringBuilder row = new StringBuilder(line);
        while (at + 1 < lines.size() && CONTINUED.matcher(lines.get(at + 1)).matches()) {
          row.append(' ').append(lines.get(++at));
        }
        PageBlock read = row(row.toString(), before + 2);
        if (read instanceof PageBlock.Unread && heading(line)) {
          return;
        }
        blocks.add(read);
      }
    }

    private static PageBlock row(String line, int number) {
      Matcher glued = GLUED.matcher(line);
      if (!glued.matches()) {
        return new PageBlock.Unread("a row of a table", number);
      }
      return PageRow.of(
          glued.group(1),
          glued.group(3),
          "required".equals(glued.group(2)),
          glued.group(4),
          EnumSet.of(Aspect.ENUM),
          number);
    }

    private boolean isStackedHeader() {
      List<String> next = filled(at, 3);
      return next.equals(List.of("Name", "Type", "Description"));
    }

    /** Returns the next lines that are not blank. */
    private List<String> filled(int from, int count) {
      return lines.subList(from, lines.size()).stream()
          .filter(line -> !line.isBlank())
          .limit(count)
          .toList();
    }

    private void stacked() {
      while (!lines.get(at).equals("Description")) {
        at++;
      }
      while (isStackedRow()) {
        Matcher name = STACKED_NAME.matcher(next());
        int line = at + 1;
        if (!name.matches()) {
          return;
        }
        String type = next();
        String description = isStackedRow() ? "" : next();
        blocks.add(
            PageRow.of(
                name.group(1), type, name.group(2).equals("*"), description, Set.of(), line));
      }
      // The tab with the status is lost in copying, so the answer follows the body's table.
      if (section.kind() == PageSection.Kind.REQUEST
          && filled(at + 1, 1).equals(List.of("{"))
          && !text.contains("Response")) {
        blocks.add(new PageBlock.Heading("Response", at + 1));
      }
    }

    private boolean isStackedRow() {
      List<String> next = filled(at + 1, 2);
      return next.size() == 2
          && STACKED_NAME.matcher(next.get(0)).matches()
          && PageType.parse(next.get(1)) != null;
    }

    private String next() {
      do {
        at++;
      } while (lines.get(at).isBlank());
      return lines.get(at);
    }
  }
}
