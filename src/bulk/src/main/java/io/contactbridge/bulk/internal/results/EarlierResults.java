package io.contactbridge.bulk.internal.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The results of earlier runs. */
public final class EarlierResults {
  private final BitSet ended = new BitSet();
  private final BitSet failed = new BitSet();
  private final BitSet different = new BitSet();
  private final BitSet nothing = new BitSet();
  private final List<Instant> calls = new ArrayList<>();
  private final String callsSince;
  private boolean any;
  private boolean stopped = true;
  private long cut;

  /**
   * @param callsSince the earliest time of calls that {@link #calls} returns
   */
  EarlierResults(Instant callsSince) {
    this.callsSince = Times.text(callsSince);
  }

  /** Returns empty results, for a first run. */
  public static EarlierResults none() {
    return new EarlierResults(Instant.parse("9999-12-31T00:00:00Z"));
  }

  void add(ResultsLine line) {
    stopped = line.stopped;
    if (line.row == 0) {
      return;
    }
    any = true;
    int row = Math.toIntExact(line.row);
    ended.set(row);
    failed.set(row, line.failed != null);
    different.set(row, line.different);
    nothing.set(row, line.nothing);
    if (line.at != null
        && line.attempts > 0
        && !line.nothing
        && line.at.compareTo(callsSince) > 0) {
      Instant at = Instant.parse(line.at);
      for (int i = 0; i < line.attempts; i++) {
        calls.add(at);
      }
    }
  }

  void cut(long bytes) {
    cut = bytes;
  }

  /** Returns whether there is a line of any row. */
  public boolean isAny() {
    return any;
  }

  /** Returns whether a row has ended, successfully or not. */
  public boolean isEnded(long row) {
    return ended.get(Math.toIntExact(row));
  }

  /** Returns whether a row failed when it was last sent. */
  public boolean isFailed(long row) {
    return failed.get(Math.toIntExact(row));
  }

  public long ended() {
    return ended.cardinality();
  }

  public long failed() {
    return failed.cardinality();
  }

  public long different() {
    return different.cardinality();
  }

  public long nothing() {
    return nothing.cardinality();
  }

  /** Returns the times of earlier calls. */
  public List<Instant> calls() {
    return calls;
  }

  /** Returns whether the last run was not killed, so that all its calls are known. */
  public boolean isStopped() {
    return stopped;
  }

  /** Returns how many bytes were cut off because their line was incomplete. */
  public long cut() {
    return cut;
  }
}
