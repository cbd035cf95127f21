package io.contactbridge.kafka;

import io.contactbridge.bulk.engine.SendingState;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a task has done so far. Only the task writes it; any thread may read it. */
final class TaskCounters {
  final AtomicLong made = new AtomicLong();
  final AtomicLong different = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final AtomicLong nothing = new AtomicLong();
  final AtomicLong again = new AtomicLong();
  final AtomicLong inFlight = new AtomicLong();
  final AtomicLong observations = new AtomicLong();
  private long heldMillis;
  private long heldSince;
  private volatile SendingState state;

  TaskCounters(SendingState state) {
    this.state = state;
  }

  /** Sets the state, and returns whether it has changed. */
  synchronized boolean note(SendingState now, long millis) {
    boolean changed = now.phase() != state.phase() || now.reason() != state.reason();
    boolean was = state.isHeld();
    if (was && !now.isHeld()) {
      heldMillis += millis - heldSince;
    } else if (!was && now.isHeld()) {
      heldSince = millis;
    }
    state = now;
    return changed;
  }

  synchronized double heldSeconds(long millis) {
    return (heldMillis + (state.isHeld() ? millis - heldSince : 0)) / 1e3;
  }

  /** Returns {@code sending}, or why nothing is sent, such as {@code held: limit}. */
  String words() {
    SendingState now = state;
    String phase = now.phase().name().toLowerCase(Locale.ROOT);
    return now.reason() == null
        ? phase
        : phase + ": " + now.reason().name().toLowerCase(Locale.ROOT);
  }
}
