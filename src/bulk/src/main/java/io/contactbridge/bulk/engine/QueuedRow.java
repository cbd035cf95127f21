package io.contactbridge.bulk.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One row in the {@link Engine}, which compares rows by identity.
 *
 * @param <R> the driver's own row
 */
public final class QueuedRow<R> {
  private final String contact;
  private final R row;

  /** The later rows of the contact, kept by its first row. */
  @Nullable ArrayDeque<QueuedRow<R>> behind;

  /** The position of this row among all that were sent, from 1. */
  long number;

  /** When it may be sent again. */
  Instant notBefore = Instant.MIN;

  /** How many rows had been sent when its credential was last refused; 0 if it was not. */
  long refusedAt;

  /** How often it failed while the CRM answered others. */
  int rounds;

  /** How often it failed. */
  int failures;

  /**
   * How many other rows the CRM had answered when this one failed first, and when it failed last.
   */
  long answeredAtFirst;

  long answeredAtLast;

  QueuedRow(String contact, R row) {
    this.contact = contact;
    this.row = row;
  }

  public String contact() {
    return contact;
  }

  public R row() {
    return row;
  }

  /** Names no value of the row, which is personal data. */
  @Override
  public String toString() {
    return "QueuedRow[" + number + "]";
  }
}
