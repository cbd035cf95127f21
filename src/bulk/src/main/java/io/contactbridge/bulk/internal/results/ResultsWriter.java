package io.contactbridge.bulk.internal.results;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of rows on its own thread. It forces many at once, because forcing each line
 * would cost more than sending the row. After a failed write or force it never tries again, because
 * the system may have dropped the data.
 *
 * @param <T> the caller's identifier of a row
 */
public final class ResultsWriter<T> {
  private static final long COMMIT_MILLIS = 50;

  /** This number of lines is written even if none of them is urgent. */
  private static final int BATCH = 2048;

  private final ResultsFile file;
  private final Consumer<List<T>> written;
  private final Consumer<Throwable> failed;
  private final Thread thread = new Thread(this::run, "contactbridge-results");
  private List<RowResult> results = new ArrayList<>();
  private List<T> rows = new ArrayList<>();
  private boolean hurry;
  private boolean closed;
  private boolean broken;

  /**
   * @param written is called with the rows whose lines are on the disk
   * @param failed is called when no more lines can be written
   */
  public ResultsWriter(ResultsFile file, Consumer<List<T>> written, Consumer<Throwable> failed) {
    this.file = file;
    this.written = written;
    this.failed = failed;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Adds a line, which is written soon.
   *
   * @param row passed to the listener, or null for none
   * @param waitedFor whether another row can be sent only after this line is on the disk
   */
  public synchronized void add(RowResult result, @Nullable T row, boolean waitedFor) {
    if (broken) {
      return;
    }
    boolean first = results.isEmpty();
    results.add(result);
    if (row != null) {
      rows.add(row);
    }
    boolean hurries = (waitedFor || results.size() >= BATCH) && !hurry;
    hurry |= hurries;
    if (first || hurries) {
      notifyAll();
    }
  }

  /** Writes the added lines now. */
  public synchronized void hurry() {
    if (!results.isEmpty()) {
      hurry = true;
      notifyAll();
    }
  }

  /** Returns how many lines are not on the disk yet. */
  public synchronized int backlog() {
    return results.size();
  }

  /** Writes the added lines, and ends the thread. */
  public void close() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    thread.join();
  }

  private void run() {
    try {
      for (Batch<T> batch = take(); batch != null; batch = take()) {
        file.append(batch.results);
        file.force();
        written.accept(batch.rows);
      }
    } catch (IOException | RuntimeException | InterruptedException | Error e) {
      synchronized (this) {
        broken = true;
      }
      failed.accept(e);
    }
  }

  private synchronized @Nullable Batch<T> take() throws InterruptedException {
    while (results.isEmpty() && !closed) {
      wait();
    }
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(COMMIT_MILLIS);
    while (!hurry && !closed) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        break;
      }
      wait(left);
    }
    hurry = false;
    if (results.isEmpty()) {
      return null;
    }
    Batch<T> batch = new Batch<>(results, rows);
    results = new ArrayList<>();
    rows = new ArrayList<>();
    return batch;
  }

  private record Batch<T>(List<RowResult> results, List<T> rows) {}
}
