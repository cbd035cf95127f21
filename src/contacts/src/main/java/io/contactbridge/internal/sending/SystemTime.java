package io.contactbridge.internal.sending;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** Real time, and one shared thread that wakes waiting updates. */
public final class SystemTime implements Time {
  public static final SystemTime INSTANCE = new SystemTime();

  private static final ScheduledThreadPoolExecutor ALARMS = alarms();

  private static ScheduledThreadPoolExecutor alarms() {
    ScheduledThreadPoolExecutor alarms =
        new ScheduledThreadPoolExecutor(
            1, task -> CallThreads.daemon(task, "ContactBridge alarms"));
    // The thread ends when no update waits, so that an application can be unloaded.
    alarms.setKeepAliveTime(60, TimeUnit.SECONDS);
    alarms.allowCoreThreadTimeOut(true);
    // Most alarms are cancelled, and would otherwise keep their update in memory until they are
    // due.
    alarms.setRemoveOnCancelPolicy(true);
    return alarms;
  }

  /** Runs a task after a real wait, whatever the clocks of a test say. */
  public static ScheduledFuture<?> alarm(Duration wait, Runnable task) {
    return ALARMS.schedule(task, Math.max(0, wait.toNanos()), TimeUnit.NANOSECONDS);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public Duration part(Duration most) {
    return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most.toNanos() + 1));
  }

  @Override
  public ScheduledFuture<?> after(Duration wait, Runnable task) {
    return alarm(wait, task);
  }
}
