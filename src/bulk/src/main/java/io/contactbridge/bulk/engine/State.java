package io.contactbridge.bulk.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows are given out.
 *
 * @param why null while sending
 * @param since when nothing succeeded any more; null unless held
 * @param until when a row is given out again to see whether it succeeds; null unless held
 */
public record State(
    Phase phase, @Nullable Why why, @Nullable Instant since, @Nullable Instant until) {
  static final State SENDING = new State(Phase.SENDING, null, null, null);

  /** The three states. */
  public enum Phase {
    /** Rows are given out as they come. */
    SENDING,
    /** One row at a time is given out, after a wait, until one succeeds. */
    HELD,
    /** No row is given out any more. */
    STOPPED
  }

  static State stopped(Why why) {
    return new State(Phase.STOPPED, why, null, null);
  }

  public boolean isStopped() {
    return phase == Phase.STOPPED;
  }

  public boolean isHeld() {
    return phase == Phase.HELD;
  }
}
