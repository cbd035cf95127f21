package io.contactbridge.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.contactbridge.bulk.internal.input.InputFile;
import io.contactbridge.bulk.internal.input.InputRow;
import io.contactbridge.bulk.internal.input.RowReader;
import io.contactbridge.bulk.internal.results.FailedRows;
import io.contactbridge.client.JsonValue;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the failed rows as they are in the input, each with its number and the reason. */
final class FailuresFile {
  private static final String ROW = "_row";
  private static final String FAILED = "_failed";

  private FailuresFile() {}

  static void write(Path to, InputFile input, Map<String, String> columns, FailedRows failed)
      throws IOException {
    Files.deleteIfExists(to);
    if (to.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (Writer writer = Files.newBufferedWriter(to);
        RowReader rows = input.rows(columns)) {
      List<String> names = new ArrayList<>(columns.keySet());
      names.remove(ROW);
      names.remove(FAILED);
      Output output = input.isJson() ? json(writer) : csv(writer, names);
      for (InputRow row = rows.next(); row != null; row = rows.next()) {
        String reason = failed.reason(row.number());
        if (!reason.isEmpty() && failed.supersededBy(row.number()) == 0) {
          Map<String, @Nullable Object> cells = new LinkedHashMap<>(row.cells());
          cells.remove(ROW);
          cells.remove(FAILED);
          cells.put(ROW, row.number());
          cells.put(FAILED, reason);
          output.write(cells);
        }
      }
    }
  }

  private static Output csv(Writer writer, List<String> names) {
    // The writer has a buffer, and is the one that is closed.
    CsvWriter csv = CsvWriter.builder().bufferSize(0).build(writer);
    List<String> header = new ArrayList<>(names);
    header.addAll(List.of(ROW, FAILED));
    csv.writeRecord(header);
    return cells ->
        csv.writeRecord(header.stream().map(name -> String.valueOf(cells.get(name))).toList());
  }

  private static Output json(Writer writer) {
    return cells -> writer.append(JsonValue.write(cells)).append('\n');
  }

  private interface Output {
    void write(Map<String, @Nullable Object> cells) throws IOException;
  }
}
