package io.contactbridge.internal.sending;

import io.contactbridge.Crm;
import io.contactbridge.Rate;
import io.contactbridge.UpdateOptions;
import io.contactbridge.internal.answer.Answer;
import io.contactbridge.internal.answer.RetryAfter;
import io.contactbridge.internal.mapping.UpdateMapper;
import io.contactbridge.internal.text.Seconds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state that the updates of one account share. */
public final class AccountState {
  private final UpdateMapper<?, ?> mapper;
  private final Transport transport;
  private final Time time;
  private final Duration timeout;
  private final DeadlineOption deadline;
  private final int maxRetries;
  private final Retries retries;
  private final CircuitBreaker circuit;
  private final RateLimit limit;
  private final ContactQueues queues = new ContactQueues();
  private final Telemetry telemetry;
  private final boolean documentedRates;

  public AccountState(UpdateMapper<?, ?> mapper, Transport transport, DeliveryOptions options) {
    this.mapper = mapper;
    this.transport = transport;
    this.time = options.time();
    this.timeout = options.timeout();
    this.deadline = options.deadline();
    this.maxRetries = options.maxRetries();
    RateOption chosen = options.rates();
    this.documentedRates = chosen == null;
    List<Rate> rates = chosen == null ? mapper.rates() : chosen.list();
    this.retries = new Retries(time);
    this.circuit = new CircuitBreaker(time);
    this.limit = new RateLimit(rates, time, options.earlierCalls());
    this.telemetry = new Telemetry(options.listeners());
  }

  UpdateMapper<?, ?> mapper() {
    return mapper;
  }

  Crm crm() {
    return mapper.crm();
  }

  Transport transport() {
    return transport;
  }

  Time time() {
    return time;
  }

  int maxRetries() {
    return maxRetries;
  }

  Retries retries() {
    return retries;
  }

  CircuitBreaker circuit() {
    return circuit;
  }

  RateLimit limit() {
    return limit;
  }

  ContactQueues queues() {
    return queues;
  }

  Telemetry telemetry() {
    return telemetry;
  }

  Duration timeout(UpdateOptions options) {
    return options.timeout().orElse(timeout);
  }

  Deadline deadline(UpdateOptions options) {
    DeadlineOption chosen = options.deadline().map(DeliveryOptions::chosen).orElse(deadline);
    return new Deadline(chosen, time, limit::stalled);
  }

  /**
   * Notes what a reply says about the CRM rather than about the update.
   *
   * @param wait until the update is sent again, or null if it is not
   */
  void note(
      HttpAttempt attempt,
      AttemptResult reply,
      RateSlot slot,
      CircuitBreaker.Permit permit,
      @Nullable Duration wait) {
    limit.leave(slot);
    Answer answer = reply.answer();
    if (answer == null) {
      // A timeout shorter than the account's is the caller's choice and no sign of a failing CRM.
      boolean impatient = reply.timeout() && attempt.allowed() < timeout.toNanos();
      if (reply.isFailureOfNetwork() && !impatient) {
        leave(permit, false);
      } else {
        circuit.forget(permit);
      }
      return;
    }
    leave(permit, answer.status() < 500);
    noteRate(answer, slot, wait);
  }

  private void noteRate(Answer answer, RateSlot slot, @Nullable Duration wait) {
    Instant now = time.now();
    // The CRM's headers do not describe a limit that the caller has set.
    Long left = documentedRates ? mapper.left(answer) : null;
    if (left != null) {
      limit.left(left);
    }
    Duration pause = mapper.pause(answer, now);
    if (answer.status() != 429 && pause != null && pause.compareTo(RetryAfter.LONGEST) >= 0) {
      // A moment in milliseconds, say: it is no reason to stop an account that is served.
      return;
    }
    if (answer.status() == 429) {
      limit.slowDown(slot);
      Duration asked = mapper.failure(answer, now).retryAfter();
      Duration chosen = wait == null ? Retries.LONG : wait;
      pause = asked == null ? chosen : asked;
    }
    if (pause != null) {
      limit.pause(pause);
      String seconds = Seconds.of(pause);
      telemetry.detail(() -> crm() + " asks for a pause of " + seconds);
    }
  }

  private void leave(CircuitBreaker.Permit permit, boolean available) {
    boolean before = circuit.isOpen();
    circuit.leave(permit, available);
    if (!before && circuit.isOpen()) {
      telemetry.detail(() -> crm() + " is not called until " + circuit.until());
    }
  }
}
