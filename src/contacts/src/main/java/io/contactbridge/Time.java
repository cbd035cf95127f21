package io.contactbridge;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

/** The clocks and the waits of updates; the tests have their own. */
interface Time {
  Time SYSTEM = new SystemTime();

  Instant now();

  /** Returns nanoseconds since some moment, whatever is done to the clock on the wall. */
  long nanos();

  /** Returns a random part of a wait, from nothing to all of it. */
  Duration part(Duration most);

  /** Runs a task after a wait, on a thread that the task must not hold up. */
  ScheduledFuture<?> after(Duration wait, Runnable task);
}
