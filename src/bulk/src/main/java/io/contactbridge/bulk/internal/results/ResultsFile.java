package io.contactbridge.bulk.internal.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The results of a run: a header, and a line for each row that has ended. Lines are only appended.
 * After a crash an incomplete last part is cut off, and those rows are sent again.
 */
public final class ResultsFile implements Closeable {
  private static final byte[] START = "{\"contactbridge\":".getBytes(StandardCharsets.UTF_8);

  private final Storage storage;
  private final String name;

  /**
   * @param name the file's name in messages
   */
  public ResultsFile(Storage storage, String name) {
    this.storage = storage;
    this.name = name;
  }

  /** Returns the header, or null if there is none yet because no row was ever sent. */
  public @Nullable ResultsHeader header() throws IOException {
    try (InputStream in = storage.read()) {
      ResultsLine line = new ResultsLines(in).next();
      if (line != null && line.header != null) {
        return line.header;
      }
      if (line != null || !isTornHeader()) {
        throw new ResultsException(name + " is not a results file of a bulk run; move it away");
      }
      return null;
    }
  }

  /** Writes the header to an empty file. */
  public void begin(ResultsHeader header) throws IOException {
    storage.truncate(0);
    Buffer line = new Buffer();
    header.write(line);
    append(line);
    force();
  }

  /**
   * Reads the results of earlier runs, and cuts off an incomplete end.
   *
   * @param calls how long earlier calls count against the limits
   * @throws ResultsException if those runs had another input or other settings
   */
  public EarlierResults resume(ResultsHeader header, Duration calls, Instant now)
      throws IOException {
    EarlierResults earlier = new EarlierResults(now.minus(calls));
    ResultsLines lines;
    try (InputStream in = storage.read()) {
      lines = new ResultsLines(in);
      ResultsLine first = lines.next();
      String difference =
          first == null || first.header == null ? null : first.header.difference(header);
      if (difference != null) {
        throw new ResultsException(
            "the earlier run %s; repeat the earlier command, or start over with --restart"
                .formatted(difference));
      }
      for (ResultsLine line = lines.next(); line != null; line = lines.next()) {
        earlier.add(line);
      }
    }
    earlier.cut(storage.size() - lines.whole());
    storage.truncate(lines.whole());
    Buffer resumed = new Buffer();
    resumed.writeUtf8(
        "{\"resumed\":\"%s\",\"at\":%d,\"cut\":%d}\n"
            .formatted(Times.text(now), earlier.ended(), earlier.cut()));
    append(resumed);
    // Lines of a killed run may not be on the disk yet, and newer rows are about to be sent.
    force();
    return earlier;
  }

  /** Reads the lines written so far. */
  public EarlierResults read() throws IOException {
    EarlierResults results = EarlierResults.none();
    try (InputStream in = storage.read()) {
      forEach(in, results::add);
    }
    return results;
  }

  /** Reads the file again to find which failed rows a later row of their contact has replaced. */
  public FailedRows failedRows(EarlierResults earlier) throws IOException {
    FailedRows failed = new FailedRows();
    try (InputStream in = storage.read()) {
      forEach(in, line -> failed.addFailed(line, earlier));
    }
    try (InputStream in = storage.read()) {
      forEach(in, failed::addMade);
    }
    return failed;
  }

  /** Notes that the run has stopped and no update is under way. */
  public void stopped(Instant now, String how) throws IOException {
    append(
        new Buffer()
            .writeUtf8("{\"stopped\":\"" + Times.text(now) + "\",\"how\":\"" + how + "\"}\n"));
    force();
  }

  /** Appends lines, which may be lost until they are forced. */
  void append(List<RowResult> results) throws IOException {
    Buffer lines = new Buffer();
    for (RowResult result : results) {
      result.write(lines);
    }
    append(lines);
  }

  void force() throws IOException {
    storage.force();
  }

  @Override
  public void close() throws IOException {
    storage.close();
  }

  private void append(Buffer lines) throws IOException {
    storage.append(ByteBuffer.wrap(lines.readByteArray()));
  }

  /**
   * Returns whether the file has only the remains of a header after a crash: its beginning, or
   * zeros.
   */
  private boolean isTornHeader() throws IOException {
    byte[] start;
    try (InputStream in = storage.read()) {
      start = in.readNBytes(START.length);
    }
    boolean zeros = true;
    for (int i = 0; i < start.length; i++) {
      zeros &= start[i] == 0;
      if (!zeros && start[i] != START[i] && start[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static void forEach(InputStream in, Consumer<ResultsLine> action) throws IOException {
    ResultsLines lines = new ResultsLines(in);
    for (ResultsLine line = lines.next(); line != null; line = lines.next()) {
      action.accept(line);
    }
  }
}
