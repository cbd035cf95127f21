package io.contactbridge.bulk;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a run ended. Immutable. */
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

  /** Why a run ends. */
  public enum How {
    /** Every row has ended. */
    FINISHED,
    /** {@link Bulk#stop} was called. */
    STOPPED,
    /** The CRM refuses the credential. */
    CREDENTIALS,
    /** More rows failed than was allowed. */
    TOO_MANY_FAILED,
    /** Rows were held for longer than the caller waits. */
    GAVE_UP,
    /** The file with the rows was changed, or could not be read any more. */
    INPUT,
    /** The results could not be written. */
    DISK,
    /** An update ended in a way that no row can be blamed for. */
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

  /** Returns in one sentence why the run ended; it holds no value of a contact. */
  public String message() {
    return message;
  }

  public Optional<Throwable> cause() {
    return Optional.ofNullable(cause);
  }

  /** Names why the run ended. */
  @Override
  public String toString() {
    return "BulkEnd[" + how + "]";
  }
}
