package io.contactbridge.bulk.internal.input;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header. */
final class CsvRows implements RowReader, InputFile.Described {
  private static final int LONGEST_CELL = 1 << 20;
  private static final int LONGEST_ROW = 16 << 20;

  /** After this number of rows the file is checked for changes. */
  private static final int OFTEN = 1000;

  private final InputFile file;
  private final CloseableIterator<CsvRecord> records;
  private final Columns columns;
  private final Cells cells;
  private final int id;
  private long number;

  private CsvRows(InputFile file, CloseableIterator<CsvRecord> records, CsvRecord header) {
    this.file = file;
    this.records = records;
    this.columns = Columns.of(header.getFields(), file.options());
    this.cells = new Cells(file.options());
    this.id = idOf(columns.list());
  }

  static CsvRows open(InputFile file) throws IOException {
    String delimiter = delimiter(file);
    CloseableIterator<CsvRecord> records =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .allowUnclosedQuote(false)
            // The row is compared with the header here; if it differs, only this row fails.
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_ROW)
            .build(
                CsvRecordHandler.of(
                    limits -> limits.maxFieldSize(LONGEST_CELL).maxRecordSize(LONGEST_ROW)),
                StrictText.open(file.path(), file.options().encoding()))
            .iterator();
    try {
      CsvRecord header = read(file, records);
      if (header == null) {
        throw new InputException(file.path().getFileName() + " is empty");
      }
      requireDelimited(header, delimiter);
      CsvRows rows = new CsvRows(file, records, header);
      rows.requireTagSeparator();
      return rows;
    } catch (RuntimeException | IOException e) {
      records.close();
      throw e;
    }
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
    CsvRecord record = read(file, records);
    return record == null ? null : new Row(++number, record);
  }

  @Override
  public void close() throws IOException {
    records.close();
  }

  private static @Nullable CsvRecord read(InputFile file, CloseableIterator<CsvRecord> records)
      throws IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CharacterCodingException malformed) {
        throw malformed;
      }
      throw new InputException(file.path().getFileName() + " is not valid CSV: " + words(e));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Returns FastCSV's message, which quotes no cell. */
  private static String words(CsvParseException e) {
    Throwable cause = e;
    while (cause.getCause() instanceof CsvParseException inner) {
      cause = inner;
    }
    String words = String.valueOf(cause.getMessage());
    return cause == e || e.getMessage() == null ? words : e.getMessage() + " (" + words + ")";
  }

  private static String delimiter(InputFile file) {
    String given = file.options().delimiter();
    if (given != null) {
      return given;
    }
    return file.path().toString().toLowerCase(Locale.ROOT).endsWith(".tsv") ? "\t" : ",";
  }

  private static void requireDelimited(CsvRecord header, String delimiter) {
    if (header.getFieldCount() > 1) {
      return;
    }
    for (String other : List.of(";", "\t", "|", ",")) {
      if (!other.equals(delimiter) && header.getField(0).contains(other)) {
        throw new InputException(
            "the header is one column that contains %s; use --delimiter '%s'"
                .formatted(
                    other.equals("\t") ? "tabs" : other, other.equals("\t") ? "\\t" : other));
      }
    }
  }

  private void requireTagSeparator() {
    for (Column column : columns.list()) {
      if (column.field() == ContactField.TAGS && file.options().tagSeparator() == null) {
        throw new InputException(
            "the column \"%s\" may have several tags in a cell; name their separator, such as"
                    .formatted(column.name())
                + " --tag-separator ';'");
      }
    }
  }

  private static int idOf(List<Column> columns) {
    int at = 0;
    while (!columns.get(at).isId()) {
      at++;
    }
    return at;
  }

  private final class Row implements InputRow {
    private final long number;
    private final CsvRecord record;

    private Row(long number, CsvRecord record) {
      this.number = number;
      this.record = record;
    }

    @Override
    public long number() {
      return number;
    }

    @Override
    public long line() {
      return record.getStartingLineNumber();
    }

    @Override
    public String id() {
      int width = columns.list().size();
      if (record.getFieldCount() != width) {
        throw new IllegalArgumentException(
            "the row has %d cells, but the header has %d".formatted(record.getFieldCount(), width));
      }
      return Cells.id(record.getField(id));
    }

    @Override
    public @Nullable ContactUpdate update() {
      ContactUpdate.Builder update = ContactUpdate.builder();
      boolean any = false;
      for (int i = 0; i < columns.list().size(); i++) {
        Column column = columns.list().get(i);
        String text = record.getField(i);
        if (column.field() != null && (!text.isEmpty() || column.clearsIfEmpty())) {
          cells.set(update, column, text);
          any = true;
        }
      }
      return any ? update.build() : null;
    }

    @Override
    public Map<String, @Nullable Object> cells() {
      Map<String, @Nullable Object> cells = new LinkedHashMap<>();
      for (int i = 0; i < columns.list().size(); i++) {
        cells.put(
            columns.list().get(i).name(), i < record.getFieldCount() ? record.getField(i) : "");
      }
      return cells;
    }
  }
}
