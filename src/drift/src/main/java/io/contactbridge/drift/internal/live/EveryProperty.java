package io.contactbridge.drift.internal.live;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Outcome;
import io.contactbridge.UpdateResult;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.live.CanaryCalls.Reply;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The step that sends every property at once. */
record EveryProperty(LiveRun run, CanaryBody bodies) {
  /** So many properties are not ignored one by one. */
  private static final int MANY = 3;

  /** Sends every property that can be set, and again without the refused ones. */
  void take(@Nullable Object everything) {
    Reply reply = run.trials.send(FacadeUpdate.of(run.crm, everything), everything);
    Object body = everything;
    if (run.isForBody(reply.exchange())) {
      body = run.trials.acceptable(everything, requireNonNull(reply.exchange()));
      if (body == null) {
        return;
      }
      reply = run.trials.send(CanaryBody.ANYTHING, body);
    }
    HttpExchange exchange = reply.exchange();
    if (exchange == null) {
      run.notes.add(run.crm + " gave no answer to the update of every property.");
    } else if (exchange.isSuccess()) {
      run.sent = body;
      run.answers.add(exchange);
      run.garbled = isGarbled(exchange);
      outcomes(reply.result());
      ignored(exchange);
    } else {
      run.refused(exchange);
    }
  }

  private static boolean isGarbled(HttpExchange exchange) {
    String body = exchange.answerBody();
    return body != null
        && !body.isBlank()
        && !body.stripLeading().startsWith("<")
        && !exchange.answer().isJson();
  }

  private void outcomes(@Nullable UpdateResult result) {
    if (result == null) {
      return;
    }
    List<String> ignored =
        result.outcomes().entrySet().stream()
            .filter(outcome -> outcome.getValue() == Outcome.DIFFERENT)
            .map(outcome -> "`" + outcome.getKey() + "`")
            .toList();
    if (!ignored.isEmpty()) {
      run.notes.add(
          "The answer has another value than was sent for " + String.join(", ", ignored) + ".");
    }
  }

  /** Records the properties that the CRM ignored: the answer still has their former values. */
  private void ignored(HttpExchange exchange) {
    Set<SpecLocation> ignored = ignored(exchange, false);
    if (ignored.size() >= MANY && ignored.equals(ignored(exchange, true))) {
      Reply again = run.calls.read(run.id, CanaryCalls.Further.NOTHING);
      HttpExchange read = again.exchange();
      run.notes.add("The answer to an update shows the contact as it was before.");
      if (read == null || ignored(read, false).isEmpty()) {
        return;
      }
      run.revision.set(
          SpecLocation.of(SpecLocation.Part.OPERATION, ""),
          Aspect.FURTHER_RULES,
          List.of("every update is taken and ignored"));
      return;
    }
    for (SpecLocation place : ignored) {
      run.notes.add("`" + place.path() + "` was taken and ignored without a word.");
      run.revision.remove(place);
    }
  }

  /** Returns what was sent and is as before; or all that could be, taken or not. */
  private Set<SpecLocation> ignored(HttpExchange exchange, boolean all) {
    Set<SpecLocation> ignored = new TreeSet<>();
    Object answer = run.inShape(exchange.answer().value());
    for (SpecLocation place :
        SpecLocations.within(run.spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      SpecLocation answered = run.places.of(place.path());
      RequestEdit.Lookup asked = RequestEdit.find(run.sent, place.path());
      boolean leaf =
          SpecLocations.children(run.spec, place).isEmpty() && !place.path().contains("*");
      if (leaf && answered != null && asked.found()) {
        Object before = bodies.present(place);
        Object after = RequestEdit.find(answer, answered.path()).value();
        if (before != null && !before.equals(asked.value()) && (all || before.equals(after))) {
          ignored.add(place);
        }
      }
    }
    return ignored;
  }
}
