package io.contactbridge.internal.sending;

import io.contactbridge.AttemptEvent;
import io.contactbridge.ContactsException;
import io.contactbridge.Failure;
import io.contactbridge.Failure.Progress;
import io.contactbridge.Outcome;
import io.contactbridge.RateLimitedException;
import io.contactbridge.UnavailableException;
import io.contactbridge.UpdateEvent;
import io.contactbridge.UpdateOptions;
import io.contactbridge.UpdateResult;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.Secrets;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One update on its way, from its place in the queue of the contact to its result. It decides what
 * comes next and never waits; a driver does what it says, on one thread at a time.
 */
final class Delivery {
  /** The maximum number of earlier failures that are suppressed exceptions of the last. */
  private static final int MOST_TOLD = 10;

  private final AccountState account;
  private final PlannedUpdate plan;
  private final Runnable waiter;
  private final Deadline deadline;
  private final long timeout;
  private final long asked;
  private final ContactQueues.Turn turn;
  private final List<Throwable> earlier = new ArrayList<>(0);

  private @Nullable RateSlot slot;
  private CircuitBreaker.@Nullable Permit permit;
  private boolean underWay;
  private int attempts;
  private int retries;
  private long notBefore;
  private long begun;
  private long calling;
  private boolean renewed;
  private @Nullable String renewedCredential;
  private Secrets secrets = Secrets.NONE;
  private @Nullable AttemptResult failed;
  private @Nullable ContactsException failure;
  private boolean mayHaveBeenApplied;

  private @Nullable AttemptResult last;
  private @Nullable String note;
  private @Nullable ContactsException unsent;

  /**
   * @param waiter is run when it makes sense to ask what comes next; must not block
   */
  Delivery(
      AccountState account,
      String contact,
      PlannedUpdate plan,
      UpdateOptions options,
      Runnable waiter) {
    this.account = account;
    this.plan = plan;
    this.waiter = waiter;
    this.asked = account.time().nanos();
    this.deadline = account.deadline(options);
    this.timeout = account.timeout(options).toNanos();
    this.turn = account.queues().join(contact, waiter);
  }

  Deadline deadline() {
    return deadline;
  }

  /** Says whether to make an attempt now, to wait, or that the update has ended. */
  Decision next() {
    if (isEnded()) {
      return ended();
    }
    if (deadline.isOver()) {
      return endWithoutTime();
    }
    if (!turn.hasCome()) {
      return Decision.WHEN_WOKEN;
    }
    long wait = attempts == 0 ? 0 : notBefore - account.time().nanos();
    return wait > 0 ? Decision.in(wait) : askStages();
  }

  private Decision askStages() {
    while (true) {
      Decision circuit = account.circuit().ask(attempts > 0, waiter);
      if (!circuit.isNow()) {
        return waitForCircuit(circuit);
      }
      if (slot == null) {
        slot = new RateSlot(deadline, waiter);
      }
      Decision rate = account.limit().ask(slot);
      if (!rate.isNow()) {
        return rate.isNo() ? endWithoutSlot(rate) : rate;
      }
      permit = account.circuit().enter(attempts == 0);
      if (permit != null) {
        underWay = true;
        return Decision.NOW;
      }
      // The slot was for now.
      slot = null;
    }
  }

  private Decision waitForCircuit(Decision circuit) {
    if (circuit.isNo()) {
      return endUnsent(unavailable(String.valueOf(circuit.reason()), circuit.duration()));
    }
    return !circuit.isTimed() || deadline.allows(circuit.duration()) ? circuit : endWithoutTime();
  }

  private Decision endWithoutSlot(Decision rate) {
    if (attempts > 0) {
      return endWithoutTime();
    }
    Failure late = Failure.withoutAnswer(account.crm(), String.valueOf(rate.reason()));
    return endUnsent(
        new RateLimitedException(late.withRetryAfter(rate.duration()).withProgress(uncalled())));
  }

  private Decision endWithoutTime() {
    AttemptResult reply = failed;
    if (reply == null) {
      return endUnsent(unavailable("its deadline passed before its turn came", null));
    }
    // It is the last one after all.
    earlier.remove(failure);
    return end(reply, Retries.NO_TIME);
  }

  private UnavailableException unavailable(String words, @Nullable Duration retryAfter) {
    Failure unsent = Failure.withoutAnswer(account.crm(), words).withProgress(uncalled());
    return new UnavailableException(unsent.withRetryAfter(retryAfter), false, null);
  }

  private Decision endUnsent(ContactsException exception) {
    unsent = exception;
    return ended();
  }

  private Decision end(AttemptResult reply, @Nullable String note) {
    this.last = reply;
    this.note = note;
    return ended();
  }

  private boolean isEnded() {
    return last != null || unsent != null;
  }

  private static Decision ended() {
    return Decision.no("the update has ended", 0);
  }

  /**
   * Returns the attempt that is to be made now.
   *
   * @param done takes its reply, if it is made without a thread that waits
   */
  HttpAttempt attempt(@Nullable BiConsumer<HttpAttempt, AttemptResult> done) {
    HttpAttempt attempt =
        new HttpAttempt(
            account.transport(), plan, timeout, deadline, renewedCredential, secrets, done);
    renewedCredential = null;
    attempts++;
    begun = account.time().nanos();
    return attempt;
  }

  /** Decides what follows from the reply to an attempt. */
  void judge(HttpAttempt attempt, AttemptResult reply) {
    secrets = attempt.secrets();
    attempts += attempt.resent();
    attempted(reply);
    RateSlot taken = slot;
    CircuitBreaker.Permit entered = permit;
    if (taken == null || entered == null) {
      throw new IllegalStateException("an attempt has a slot and a permit");
    }
    Duration wait = decide(attempt, reply);
    slot = null;
    permit = null;
    account.note(attempt, reply, taken, entered, wait);
    if (wait != null) {
      notBefore = account.time().nanos() + wait.toNanos();
      account
          .telemetry()
          .detail(() -> account.crm() + " is called again in " + wait.toMillis() + " ms");
    }
  }

  /** Returns how long to wait until the next attempt, or null if this was the last. */
  private @Nullable Duration decide(HttpAttempt attempt, AttemptResult reply) {
    if (reply.isSuccess()) {
      account.retries().succeeded(retries == 0 ? null : failed);
      end(reply, null);
      return null;
    }
    if (reply.status() == 401 && renew(attempt)) {
      again(reply);
      return Duration.ZERO;
    }
    if (retries >= account.maxRetries() || !Retries.isPassing(reply)) {
      end(reply, null);
      return null;
    }
    if (!plan.isSafeToRepeat() && Retries.mayHaveBegun(reply)) {
      end(reply, null);
      return null;
    }
    Decision retry = account.retries().judge(reply, retries, pause(reply), deadline);
    if (retry.isNo()) {
      end(reply, retry.reason());
      return null;
    }
    again(reply);
    retries++;
    return retry.duration();
  }

  /** Notes that the update is to be sent again after a reply. */
  private void again(AttemptResult reply) {
    ContactsException exception = exception(reply, null);
    suppress(exception);
    failed = reply;
    failure = exception;
    mayHaveBeenApplied = exception.mayHaveBeenApplied();
  }

  /** Returns whether there is another credential now than the one that was refused; once. */
  private boolean renew(HttpAttempt attempt) {
    if (renewed) {
      return false;
    }
    renewed = true;
    try {
      renewedCredential = account.transport().currentCredential();
    } catch (RuntimeException e) {
      suppress(e);
    }
    return renewedCredential != null && !renewedCredential.equals(attempt.credential());
  }

  /** Adds a failure to the suppressed exceptions of the one that is thrown. */
  private void suppress(Throwable other) {
    if (earlier.size() < MOST_TOLD) {
      earlier.add(other);
    }
  }

  /** Returns how long the CRM asks to wait, or null if it does not say. */
  private @Nullable Duration pause(AttemptResult reply) {
    Answer answer = reply.answer();
    return answer == null
        ? null
        : account.mapper().failure(answer, account.time().now()).retryAfter();
  }

  /** Releases everything that the update holds. No request of it may be sent afterwards. */
  void leave() {
    RateSlot taken = slot;
    if (taken != null) {
      account.limit().leave(taken);
      slot = null;
    }
    CircuitBreaker.Permit entered = permit;
    if (entered != null) {
      account.circuit().forget(entered);
      permit = null;
    }
    if (underWay) {
      account.circuit().endOfUpdate();
      underWay = false;
    }
    account.circuit().leave(waiter);
    account.queues().leave(turn);
  }

  /**
   * Returns the result. The update must have {@linkplain #leave left}: the caller's callbacks may
   * send the contact's next update.
   *
   * @throws ContactsException if there is none
   */
  UpdateResult result() {
    try {
      UpdateResult result = resultOrThrow();
      account.telemetry().ended(() -> event(null, result.outcomes().values()));
      return result;
    } catch (RuntimeException | Error e) {
      failed(e.getClass().getSimpleName());
      throw e;
    }
  }

  private UpdateResult resultOrThrow() {
    if (unsent != null) {
      throw withEarlier(unsent);
    }
    AttemptResult reply = last;
    if (reply == null) {
      throw new IllegalStateException("the update has not ended");
    }
    Answer answer = reply.answer();
    if (answer != null && answer.isSuccess()) {
      return account.mapper().result(plan, answer, attempts);
    }
    Throwable thrown = reply.failure();
    if (thrown instanceof RuntimeException callers) {
      throw withEarlier(callers);
    }
    if (thrown instanceof Error callers) {
      throw withEarlier(callers);
    }
    throw withEarlier(exception(reply, note));
  }

  /** Returns what to throw at a thread that was interrupted while it waited for the update. */
  UnavailableException interrupted(boolean reached, InterruptedException e) {
    Failure words = Failure.withoutAnswer(account.crm(), "the thread was interrupted");
    UnavailableException thrown =
        withEarlier(
            new UnavailableException(
                words.withProgress(progress(null)).withHarm(plan.repeatHarm()), reached, e));
    failed(UnavailableException.class.getSimpleName());
    return thrown;
  }

  /** Tells that the attempt has ended, without a reply if it was cancelled. */
  void attempted(@Nullable AttemptResult reply) {
    Duration duration = Duration.ofNanos(account.time().nanos() - begun);
    calling += duration.toNanos();
    int number = attempts;
    account.telemetry().attempted(() -> event(number, reply, duration));
  }

  /** Tells that the update has ended without a result. */
  void failed(String exception) {
    account.telemetry().ended(() -> event(exception, List.of()));
  }

  private AttemptEvent event(int number, @Nullable AttemptResult reply, Duration duration) {
    Throwable thrown = reply == null ? null : reply.failure();
    return new AttemptEvent(
        account.crm(),
        plan.method(),
        plan.uriTemplate(),
        number,
        reply == null ? 0 : reply.status(),
        reply == null
            ? CancellationException.class.getSimpleName()
            : thrown == null ? null : thrown.getClass().getSimpleName(),
        duration);
  }

  private UpdateEvent event(@Nullable String exception, Collection<Outcome> outcomes) {
    Duration whole = Duration.ofNanos(account.time().nanos() - asked);
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    outcomes.forEach(outcome -> counts.merge(outcome, 1, Integer::sum));
    return new UpdateEvent(
        account.crm(), exception, attempts, whole, whole.minusNanos(calling), counts);
  }

  private ContactsException exception(AttemptResult reply, @Nullable String note) {
    Answer answer = reply.answer();
    if (answer != null) {
      Failure said = account.mapper().failure(answer, account.time().now());
      return account
          .mapper()
          .refusal(said.withProgress(progress(note)).withHarm(plan.repeatHarm()));
    }
    Throwable cause = reply.failure();
    if (!(cause instanceof IOException)) {
      throw new IllegalStateException("the caller's own failures are thrown as they are", cause);
    }
    String words = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    Failure said =
        Failure.withoutAnswer(account.crm(), secrets.hide(words))
            .withProgress(progress(note))
            .withHarm(plan.repeatHarm());
    return new UnavailableException(said, reply.reached(), secrets.hide(cause));
  }

  private Progress progress(@Nullable String note) {
    return new Progress(attempts, true, mayHaveBeenApplied, note);
  }

  private Progress uncalled() {
    return new Progress(attempts, false, mayHaveBeenApplied, null);
  }

  private <T extends Throwable> T withEarlier(T thrown) {
    earlier.forEach(thrown::addSuppressed);
    return thrown;
  }
}
