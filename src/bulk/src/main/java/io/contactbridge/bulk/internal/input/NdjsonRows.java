package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactUpdate;
import io.contactbridge.client.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/** The rows of a file with one JSON object on each line. */
final class NdjsonRows implements RowReader, InputFile.Described {
  private static final int LONGEST_LINE = 16 << 20;

  /** A file with more property names than this uses data as names. */
  private static final int MOST_NAMES = 10_000;

  private static final int OFTEN = 1000;

  private final InputFile file;
  private final BufferedReader text;
  private final Columns columns;
  private final Map<String, Column> byName;
  private final Cells cells;
  private final StringBuilder line = new StringBuilder();
  private long lines;
  private long number;

  private NdjsonRows(InputFile file, BufferedReader text, Columns columns) {
    this.file = file;
    this.text = text;
    this.columns = columns;
    this.byName = columns.byName();
    this.cells = new Cells(file.options());
  }

  static NdjsonRows open(InputFile file, Columns columns) throws IOException {
    return new NdjsonRows(file, StrictText.open(file.path(), file.options().encoding()), columns);
  }

  /** Returns the property names in the order in which they first occur. */
  static List<String> names(Path path, ReadingOptions options) throws IOException {
    Set<String> names = new LinkedHashSet<>();
    try (BufferedReader text = StrictText.open(path, options.encoding())) {
      StringBuilder line = new StringBuilder();
      while (readLine(text, line)) {
        if (JsonValue.read(new Buffer().writeUtf8(line.toString())) instanceof Map<?, ?> object) {
          object.keySet().forEach(name -> names.add((String) name));
        }
        if (names.size() > MOST_NAMES) {
          throw new InputException(
              "the lines have more than " + MOST_NAMES + " different property names");
        }
      }
    }
    if (names.isEmpty()) {
      throw new InputException(path.getFileName() + " has no JSON object on any line");
    }
    return List.copyOf(names);
  }

  @Override
  public Columns columns() {
    return columns;
  }

  @Override
  public @Nullable InputRow next() throws IOException {
    if (number % OFTEN == 0) {
      file.requireUnchanged();
    }
    do {
      if (!readLine(text, line)) {
        return null;
      }
      lines++;
    } while (line.toString().isBlank());
    return new Row(++number, lines, line.toString());
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /** Reads a line into {@code to}, and returns false after the last. */
  private static boolean readLine(BufferedReader text, StringBuilder to) throws IOException {
    to.setLength(0);
    int next = text.read();
    if (next < 0) {
      return false;
    }
    for (; next >= 0 && next != '\n'; next = text.read()) {
      if (to.length() == LONGEST_LINE) {
        throw new InputException("a line has more than " + LONGEST_LINE + " characters");
      }
      to.append((char) next);
    }
    return true;
  }

  private final class Row implements InputRow {
    private final long number;
    private final long line;
    private final String json;
    private @Nullable Map<?, ?> object;

    private Row(long number, long line, String json) {
      this.number = number;
      this.line = line;
      this.json = json;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public long line() {
      return line;
    }

    @Override
    public String id() {
      Map<?, ?> object = object();
      for (Column column : columns.list()) {
        if (column.isId()) {
          return Cells.jsonId(column, object.get(column.name()));
        }
      }
      throw new IllegalStateException("one column is the id");
    }

    @Override
    public @Nullable ContactUpdate update() {
      ContactUpdate.Builder update = ContactUpdate.builder();
      boolean any = false;
      for (Map.Entry<?, ?> member : object().entrySet()) {
        Column column = byName.get((String) member.getKey());
        if (column != null && column.field() != null) {
          cells.setJson(update, column, member.getValue());
          any = true;
        }
      }
      return any ? update.build() : null;
    }

    @Override
    public Map<String, @Nullable Object> cells() {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      try {
        object().forEach((name, value) -> cells.put((String) name, value));
      } catch (IllegalArgumentException e) {
        cells.put("_line", json);
      }
      return cells;
    }

    private Map<?, ?> object() {
      if (object == null) {
        if (!(parsed() instanceof Map<?, ?> map)) {
          throw new IllegalArgumentException("the line is JSON, but not an object");
        }
        object = map;
      }
      return object;
    }

    private @Nullable Object parsed() {
      try {
        return JsonValue.parse(json);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("the line is not a JSON object: " + e.getMessage(), e);
      }
    }
  }
}
