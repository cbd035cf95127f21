package io.contactbridge;

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

/** A clock that a test moves on, on one thread. */
final class ManualTime implements Time {
  private final Queue<Alarm> alarms = new PriorityQueue<>(Comparator.comparingLong(Alarm::at));
  private long nanos;

  /** Moves the clock on, and runs what is due on the way. */
  void pass(Duration time) {
    long end = nanos + time.toNanos();
    Alarm next = due(end);
    while (next != null) {
      nanos = next.at();
      next.task().run();
      next = due(end);
    }
    nanos = end;
  }

  private @Nullable Alarm due(long end) {
    Alarm next = alarms.peek();
    return next == null || next.at() > end ? null : alarms.remove();
  }

  @Override
  public Instant now() {
    return Instant.EPOCH.plusNanos(nanos);
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Duration part(Duration most) {
    return most;
  }

  @Override
  public ScheduledFuture<?> after(Duration wait, Runnable task) {
    alarms.add(new Alarm(nanos + wait.toNanos(), task));
    return new Never();
  }

  private record Alarm(long at, Runnable task) {}

  private static final class Never extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {
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
