package io.contactbridge;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One update on its way: in line, attempt by attempt, until there is a result or none to come. */
final class Delivery extends CompletableFuture<UpdateResult> {
  private final Sender sender;
  private final String contact;
  private final UpdatePlan plan;
  private final boolean blocking;
  private final Deadline deadline;
  private final History history;
  private final Future<?> alarm;

  private @Nullable Exchange exchange;
  private boolean begun;
  private boolean over;
  private boolean renewed;
  private @Nullable String renewedCredential;

  Delivery(Sender sender, String contact, UpdatePlan plan, boolean blocking) {
    this.sender = sender;
    this.contact = contact;
    this.plan = plan;
    this.blocking = blocking;
    this.deadline = sender.deadline();
    this.history = sender.history();
    this.alarm =
        SystemTime.alarm(
            deadline.left(), () -> sender.wire().handover().execute(this::passDeadline));
  }

  void start() {
    sender.lines().enter(contact, this::begin);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    // In this order: the call that ends would else complete the future with its own failure.
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    stop();
    return cancelled;
  }

  /** Ends the update, and returns what to tell the thread that waited for it. */
  UnavailableException interrupted(InterruptedException e) {
    stop();
    Exchange last = lastExchange();
    return history.interrupted(last != null && last.isWritten(), e);
  }

  private boolean begin() {
    synchronized (this) {
      if (over) {
        return false;
      }
      begun = true;
    }
    var unused = sender.attempts().getStageAsync(this::attempt).whenComplete(this::end);
    return true;
  }

  private CompletionStage<Verdict> attempt() {
    if (!deadline.allows(Duration.ZERO)) {
      return later(history.withoutTime());
    }
    Exchange next =
        new Exchange(sender.wire(), blocking, plan.request(), renewedCredential, deadline);
    renewedCredential = null;
    synchronized (this) {
      if (over) {
        return CompletableFuture.failedFuture(new CancellationException());
      }
      exchange = next;
    }
    history.attempt();
    next.start();
    // Not on this stack, on which an update that ends would begin the next; and not within the
    // call, which counts among those of the client until it returns, and the caller may block.
    return next.thenApplyAsync(reply -> judge(next, reply), sender.wire().handover());
  }

  private CompletableFuture<Verdict> later(Verdict verdict) {
    return CompletableFuture.supplyAsync(() -> verdict, sender.wire().handover());
  }

  private Verdict judge(Exchange exchange, Reply reply) {
    if (reply.status() == 401 && renew(exchange)) {
      history.again(reply, false);
      return new Verdict(reply, Duration.ZERO, null);
    }
    Verdict verdict = sender.retries().judge(reply, history, deadline);
    if (verdict.again()) {
      history.again(reply, true);
    }
    return verdict;
  }

  /** Returns whether there is another credential now than the one that was refused; once. */
  private boolean renew(Exchange exchange) {
    if (renewed) {
      return false;
    }
    renewed = true;
    try {
      renewedCredential = sender.wire().currentCredential();
    } catch (RuntimeException e) {
      history.suppress(e);
    }
    return renewedCredential != null && !renewedCredential.equals(exchange.credential());
  }

  private void end(@Nullable Verdict verdict, @Nullable Throwable failure) {
    if (!finish()) {
      return;
    }
    try {
      if (verdict == null) {
        throw failure == null ? new IllegalStateException("no verdict") : failure;
      }
      complete(history.result(plan, verdict));
    } catch (CompletionException e) {
      completeExceptionally(e.getCause() == null ? e : e.getCause());
    } catch (Throwable e) {
      // An error too: who waits would wait forever.
      completeExceptionally(e);
    }
  }

  private void passDeadline() {
    deadline.pass();
    Exchange running = lastExchange();
    if (running != null && !running.isDone()) {
      running.expire("timeout");
    } else {
      end(history.withoutTime(), null);
    }
  }

  /** Returns whether it is now, and not earlier, that the update has ended. */
  private boolean finish() {
    boolean leaves;
    synchronized (this) {
      if (over) {
        return false;
      }
      over = true;
      leaves = begun;
    }
    alarm.cancel(false);
    if (leaves) {
      // Before anybody is told, who may wait for another update of the contact.
      sender.lines().leave(contact);
    }
    return true;
  }

  private void stop() {
    finish();
    Exchange last = lastExchange();
    if (last != null) {
      last.cancel(false);
    }
  }

  private synchronized @Nullable Exchange lastExchange() {
    return exchange;
  }
}
