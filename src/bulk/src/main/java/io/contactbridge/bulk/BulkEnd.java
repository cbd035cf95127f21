package io.contactbridge.bulk;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The end of a run: how it ended, and how far it came. Immutable. */
public final class BulkEnd {
  private final How how;
  private final Progress progress;
  private final Path results;
  private final String message;
  private final @Nullable Throwable cause;

  BulkEnd(How how, Progress progress, Path results, String message, @Nullable Throwable cause) {
    this.how = how;
    this.progress = progress;
    this.results = results;
    this.message = message;
    this.cause = cause;
  }

  /** The ways in which a run can end. */
  public enum How {
    /** Every row has ended. */
    FINISHED,
    /** {@link Bulk#stop} was called. */
    STOPPED,
    /** The CRM refused the credential. */
    CREDENTIALS,
    /** More rows failed than allowed. */
    TOO_MANY_FAILED,
    /** No row could be sent for longer than the caller wants to wait. */
    GAVE_UP,
    /** The file with the rows has changed or can no longer be read. */
    INPUT,
    /** The results could not be written. */
    DISK,
    /** An update failed because of a bug and not because of its row. */
    BUG
  }

  public How how() {
    return how;
  }

  public Progress progress() {
    return progress;
  }

  /** Returns the file with one line for each row that has ended. */
  public Path results() {
    return results;
  }

  /** Returns in one sentence why the run ended, without any value of a contact. */
  public String message() {
    return message;
  }

  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /** Names how the run ended. */
  @Override
  public String toString() {
    return "BulkEnd[" + how + "]";
  }
}
