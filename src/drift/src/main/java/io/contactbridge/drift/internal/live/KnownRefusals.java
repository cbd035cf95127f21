package io.contactbridge.drift.internal.live;

import io.contactbridge.ContactNotFoundException;
import io.contactbridge.ContactsException;
import io.contactbridge.InvalidUpdateException;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.diagnosis.RefusalWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.live.CanaryCalls.Reply;
import java.util.List;
import java.util.TreeSet;

/** The step that asks for refusals that the specification has. */
record KnownRefusals(LiveRun run, CanaryBody bodies) {
  void unknownContact() {
    Reply reply = run.calls.update(CanaryAnswers.unknownId(run.id), CanaryBody.ANYTHING, run.sent);
    HttpExchange exchange = reply.exchange();
    if (exchange == null) {
      run.notes.add(run.crm + " gave no answer to an update of a contact that it does not have.");
      return;
    }
    String expected = run.specified("404", "400");
    run.expect(exchange, expected);
    if (!(reply.failure() instanceof ContactNotFoundException)
        && run.spec.has(SpecLocations.answer(String.valueOf(exchange.status())))
        && expected != null) {
      run.notes.add(
          "An update of an unknown contact was answered "
              + exchange.status()
              + ", which the facade does not take for `ContactNotFoundException`.");
      if (!expected.equals(String.valueOf(exchange.status()))) {
        run.revision.remove(SpecLocations.answer(expected));
      }
    }
  }

  void refusedValue() {
    Object body = bodies.otherEnd(run.sent, false);
    List<SpecLocation> broken = bodies.breakValues(body);
    Reply reply = run.trials.send(CanaryBody.ANYTHING, body);
    HttpExchange exchange = reply.exchange();
    ContactsException failure = reply.failure();
    if (exchange == null) {
      run.notes.add(run.crm + " gave no answer to an update with a value that is not allowed.");
    } else if (exchange.isSuccess()) {
      run.notes.add(
          "A value that the specification does not allow was taken, so how "
              + run.crm
              + " refuses an update was not seen.");
    } else {
      run.expect(exchange, run.specified("422", "400"));
      listed(broken, exchange);
      if (!(failure instanceof InvalidUpdateException)) {
        run.notes.add(
            "A refused value was answered "
                + exchange.status()
                + ", which the facade does not take for `InvalidUpdateException`.");
      }
    }
  }

  /** A refusal that lists the values may list more than the specification. */
  private void listed(List<SpecLocation> broken, HttpExchange refusal) {
    for (SpecLocation place : broken) {
      if (run.revision.get(place, Aspect.ENUM) != null) {
        TreeSet<String> values = new TreeSet<>(run.revision.list(place, Aspect.ENUM));
        values.addAll(RefusalWords.of(run.spec, refusal).listed(place, values));
        run.revision.set(place, Aspect.ENUM, List.copyOf(values));
      }
    }
  }
}
