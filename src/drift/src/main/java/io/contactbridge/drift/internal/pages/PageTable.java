package io.contactbridge.drift.internal.pages;

import io.contactbridge.drift.internal.facts.Aspect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table of parameters, properties or statuses by the names of its columns. */
final class PageTable {
  private static final Pattern NAME =
      Pattern.compile("^(?:name|field|param|property|key|attribute|header|argument).*");
  private static final Pattern STATUS = Pattern.compile("^(?:http )?(?:status|code).*");
  private static final Pattern CODE = Pattern.compile("^(?:error|code).*");
  private static final Pattern TYPE = Pattern.compile("^(?:data )?type.*");
  private static final Pattern REQUIRED = Pattern.compile("^(?:required|mandatory)\\??$");
  private static final Pattern VALUES = Pattern.compile(".*\\b(?:enum|values|options)\\b.*");
  private static final Pattern DESCRIPTION = Pattern.compile("^(?:desc|detail|note|meaning).*");

  private static final Pattern FIRST = Pattern.compile("^[*_]*`([^`]+)`|^(\\S+)");
  private static final Pattern YES = Pattern.compile("(?i)yes|true|required|✓|✔.*|✅|x");
  private static final Pattern NO = Pattern.compile("(?i)no|false|optional|-|–|✗|❌|");

  private final List<String> header;
  private final List<List<String>> rows;
  private final List<Integer> lines;

  /**
   * @param cells of which the first row is the header
   * @param lines of each row, with the header's
   */
  PageTable(List<List<String>> cells, List<Integer> lines) {
    header = cells.get(0).stream().map(each -> plain(each).toLowerCase(Locale.ROOT)).toList();
    rows = cells.subList(1, cells.size());
    this.lines = lines;
  }

  List<PageBlock> read() {
    int name = column(NAME);
    int status = column(STATUS);
    List<PageBlock> blocks = new ArrayList<>();
    if (name < 0 && status < 0) {
      blocks.add(
          new PageBlock.Unread(
              "a table without a column of names or statuses (" + String.join(", ", header) + ")",
              lines.get(0)));
    }
    for (int i = 0; i < rows.size() && (name >= 0 || status >= 0); i++) {
      blocks.add(name >= 0 ? parameter(name, i) : status(status, i));
    }
    return blocks;
  }

  private PageBlock parameter(int column, int index) {
    List<String> row = rows.get(index);
    int line = lines.get(index + 1);
    Matcher first = FIRST.matcher(cell(row, column));
    String name = first.find() ? first.group(1) == null ? first.group(2) : first.group(1) : "";
    if (plain(name).replace("*", "").isEmpty() || row.size() < 2) {
      return new PageBlock.Unread("a row of a table without a name", line);
    }
    String description = cell(row, column(DESCRIPTION));
    String values = cell(row, column(VALUES));
    if (!values.isEmpty()) {
      description += " Possible values: " + values;
    }
    String type = cell(row, column(TYPE));
    return PageRow.of(
        plain(name).replace("*", ""),
        type,
        required(row, column),
        description,
        column(VALUES) < 0 ? EnumSet.noneOf(Aspect.class) : EnumSet.of(Aspect.ENUM),
        line);
  }

  /**
   * Returns what the column of its own says, or the marks beside the names if the table has such.
   */
  private @Nullable Boolean required(List<String> row, int column) {
    int own = column(REQUIRED);
    if (own >= 0) {
      String said = plain(cell(row, own));
      return YES.matcher(said).matches()
          ? Boolean.TRUE
          : NO.matcher(said).matches() ? Boolean.FALSE : null;
    }
    boolean marked = rows.stream().anyMatch(each -> isMarked(cell(each, column)));
    return marked ? isMarked(cell(row, column)) : null;
  }

  private static boolean isMarked(String cell) {
    return cell.matches("(?is).*\\S\\*|.*\\brequired\\b.*") && !cell.matches("\\*\\*[^*]+\\*\\*");
  }

  private PageBlock status(int column, int index) {
    List<String> row = rows.get(index);
    Matcher status = Pattern.compile("[1-5]\\d\\d").matcher(cell(row, column));
    int line = lines.get(index + 1);
    if (!status.find()) {
      return new PageBlock.Unread("a row of a table of statuses without a status", line);
    }
    int code = -1;
    for (int i = 0; i < header.size(); i++) {
      code = code < 0 && i != column && CODE.matcher(header.get(i)).matches() ? i : code;
    }
    return new PageBlock.Status(status.group(), plain(cell(row, code)), line);
  }

  private int column(Pattern name) {
    for (int i = 0; i < header.size(); i++) {
      if (name.matcher(header.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static String cell(List<String> row, int column) {
    return column < 0 || column >= row.size() ? "" : row.get(column);
  }

  private static String plain(String cell) {
    return cell.replaceAll("[`\\\\]|\\*\\*", "").strip();
  }
}
