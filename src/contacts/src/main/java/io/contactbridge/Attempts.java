package io.contactbridge;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The attempts to send one update, one after the other. */
final class Attempts {
  private final Channel channel;
  private final UpdatePlan plan;
  private final boolean blocking;
  private final Deadline deadline;
  private final History history;

  private @Nullable Place place;
  private @Nullable Exchange exchange;
  private boolean calling;
  private boolean stopped;
  private boolean renewed;
  private @Nullable String renewedCredential;

  Attempts(Channel channel, UpdatePlan plan, boolean blocking, Deadline deadline, History history) {
    this.channel = channel;
    this.plan = plan;
    this.blocking = blocking;
    this.deadline = deadline;
    this.history = history;
  }

  /** Makes the next attempt as soon as it may be made. */
  CompletionStage<Verdict> next() {
    if (isStopped()) {
      return ended();
    }
    String refusal = channel.circuit().refusal();
    if (refusal != null) {
      return CompletableFuture.completedFuture(history.unsent(refusal));
    }
    if (!deadline.allows(Duration.ZERO)) {
      return CompletableFuture.completedFuture(history.withoutTime());
    }
    Place next = channel.limit().take(deadline);
    synchronized (this) {
      place = next;
    }
    if (isStopped()) {
      channel.limit().leave(next);
      return ended();
    }
    // Whoever opens places has more of them to open than this one, whose update may end here.
    return next.isDone()
        ? next.thenCompose(open -> sendAt(next, open))
        : next.thenComposeAsync(open -> sendAt(next, open), channel.wire().handover());
  }

  private CompletionStage<Verdict> sendAt(Place place, boolean open) {
    return open ? send(place) : CompletableFuture.completedFuture(history.withoutPlace(place));
  }

  private CompletionStage<Verdict> send(Place place) {
    if (!deadline.allows(Duration.ZERO)) {
      return CompletableFuture.completedFuture(history.withoutTime());
    }
    Object entered = channel.circuit().enter();
    if (entered == null) {
      return CompletableFuture.completedFuture(
          history.unsent(String.valueOf(channel.circuit().refusal())));
    }
    Exchange next =
        new Exchange(channel.wire(), blocking, plan.request(), renewedCredential, deadline);
    renewedCredential = null;
    synchronized (this) {
      if (stopped) {
        channel.circuit().forget(entered);
        return ended();
      }
      exchange = next;
      calling = true;
    }
    history.attempt();
    next.start();
    // Not within the call, which counts among those of the client until it returns: what comes of
    // the update may be told to a caller who blocks for another.
    return next.handleAsync(
        (reply, cancelled) -> {
          if (reply == null) {
            channel.circuit().forget(entered);
            history.attempted(null);
            throw new CancellationException();
          }
          try {
            return judge(next, reply, place, entered);
          } catch (RuntimeException | Error e) {
            channel.circuit().forget(entered);
            throw e;
          }
        },
        channel.wire().handover());
  }

  /** What comes of an update that has been given up: nobody waits for it but its deadline. */
  private CompletionStage<Verdict> ended() {
    return deadline.allows(Duration.ZERO)
        ? CompletableFuture.failedFuture(new CancellationException())
        : CompletableFuture.completedFuture(history.withoutTime());
  }

  private Verdict judge(Exchange exchange, Reply reply, Place place, Object entered) {
    history.attempted(reply);
    boolean renewal = reply.status() == 401 && renew(exchange);
    Verdict verdict =
        renewal
            ? new Verdict(reply, Duration.ZERO, null)
            : channel.retries().judge(reply, history, deadline);
    Duration delay = verdict.delay();
    channel.note(reply, place, entered, delay);
    if (delay != null) {
      history.again(reply, !renewal);
      channel
          .telemetry()
          .detail(() -> plan.crm() + " is called again in " + delay.toMillis() + " ms");
      synchronized (this) {
        calling = false;
      }
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
      renewedCredential = channel.wire().currentCredential();
    } catch (RuntimeException e) {
      history.suppress(e);
    }
    return renewedCredential != null && !renewedCredential.equals(exchange.credential());
  }

  /**
   * Gives up waiting for the answer of an attempt that is under way, whose verdict is then the last
   * one, or returns false if there is none, and then there will be none.
   */
  boolean expire() {
    Exchange running;
    synchronized (this) {
      running = calling ? exchange : null;
      stopped |= running == null;
    }
    if (running != null) {
      running.expire();
    }
    return running != null;
  }

  /** Gives up whatever is under way; nothing is sent any more. */
  void stop() {
    Place waiting;
    Exchange running;
    synchronized (this) {
      stopped = true;
      waiting = place;
      running = exchange;
    }
    if (waiting != null) {
      channel.limit().leave(waiting);
    }
    if (running != null) {
      running.cancel(false);
    }
  }

  /** Returns whether the CRM may have the request of an attempt that is under way. */
  synchronized boolean isWritten() {
    return calling && exchange != null && exchange.isWritten();
  }

  private synchronized boolean isStopped() {
    return stopped;
  }
}
