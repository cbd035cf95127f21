package io.contactbridge.drift.internal.live;

import static java.util.Objects.requireNonNull;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.facts.SpecLocations;
import org.jspecify.annotations.Nullable;

/** The step that sends other values: fewer, nulls, and all that are listed. */
record OtherValues(LiveRun run, CanaryBody bodies) {
  private static final int ROUNDS = 4;

  /** Sends little more than is required, nulls, and the other end of each range. */
  void takeOtherEnd() {
    Object nulls = bodies.otherEnd(run.sent, true);
    Object nothing = bodies.otherEnd(run.sent, false);
    few(nulls);
    if (!JsonValue.write(nulls).equals(JsonValue.write(nothing))) {
      few(nothing);
    }
  }

  private void few(@Nullable Object body) {
    HttpExchange exchange = run.trials.send(CanaryBody.ANYTHING, body).exchange();
    if (exchange == null) {
      run.notes.add(run.crm + " gave no answer to the update of few properties.");
    } else if (exchange.isSuccess()) {
      run.answers.add(
          CanaryAnswers.neutral(run.spec, run.places, exchange, body, run.answers.get(0)));
      run.exercise(body);
    } else if (run.isForBody(exchange)) {
      if (run.spec.has(SpecLocations.answer(String.valueOf(exchange.status())))) {
        run.answers.add(exchange);
      }
      run.trials.examine(run.sent, body, exchange);
    } else {
      run.refused(exchange);
    }
  }

  /** Sends the other values that are listed, of all properties at once. */
  void take() {
    for (int round = 1; round <= ROUNDS; round++) {
      Object body = bodies.otherValues(run.sent, round);
      if (body == null) {
        return;
      }
      HttpExchange exchange = run.trials.send(CanaryBody.ANYTHING, body).exchange();
      if (run.isForBody(exchange)) {
        run.trials.examine(run.sent, body, requireNonNull(exchange));
      }
    }
  }
}
