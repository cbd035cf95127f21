package io.contactbridge.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;

/** The clocks and the waits of updates; the tests have their own. */
public interface Time {
  Instant now();

  /** Returns nanoseconds since some moment, unaffected by changes of the wall clock. */
  long nanos();

  /** Returns a random time from zero to the given wait. */
  Duration part(Duration most);

  /** Runs a task after a wait, on a thread that the task must not hold up. */
  ScheduledFuture<?> after(Duration wait, Runnable task);
}
