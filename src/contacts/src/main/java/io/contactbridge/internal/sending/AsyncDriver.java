package io.contactbridge.internal.sending;

import io.contactbridge.UpdateOptions;
import io.contactbridge.UpdateResult;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** Drives an update that blocks no thread while it waits for its turn or for an answer. */
public final class AsyncDriver implements Runnable, UpdateWatcher.Watched {
  private enum State {
    /** A thread asks the delivery what comes next. */
    ASKING,
    WAITING,
    CALLING,
    ENDED
  }

  private final Time time;
  private final Delivery delivery;
  private final PendingUpdate future = new PendingUpdate(this::giveUp);
  // Until the delivery is first asked, because the turn may come before the constructor ends.
  private State state = State.ASKING;
  private boolean woken;
  private boolean abandoned;
  private @Nullable HttpAttempt attempt;
  private @Nullable ScheduledFuture<?> alarm;
  private volatile boolean looked;

  private AsyncDriver(
      AccountState account, String contact, PlannedUpdate plan, UpdateOptions options) {
    this.time = account.time();
    this.delivery = new Delivery(account, contact, plan, options, this);
  }

  /** Returns the result to come; whatever completes it earlier ends the update. */
  public static CompletableFuture<UpdateResult> send(
      AccountState account, String contact, PlannedUpdate plan, UpdateOptions options) {
    AsyncDriver driver = new AsyncDriver(account, contact, plan, options);
    UpdateWatcher.add(driver);
    if (account.transport().isReady()) {
      driver.ask();
    } else {
      // Creating the client takes time, and a caller of updateAsync must not wait for it.
      CallThreads.INSTANCE.execute(driver::ask);
    }
    return driver.future;
  }

  /**
   * Asks the delivery again on a thread of ours, because the current one may be another caller's.
   */
  @Override
  public void run() {
    synchronized (this) {
      woken = true;
      if (state != State.WAITING) {
        return;
      }
    }
    CallThreads.INSTANCE.execute(this::proceed);
  }

  private void proceed() {
    synchronized (this) {
      if (state != State.WAITING) {
        return;
      }
      state = State.ASKING;
      stopAlarm();
    }
    ask();
  }

  /** In the state ASKING, which no other thread leaves. */
  private void ask() {
    try {
      Decision decision;
      do {
        synchronized (this) {
          woken = false;
        }
        decision = delivery.next();
      } while (decision.kind() == Decision.Kind.WAIT && isWokenBeforeItWaits(decision));
      switch (decision.kind()) {
        case NOW -> call();
        case NO -> end();
        case WAIT -> {}
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  private boolean isWokenBeforeItWaits(Decision decision) {
    synchronized (this) {
      if (woken && !abandoned) {
        return true;
      }
      if (!abandoned) {
        state = State.WAITING;
        if (decision.isTimed()) {
          alarm = time.after(Duration.ofNanos(decision.nanos()), this);
        }
        return false;
      }
    }
    fail(new CancellationException());
    return false;
  }

  private void call() {
    // Not under the lock: the caller's own code may be called, and the client be made.
    HttpAttempt next =
        delivery.attempt((ended, reply) -> CallThreads.afterCall(() -> came(ended, reply)));
    boolean sent;
    synchronized (this) {
      sent = !abandoned;
      if (sent) {
        attempt = next;
        state = State.CALLING;
      }
    }
    if (sent) {
      next.enqueue();
    } else {
      fail(new CancellationException());
    }
  }

  private void came(HttpAttempt ended, AttemptResult reply) {
    synchronized (this) {
      if (state != State.CALLING) {
        return;
      }
      state = State.ASKING;
      attempt = null;
    }
    try {
      delivery.judge(ended, reply);
    } catch (RuntimeException | Error e) {
      fail(e);
      return;
    }
    ask();
  }

  private void end() {
    if (leave()) {
      try {
        future.succeed(delivery.result());
      } catch (RuntimeException | Error e) {
        // Errors count too: without a result the caller would wait forever.
        future.fail(e);
      }
    }
  }

  private void fail(Throwable e) {
    if (leave()) {
      try {
        delivery.failed(e.getClass().getSimpleName());
      } finally {
        future.fail(e);
      }
    }
  }

  /**
   * Leaves the queue before callbacks run, because one may send the contact's next update and wait.
   */
  private boolean leave() {
    synchronized (this) {
      if (state == State.ENDED) {
        return false;
      }
      state = State.ENDED;
      stopAlarm();
    }
    leaveAll();
    return true;
  }

  private void leaveAll() {
    UpdateWatcher.remove(this);
    delivery.leave();
  }

  /**
   * Ends the update because the caller has completed the future, or is about to; the {@link
   * UpdateWatcher} notices what completes it in other ways. When this returns, nothing of the
   * update is sent any more. If a thread is asking the delivery now, that thread ends the update.
   */
  private void giveUp() {
    HttpAttempt running;
    synchronized (this) {
      abandoned = true;
      if (state == State.ENDED || state == State.ASKING) {
        return;
      }
      state = State.ENDED;
      running = attempt;
      stopAlarm();
    }
    if (running != null) {
      running.cancel();
      delivery.attempted(null);
    }
    leaveAll();
    delivery.failed(CancellationException.class.getSimpleName());
  }

  private void stopAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
      alarm = null;
    }
  }

  @Override
  public void look() {
    if (!looked && (future.isDone() || delivery.deadline().isOver())) {
      looked = true;
      CallThreads.INSTANCE.execute(this::expire);
    }
  }

  private void expire() {
    HttpAttempt running;
    synchronized (this) {
      running = attempt;
    }
    if (future.isDone()) {
      giveUp();
    } else if (running != null) {
      running.expire();
    } else {
      run();
    }
    looked = false;
  }
}
