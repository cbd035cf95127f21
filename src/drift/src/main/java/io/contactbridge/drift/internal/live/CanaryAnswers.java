package io.contactbridge.drift.internal.live;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.AnswerExamples;
import io.contactbridge.drift.internal.answers.AnswerLocations;
import io.contactbridge.drift.internal.answers.Expectation;
import io.contactbridge.drift.internal.answers.HttpExchange;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers that a live check expects. */
final class CanaryAnswers {
  /** Ids of so many characters are drawn at random; shorter ones may be given out in turn. */
  private static final int SURELY_FREE = 12;

  private CanaryAnswers() {}

  /**
   * Returns what the answers would have if nothing had changed: what was sent, and what all
   * examples have.
   */
  static Expectation expected(
      Facts spec, AnswerLocations places, @Nullable Object sent, Map<Integer, String> standIns) {
    Map<String, Object> known = new HashMap<>();
    Set<SpecLocation> expected = new HashSet<>(AnswerExamples.always(spec));
    for (SpecLocation place :
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      SpecLocation answered = places.of(place.path());
      if (answered != null
          && RequestEdit.find(sent, place.path()).found()
          && !places.holdsEmail(place)) {
        // It has what was sent, whatever an example has there.
        expected.removeIf(each -> each.isWithin(answered) && !each.equals(answered));
      }
    }
    for (SpecLocation place :
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      Object value = RequestEdit.find(sent, place.path()).value();
      SpecLocation answered = places.of(place.path());
      if (value != null && answered != null) {
        expected.add(answered);
        if (value instanceof String text && text.length() > 3) {
          known.put(answered.path(), text);
        }
      }
    }
    return new Expectation(standIns, known, expected);
  }

  /** Undoes the effect of nulls in a request, which may be null or missing in the answer. */
  static HttpExchange neutral(
      Facts spec,
      AnswerLocations places,
      HttpExchange exchange,
      @Nullable Object body,
      HttpExchange first) {
    if (!exchange.answer().isJson()) {
      return exchange;
    }
    Object answer = RequestEdit.copy(exchange.answer().value());
    Object full = first.answer().value();
    for (SpecLocation place :
        SpecLocations.within(spec, SpecLocation.requestBody(SpecLocations.ROOT))) {
      RequestEdit.Lookup found = RequestEdit.find(body, place.path());
      SpecLocation answered = places.of(place.path());
      if (answered != null && !(found.found() && found.value() != null)) {
        RequestEdit.Lookup before = RequestEdit.find(full, answered.path());
        (before.found()
                ? RequestEdit.put(answered, before.value())
                : RequestEdit.leaveOut(answered))
            .apply(answer);
      }
    }
    return exchange.withAnswer(JsonValue.write(answer));
  }

  /** Returns the id of no contact, of the same form unless that is too short to be surely free. */
  static String unknownId(String id) {
    if (id.matches("\\d+")) {
      return "9007199254740991";
    }
    if (ValueForm.of(id) == ValueForm.UUID) {
      return "00000000-0000-4000-8000-000000000000";
    }
    return id.length() < SURELY_FREE
        ? "z".repeat(SURELY_FREE)
        : id.replaceAll("[0-9]", "9")
            .replaceAll("(?<=.{4})[a-z]", "z")
            .replaceAll("(?<=.{4})[A-Z]", "Z");
  }
}
