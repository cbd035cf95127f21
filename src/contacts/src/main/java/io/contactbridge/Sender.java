package io.contactbridge;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Delivers the updates of one account. */
final class Sender {
  private final Updates<?, ?> updates;
  private final Wire wire;
  private final Delivering delivering;
  private final Retries retries;
  private final Lines lines = new Lines();
  private final FailsafeExecutor<Verdict> attempts;

  Sender(Updates<?, ?> updates, Wire wire, Delivering delivering) {
    this.updates = updates;
    this.wire = wire;
    this.delivering = delivering;
    this.retries = new Retries(delivering.maxRetries(), delivering.time());
    this.attempts = Failsafe.with(policy()).with(new Waits(delivering.time(), wire.handover()));
  }

  /** What is to be done is decided where the reply is known, so Failsafe only does it. */
  private static RetryPolicy<Verdict> policy() {
    return RetryPolicy.<Verdict>builder()
        .handleIf((verdict, failure) -> verdict != null && verdict.again())
        .withMaxRetries(-1)
        .withDelayFn(context -> wait(context.getLastResult()))
        .build();
  }

  private static Duration wait(Verdict verdict) {
    Duration wait = verdict == null ? null : verdict.delay();
    // Nothing at all is what Waits takes for the first attempt.
    return wait == null || wait.isZero() ? Duration.ofNanos(1) : wait;
  }

  /**
   * Returns the result. An interrupt of the thread ends the update.
   *
   * @throws ContactsException if there is none
   */
  UpdateResult send(String contact, UpdatePlan plan) {
    Delivery delivery = start(contact, plan, true);
    try {
      return delivery.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw delivery.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ContactsException failure) {
        // So that its stack trace shows the caller and not the thread that read the answer.
        failure.fillInStackTrace();
        throw failure;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("a delivery fails with nothing else", e);
    }
  }

  /** Returns the result to come; to cancel it ends the update. */
  Delivery sendAsync(String contact, UpdatePlan plan) {
    return start(contact, plan, false);
  }

  private Delivery start(String contact, UpdatePlan plan, boolean blocking) {
    Delivery delivery = new Delivery(this, contact, plan, blocking);
    delivery.start();
    return delivery;
  }

  Wire wire() {
    return wire;
  }

  Retries retries() {
    return retries;
  }

  Lines lines() {
    return lines;
  }

  FailsafeExecutor<Verdict> attempts() {
    return attempts;
  }

  Deadline deadline() {
    return new Deadline(delivering.deadline(), delivering.time());
  }

  History history() {
    return new History(updates, delivering.time()::now);
  }
}
