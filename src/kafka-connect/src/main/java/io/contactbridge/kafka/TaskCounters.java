package io.contactbridge.kafka;

import io.contactbridge.bulk.engine.State;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** What a task has done so far. It is written by the task and read by any thread. */
final class Counters {
  final AtomicLong made = new AtomicLong();
  final AtomicLong different = new AtomicLong();
  final AtomicLong failed = new AtomicLong();
  final AtomicLong nothing = new AtomicLong();
  final AtomicLong again = new AtomicLong();
  final AtomicLong inFlight = new AtomicLong();
  final AtomicLong observations = new AtomicLong();
  private long heldMillis;
  private long heldSince;
  private volatile State state;

  Counters(State state) {
    this.state = state;
  }

  /** Notes the state, and returns whether it is another than before. */
  synchronized boolean note(State now, long millis) {
    boolean changed = now.phase() != state.phase() || now.why() != state.why();
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
    State now = state;
    String phase = now.phase().name().toLowerCase(Locale.ROOT);
    return now.why() == null ? phase : phase + ": " + now.why().name().toLowerCase(Locale.ROOT);
  }
}
