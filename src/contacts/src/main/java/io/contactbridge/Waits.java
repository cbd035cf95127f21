package io.contactbridge;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.spi.Scheduler;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The waits between the attempts, for Failsafe. The first attempt has none, and begins at once. */
record Waits(Time time, Handover handover) implements Scheduler {
  /**
   * Makes attempts until a verdict is the last. What is to be done is decided where the reply is
   * known, so Failsafe only does it.
   */
  FailsafeExecutor<Verdict> loop() {
    RetryPolicy<Verdict> policy =
        RetryPolicy.<Verdict>builder()
            .handleIf((verdict, failure) -> verdict != null && verdict.delay() != null)
            .withMaxRetries(-1)
            .withDelayFn(context -> delay(context.getLastResult()))
            .build();
    return Failsafe.with(policy).with(this);
  }

  private static Duration delay(@Nullable Verdict verdict) {
    Duration delay = verdict == null ? null : verdict.delay();
    // Nothing at all is what the first attempt has, which begins on the caller's thread.
    return delay == null || delay.isZero() ? Duration.ofNanos(1) : delay;
  }

  @Override
  public ScheduledFuture<?> schedule(Callable<?> task, long delay, TimeUnit unit) {
    if (delay == 0) {
      call(task);
      return new Done();
    }
    return time.after(
        Duration.of(delay, unit.toChronoUnit()), () -> handover.execute(() -> call(task)));
  }

  private static void call(Callable<?> task) {
    try {
      task.call();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
  }

  private static final class Done extends CompletableFuture<Object>
      implements ScheduledFuture<Object> {
    private Done() {
      complete(true);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return 0;
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(0, other.getDelay(TimeUnit.NANOSECONDS));
    }
  }
}
