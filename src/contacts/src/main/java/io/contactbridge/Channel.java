package io.contactbridge;

import dev.failsafe.FailsafeExecutor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the deliveries of one account share. */
record Channel(
    Updates<?, ?> updates,
    Wire wire,
    Delivering delivering,
    FailsafeExecutor<Verdict> loop,
    Retries retries,
    Circuit circuit,
    RateLimit limit,
    Lines lines,
    Telemetry telemetry) {
  static Channel of(Updates<?, ?> updates, Wire wire, Delivering delivering) {
    Time time = delivering.time();
    Rates chosen = delivering.rates();
    List<Rate> rates = chosen == null ? updates.rates() : chosen.list();
    return new Channel(
        updates,
        wire,
        delivering,
        new Waits(time, wire.handover()).loop(),
        new Retries(delivering.maxRetries(), time),
        new Circuit(time),
        new RateLimit(rates, time, wire.handover()),
        new Lines(wire.handover()),
        new Telemetry(delivering.listeners()));
  }

  Deadline deadline() {
    return new Deadline(delivering.deadline(), delivering.time());
  }

  History history(UpdatePlan plan) {
    return new History(updates, plan, delivering.time(), telemetry);
  }

  /** Notes what a reply says about the CRM rather than about the update. */
  void note(Reply reply, Place place, Object entered, @Nullable Duration delay) {
    Answer answer = reply.answer();
    if (answer == null) {
      if (reply.isFailureOfNetwork()) {
        leave(entered, false);
      } else {
        circuit.forget(entered);
      }
      return;
    }
    leave(entered, answer.status() < 500);
    Instant now = delivering.time().now();
    Duration pause = updates.pause(answer, now);
    if (answer.status() == 429) {
      limit.slowDown(place);
      Duration asked = updates.failure(answer, now).retryAfter();
      Duration chosen = delay == null ? Retries.LONG : delay;
      pause = asked == null ? chosen : asked;
    }
    if (pause != null) {
      limit.pause(pause);
      String seconds = Seconds.of(pause);
      telemetry.detail(() -> updates.crm() + " wants no calls for " + seconds);
    }
  }

  private void leave(Object entered, boolean available) {
    String before = circuit.refusal();
    circuit.leave(entered, available);
    String after = circuit.refusal();
    if (after != null && !after.equals(before)) {
      telemetry.detail(() -> updates.crm() + " is not called: " + after);
    }
  }
}
