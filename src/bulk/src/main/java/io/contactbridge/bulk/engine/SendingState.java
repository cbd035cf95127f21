package io.contactbridge.bulk.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether rows are sent, held or stopped.
 *
 * @param reason why rows are not sent; null while sending
 * @param since the start of the failures; null unless held
 * @param until when the next row is sent as a probe; null unless held
 */
public record SendingState(
    Phase phase, @Nullable HaltReason reason, @Nullable Instant since, @Nullable Instant until) {
  static final SendingState SENDING = new SendingState(Phase.SENDING, null, null, null);

  /** The three states. */
  public enum Phase {
    /** Rows are sent. */
    SENDING,
    /** One row at a time is sent as a probe, after a wait, until one succeeds. */
    HELD,
    /** No more rows are sent. */
    STOPPED
  }

  static SendingState stopped(HaltReason reason) {
    return new SendingState(Phase.STOPPED, reason, null, null);
  }

  public boolean isStopped() {
    return phase == Phase.STOPPED;
  }

  public boolean isHeld() {
    return phase == Phase.HELD;
  }
}
