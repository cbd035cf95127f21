package io.contactbridge.internal.sending;

import io.contactbridge.ContactsException;
import io.contactbridge.UpdateOptions;
import io.contactbridge.UpdateResult;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Drives an update on the thread that asked for it, from its turn to its result. An interrupt of
 * the thread ends the update.
 */
public final class BlockingDriver implements Runnable, UpdateWatcher.Watched {
  private final Time time;
  private final Thread thread = Thread.currentThread();
  private volatile boolean woken;
  private volatile @Nullable HttpAttempt attempt;

  private BlockingDriver(Time time) {
    this.time = time;
  }

  /**
   * Returns the result.
   *
   * @throws ContactsException if there is none
   */
  public static UpdateResult send(
      AccountState account, String contact, PlannedUpdate plan, UpdateOptions options) {
    BlockingDriver driver = new BlockingDriver(account.time());
    Delivery delivery = new Delivery(account, contact, plan, options, driver);
    UpdateWatcher.add(driver);
    try {
      driver.drive(delivery);
    } catch (InterruptedException e) {
      HttpAttempt running = driver.attempt;
      if (running != null) {
        delivery.attempted(null);
      }
      delivery.leave();
      driver.thread.interrupt();
      throw delivery.interrupted(running != null && running.isWritten(), e);
    } finally {
      UpdateWatcher.remove(driver);
      delivery.leave();
    }
    return delivery.result();
  }

  private void drive(Delivery delivery) throws InterruptedException {
    while (true) {
      woken = false;
      Decision decision = delivery.next();
      if (decision.isNo()) {
        // The update has ended; an interrupt cannot undo its success.
        return;
      }
      checkInterrupt();
      if (decision.isNow()) {
        attempt(delivery);
      } else {
        await(decision, delivery.deadline());
      }
    }
  }

  private void attempt(Delivery delivery) throws InterruptedException {
    HttpAttempt running = delivery.attempt(null);
    attempt = running;
    AttemptResult reply = running.execute();
    if (reply.answer() == null) {
      checkInterrupt();
    }
    attempt = null;
    delivery.judge(running, reply);
  }

  private void await(Decision decision, Deadline deadline) throws InterruptedException {
    ScheduledFuture<?> alarm = decision.isTimed() ? time.after(decision.duration(), this) : null;
    try {
      long left = deadline.left();
      while (!woken && left > 0) {
        LockSupport.parkNanos(this, left);
        checkInterrupt();
        left = deadline.left();
      }
    } finally {
      if (alarm != null) {
        alarm.cancel(false);
      }
    }
  }

  private static void checkInterrupt() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** Has the thread ask again. */
  @Override
  public void run() {
    woken = true;
    LockSupport.unpark(thread);
  }

  @Override
  public void look() {
    HttpAttempt running = attempt;
    if (running != null && thread.isInterrupted()) {
      // On another thread, because this calls the caller's event listener.
      CallThreads.INSTANCE.execute(running::hangUp);
    }
  }
}
