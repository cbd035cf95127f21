package io.contactbridge;

import io.contactbridge.internal.sending.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A clock that a test moves on, and that stands still otherwise. */
public final class ManualTime implements Time {
  private final Queue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::at));
  private long nanos;

  /** Moves the clock on, and runs what is due on the way. */
  public void pass(Duration time) {
    long end = nanos() + time.toNanos();
    Alarm next = due(end);
    while (next != null) {
      next.task().run();
      next = due(end);
    }
  }

  /** Moves the clock to the next alarm, or to the end if there is none before it. */
  private synchronized @Nullable Alarm due(long end) {
    Alarm next = alarms.peek();
    if (next == null || next.at() > end) {
      nanos = end;
      return null;
    }
    nanos = next.at();
    return alarms.remove();
  }

  /** Returns how many wait. */
  synchronized int waiting() {
    return alarms.size();
  }

  private synchronized boolean takeBack(Alarm alarm) {
    return alarms.remove(alarm);
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(nanos());
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public Duration part(Duration most) {
    return most;
  }

  @Override
  public synchronized ScheduledFuture<?> after(Duration wait, Runnable task) {
    Alarm alarm = new Alarm(nanos + wait.toNanos(), task);
    alarms.add(alarm);
    return new Wait(alarm);
  }

  private record Alarm(long at, Runnable task) {}

  private final class Wait extends CompletableFuture<Object> implements ScheduledFuture<Object> {
    private final Alarm alarm;

    private Wait(Alarm alarm) {
      this.alarm = alarm;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return takeBack(alarm) && super.cancel(mayInterruptIfRunning);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return 0;
    }
  }
}
