package io.contactbridge.bulk.engine;

import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way through the {@link Engine}, which knows it by identity.
 *
 * @param <R> the driver's own row
 */
public final class QueuedRow<R> {
  private final String contact;
  private final R row;

  /** The later rows of the contact, kept by the one that is first in line. */
  @Nullable ArrayDeque<QueuedRow<R>> behind;

  /** How many rows had been given out when this one was, it included. */
  long number;

  /** When it may be given out again. */
  Instant notBefore = Instant.MIN;

  /** How many rows had been given out when it last failed for the credential; 0 if it did not. */
  long refusedAt;

  /** How often it failed while the CRM answered others. */
  int rounds;

  /** How often it failed. */
  int failures;

  /** How many others the CRM had answered when this one first failed, and when it last did. */
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

  /** Names nothing of the row, which is personal data. */
  @Override
  public String toString() {
    return "Turn[" + number + "]";
  }
}
