package io.contactbridge.bulk.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows are sent.
 *
 * @param why null while sending
 * @param since the start of the failures; null unless held
 * @param until when the next row is sent as a probe; null unless held
 */
public record State(
    Phase phase, @Nullable Why why, @Nullable Instant since, @Nullable Instant until) {
  static final State SENDING = new State(Phase.SENDING, null, null, null);

  /** The three states. */
  public enum Phase {
    /** Rows are sent as they come. */
    SENDING,
    /** One row at a time is sent as a probe, after a wait, until one succeeds. */
    HELD,
    /** No more rows are sent. */
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
