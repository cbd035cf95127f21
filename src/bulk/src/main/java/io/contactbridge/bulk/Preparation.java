package io.contactbridge.bulk;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Rate;
import io.contactbridge.bulk.engine.Engine;
import io.contactbridge.bulk.engine.InFlightLimit;
import io.contactbridge.bulk.internal.input.InputFile;
import io.contactbridge.bulk.internal.input.InputRow;
import io.contactbridge.bulk.internal.input.RowReader;
import io.contactbridge.bulk.internal.results.EarlierResults;
import io.contactbridge.bulk.internal.results.FailedRows;
import io.contactbridge.bulk.internal.results.ResultsException;
import io.contactbridge.bulk.internal.results.ResultsFile;
import io.contactbridge.bulk.internal.results.ResultsHeader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out the facts that must be known before rows are sent. */
final class Preparation {
  /** The number of rows to plan before the first is sent, which detects a wrong mapping. */
  private static final int FIRST = 100;

  private final InputFile input;
  private final BulkAccount account;
  private final Map<String, String> options;
  private final RunOptions run;

  Preparation(InputFile input, BulkAccount account, Map<String, String> options, RunOptions run) {
    this.input = input;
    this.account = account;
    this.options = options;
    this.run = run;
  }

  /**
   * Reads the file to its end, unless an earlier run has done so, and reads the earlier results.
   */
  StartingPoint prepare(ResultsFile results, InputFile.@Nullable Scan scan) throws IOException {
    ResultsHeader begun = results.header();
    EarlierResults earlier;
    ResultsHeader header;
    if (begun == null) {
      InputFile.Scan read = scan == null ? scan() : scan;
      header = header(read.rows(), read.columns(), run.clock().instant().toString());
      if (run.again()) {
        throw new ResultsException("there are no results of an earlier run whose rows failed");
      }
      results.begin(header);
      earlier = EarlierResults.none();
    } else {
      header = same(begun);
      earlier = results.resume(header, longest(), run.clock().instant());
    }
    FailedRows failed = run.again() ? results.failedRows(earlier) : null;
    return new StartingPoint(header, earlier, failed);
  }

  /** Reads the file to its end, and plans its first rows. */
  InputFile.Scan scan() throws IOException {
    InputFile.Scan scan = input.scan();
    requireSomeToBeSendable(scan);
    return scan;
  }

  /**
   * Returns the times of the earlier calls that still count against the account's limits. The last
   * calls of a killed run are unknown, so they are assumed to be made now.
   */
  List<Instant> calls(EarlierResults earlier) {
    List<Instant> calls = new ArrayList<>(earlier.calls());
    if (!earlier.isStopped() && !account.limits().isEmpty()) {
      for (int i = 0; i < run.inFlight(); i++) {
        calls.add(run.clock().instant());
      }
    }
    return calls;
  }

  Engine<SendableRow> engine() {
    int inFlight = InFlightLimit.within(account.limits(), run.inFlight());
    return new Engine<>(inFlight, BulkRun.readAhead(), run.maxFailed());
  }

  private ResultsHeader same(ResultsHeader begun) throws IOException {
    // First checks that it is the same file; the columns of another would only cause confusion.
    ResultsHeader now = header(begun.rows(), begun.columns(), begun.started());
    requireSame(begun, now);
    return header(begun.rows(), input.meanings(begun.columns()), begun.started());
  }

  private static void requireSame(ResultsHeader begun, ResultsHeader now) {
    String difference = begun.difference(now);
    if (difference != null) {
      throw new ResultsException(
          "the earlier run "
              + difference
              + "; repeat the earlier command, or start over with --restart");
    }
  }

  private ResultsHeader header(long rows, Map<String, String> columns, String started) {
    return new ResultsHeader(
        account.crm().name(),
        account.to(),
        String.valueOf(input.path().getFileName()),
        input.fingerprint().bytes(),
        input.fingerprint().sha256(),
        rows,
        columns,
        options,
        started);
  }

  private Duration longest() {
    return account.limits().stream().map(Rate::per).max(Duration::compareTo).orElse(Duration.ZERO);
  }

  private void requireSomeToBeSendable(InputFile.Scan scan) throws IOException {
    String refusal = null;
    int rows = 0;
    try (RowReader reader = input.rows(scan.columns())) {
      for (InputRow row = reader.next(); row != null && rows < FIRST; row = reader.next()) {
        String message = refusal(row);
        if (message == null) {
          return;
        }
        rows++;
        refusal = refusal == null ? "row 1 (line %d): %s".formatted(row.line(), message) : refusal;
      }
    }
    if (refusal != null) {
      throw new CannotRunException(
          rows == 1
              ? refusal
              : "none of the first %d rows can be sent; %s".formatted(rows, refusal));
    }
  }

  private @Nullable String refusal(InputRow row) {
    try {
      String id = row.id();
      ContactUpdate update = row.update();
      if (update != null) {
        account.plan(id, update);
      }
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /**
   * The facts with which a run starts to send rows.
   *
   * @param failed the rows that failed, if only they are to be sent
   */
  record StartingPoint(ResultsHeader header, EarlierResults earlier, @Nullable FailedRows failed) {}
}
