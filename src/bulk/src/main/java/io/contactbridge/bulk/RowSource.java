package io.contactbridge.bulk;

import io.contactbridge.ContactUpdate;
import io.contactbridge.bulk.internal.input.InputRow;
import io.contactbridge.bulk.internal.input.RowReader;
import io.contactbridge.bulk.internal.results.EarlierResults;
import io.contactbridge.bulk.internal.results.FailedRows;
import io.contactbridge.bulk.internal.results.RowFailure;
import io.contactbridge.bulk.internal.results.RowResult;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a file that are still to be sent. */
final class RowSource implements Closeable {
  private final RowReader reader;
  private final EarlierResults earlier;
  private final @Nullable FailedRows failed;
  private final Clock clock;

  /**
   * @param failed the rows that failed, if only they are to be sent
   */
  RowSource(RowReader reader, EarlierResults earlier, @Nullable FailedRows failed, Clock clock) {
    this.reader = reader;
    this.earlier = earlier;
    this.failed = failed;
    this.clock = clock;
  }

  /** Returns the next row to send, or the result of a row that is not sent, or null at the end. */
  @Nullable Next next() throws IOException {
    for (InputRow row = reader.next(); row != null; row = reader.next()) {
      boolean wanted =
          failed == null ? !earlier.isEnded(row.number()) : earlier.isFailed(row.number());
      if (wanted) {
        return read(row);
      }
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private Next read(InputRow row) {
    String id = null;
    try {
      id = row.id();
      long by = failed == null ? 0 : failed.supersededBy(row.number());
      if (by != 0) {
        return new Next(
            null, RowResult.superseded(row.number(), row.line(), id, clock.instant(), by));
      }
      ContactUpdate update = row.update();
      return update == null
          ? new Next(
              null, RowResult.made(row.number(), row.line(), id, clock.instant(), 0, Map.of()))
          : new Next(new SendableRow(row.number(), row.line(), id, update), null);
    } catch (IllegalArgumentException e) {
      return new Next(
          null,
          RowResult.failed(
              row.number(),
              row.line(),
              id,
              clock.instant(),
              0,
              RowFailure.refused(String.valueOf(e.getMessage()))));
    }
  }

  /** A row to send, or the result of one that is not sent. */
  record Next(@Nullable SendableRow row, @Nullable RowResult result) {}
}
