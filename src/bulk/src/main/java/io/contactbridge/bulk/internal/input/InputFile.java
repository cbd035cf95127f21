package io.contactbridge.bulk.internal.input;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of rows. It is read more than once: to check it, to send it, and again after a stop. */
public final class InputFile {
  private final Path path;
  private final ReadingOptions options;
  private final FileFingerprint fingerprint;

  private InputFile(Path path, ReadingOptions options, FileFingerprint fingerprint) {
    this.path = path;
    this.options = options;
    this.fingerprint = fingerprint;
  }

  /**
   * Opens a file and checks that it can be an input.
   *
   * @throws InputException if it does not exist or cannot be read a second time
   */
  public static InputFile open(Path path, ReadingOptions options) throws IOException {
    if (path.toString().equals("-") || (Files.exists(path) && !Files.isRegularFile(path))) {
      throw new InputException(
          "a bulk run must read its input again after a stop, so it cannot read %s; use a file"
              .formatted(path.toString().equals("-") ? "standard input" : path));
    }
    if (!Files.isReadable(path)) {
      throw new InputException(
          Files.exists(path) ? "the file " + path + " cannot be read" : "there is no file " + path);
    }
    StrictText.requireText(path, options.encoding());
    return new InputFile(path, options, FileFingerprint.of(path));
  }

  public Path path() {
    return path;
  }

  public FileFingerprint fingerprint() {
    return fingerprint;
  }

  /** Returns whether the rows are JSON objects rather than lines of CSV. */
  public boolean isJson() {
    String name = path.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(".ndjson") || name.endsWith(".jsonl") || name.endsWith(".json");
  }

  /**
   * Reads the file once to the end, so that a fault in its format is found before anything is sent.
   *
   * @throws InputException if it cannot be divided into rows, or has columns that are unknown
   */
  public Scan scan() throws IOException {
    try {
      if (isJson()) {
        List<String> names = NdjsonRows.names(path, options);
        return count(NdjsonRows.open(this, Columns.of(names, options)));
      }
      return count(CsvRows.open(this));
    } catch (CharacterCodingException e) {
      throw StrictText.malformed(path, options.encoding());
    }
  }

  /**
   * Reads the rows.
   *
   * @param columns the {@link Scan#columns} of an earlier scan
   */
  public RowReader rows(Map<String, String> columns) throws IOException {
    return isJson()
        ? NdjsonRows.open(this, Columns.of(List.copyOf(columns.keySet()), options))
        : CsvRows.open(this);
  }

  /** Returns the current meanings of the columns with these names. */
  public Map<String, String> meanings(Map<String, String> columns) throws IOException {
    if (isJson()) {
      return Columns.of(List.copyOf(columns.keySet()), options).meanings();
    }
    try (CsvRows rows = CsvRows.open(this)) {
      return rows.columns().meanings();
    }
  }

  ReadingOptions options() {
    return options;
  }

  /** Checks that the file does not change while it is read. */
  void requireUnchanged() throws IOException {
    if (!fingerprint.isStill(path)) {
      throw new InputException(path.getFileName() + " has changed while it was being read");
    }
  }

  private Scan count(RowReader reader) throws IOException {
    try (reader) {
      long rows = 0;
      while (reader.next() != null) {
        rows++;
      }
      return new Scan(rows, ((Described) reader).columns().meanings());
    }
  }

  /**
   * The result of reading a file to its end.
   *
   * @param columns the meaning of each column, by name
   */
  public record Scan(long rows, Map<String, String> columns) {}

  /** Rows with known columns. */
  interface Described {
    Columns columns();
  }
}
