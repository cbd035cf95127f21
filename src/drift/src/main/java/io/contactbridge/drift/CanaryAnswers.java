package io.contactbridge.drift;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a canary knows of the answers to its calls before they come. */
final class CanaryAnswers {
  /** Ids of so many characters are drawn at random; shorter ones may be given out in turn. */
  private static final int SURELY_FREE = 12;

  private CanaryAnswers() {}

  /**
   * Returns what the answers would have if nothing had changed: what was sent, and what all
   * examples have.
   */
  static Expectation expected(
      Facts spec, AnswerPlaces places, @Nullable Object sent, Map<Integer, String> standIns) {
    Map<String, Object> known = new HashMap<>();
    Set<Place> expected = new HashSet<>(Examples.always(spec));
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      Place answered = places.of(place.path());
      if (answered != null
          && Remedy.find(sent, place.path()).found()
          && !places.holdsEmail(place)) {
        // It has what was sent, whatever an example has there.
        expected.removeIf(each -> each.isWithin(answered) && !each.equals(answered));
      }
    }
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      Object value = Remedy.find(sent, place.path()).value();
      Place answered = places.of(place.path());
      if (value != null && answered != null) {
        expected.add(answered);
        if (value instanceof String text && text.length() > 3) {
          known.put(answered.path(), text);
        }
      }
    }
    return new Expectation(standIns, known, expected);
  }

  /** What was sent as null may be answered as null or not at all: neither is drift. */
  static Exchange neutral(
      Facts spec, AnswerPlaces places, Exchange exchange, @Nullable Object body, Exchange first) {
    if (!exchange.answer().isJson()) {
      return exchange;
    }
    Object answer = Remedy.copy(exchange.answer().value());
    Object full = first.answer().value();
    for (Place place : Places.within(spec, Place.requestBody(Places.ROOT))) {
      Remedy.Found found = Remedy.find(body, place.path());
      Place answered = places.of(place.path());
      if (answered != null && !(found.found() && found.value() != null)) {
        Remedy.Found before = Remedy.find(full, answered.path());
        (before.found() ? Remedy.put(answered, before.value()) : Remedy.leaveOut(answered))
            .apply(answer);
      }
    }
    return exchange.withAnswer(JsonValues.write(answer));
  }

  /** Returns the id of no contact, of the same form unless that is too short to be surely free. */
  static String unknownId(String id) {
    if (id.matches("\\d+")) {
      return "9007199254740991";
    }
    if (Form.of(id) == Form.UUID) {
      return "00000000-0000-4000-8000-000000000000";
    }
    return id.length() < SURELY_FREE
        ? "z".repeat(SURELY_FREE)
        : id.replaceAll("[0-9]", "9")
            .replaceAll("(?<=.{4})[a-z]", "z")
            .replaceAll("(?<=.{4})[A-Z]", "Z");
  }
}
