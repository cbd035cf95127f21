package io.contactbridge;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One update on its way: in line, attempt by attempt, until there is a result or none to come. */
final class Delivery extends CompletableFuture<UpdateResult> {
  private final Channel channel;
  private final String contact;
  private final Deadline deadline;
  private final History history;
  private final Attempts attempts;

  private @Nullable Future<?> alarm;
  private @Nullable Future<Verdict> loop;
  private boolean begun;
  private boolean over;

  Delivery(Channel channel, String contact, UpdatePlan plan, boolean blocking) {
    this.channel = channel;
    this.contact = contact;
    this.deadline = channel.deadline();
    this.history = channel.history(plan);
    this.attempts = new Attempts(channel, plan, blocking, deadline, history);
  }

  /** Begins as soon as all earlier updates of the contact have ended. */
  void start() {
    Future<?> set =
        SystemTime.alarm(
            deadline.left(), () -> channel.wire().handover().execute(this::passDeadline));
    synchronized (this) {
      alarm = set;
    }
    channel.lines().enter(contact, this::begin);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean ended = giveUp();
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    if (ended) {
      history.ended("CancellationException");
    }
    return cancelled;
  }

  /** Ends the update, and returns what to tell the thread that waited for it. */
  UnavailableException interrupted(InterruptedException e) {
    if (giveUp()) {
      history.ended("UnavailableException");
    }
    return history.interrupted(attempts.isWritten(), e);
  }

  private boolean begin() {
    synchronized (this) {
      if (over) {
        return false;
      }
      begun = true;
    }
    CompletableFuture<Verdict> running = channel.loop().getStageAsync(attempts::next);
    synchronized (this) {
      loop = running;
    }
    var unused = running.whenComplete(this::end);
    return true;
  }

  private void end(@Nullable Verdict verdict, @Nullable Throwable failure) {
    if (finish()) {
      leave();
      tell(verdict, failure);
    }
  }

  private void tell(@Nullable Verdict verdict, @Nullable Throwable failure) {
    try {
      if (verdict == null) {
        throw failure == null ? new IllegalStateException("no verdict") : failure;
      }
      UpdateResult result = history.result(verdict);
      history.ended(result);
      complete(result);
    } catch (Throwable e) {
      // An error too: who waits would wait forever.
      Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
      history.ended(cause.getClass().getSimpleName());
      completeExceptionally(cause);
    }
  }

  private void passDeadline() {
    deadline.pass();
    if (!attempts.expire() && giveUp()) {
      tell(history.withoutTime(), null);
    }
  }

  /**
   * Ends the update without a verdict, unless it has ended. The next update of the contact begins
   * only when nothing of this one can be sent any more, and before anybody is told, who may wait
   * for it.
   */
  private boolean giveUp() {
    if (!finish()) {
      return false;
    }
    stop();
    leave();
    return true;
  }

  /** Returns whether it is now, and not earlier, that the update has ended. */
  private boolean finish() {
    Future<?> set;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      set = alarm;
    }
    if (set != null) {
      set.cancel(false);
    }
    return true;
  }

  private void leave() {
    boolean leaves;
    synchronized (this) {
      leaves = begun;
    }
    if (leaves) {
      channel.lines().leave(contact);
    }
  }

  private void stop() {
    attempts.stop();
    Future<Verdict> running;
    synchronized (this) {
      running = loop;
    }
    if (running != null) {
      running.cancel(false);
    }
  }
}
