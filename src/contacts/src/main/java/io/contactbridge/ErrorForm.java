package io.contactbridge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the errors of one CRM have their words: names from the outside in, joined by dots, the
 * likelier place first. Gateways answer in forms of their own, so nothing need be there.
 */
record ErrorForm(
    List<String> code,
    List<String> words,
    List<String> details,
    List<String> retryAfter,
    RateHeaders rate) {
  Failure failure(Crm crm, Answer answer, Instant now) {
    Object body = JsonTree.parse(answer.json());
    return new Failure(
        crm,
        answer.status(),
        texts(body, code).filter(text -> !text.contains(" ")).findFirst().orElse(null),
        texts(body, words).findFirst().orElse(body == null ? "the answer is not JSON" : null),
        texts(body, details).distinct().toList(),
        requestId(answer, body),
        retryAfter(answer, body, now),
        answer.text(),
        Course.NONE);
  }

  /** Returns the name that the CRM gave the request, or null. */
  static @Nullable String requestId(Answer answer) {
    return requestId(answer, JsonTree.parse(answer.json()));
  }

  private static @Nullable String requestId(Answer answer, @Nullable Object body) {
    String header = answer.shownHeader("X-Request-Id");
    return header != null ? header : texts(body, List.of("traceId")).findFirst().orElse(null);
  }

  private @Nullable Duration retryAfter(Answer answer, @Nullable Object body, Instant now) {
    return Stream.of(
            Stream.ofNullable(Pauses.retryAfter(answer.headers(), now)),
            texts(body, retryAfter).map(Pauses::seconds).filter(Objects::nonNull),
            Stream.ofNullable(rate.pause(answer, now)))
        .flatMap(pauses -> pauses)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> texts(@Nullable Object body, List<String> places) {
    return places.stream().flatMap(place -> find(body, List.of(place.split("\\.")))).distinct();
  }

  private static Stream<String> find(@Nullable Object value, List<String> names) {
    if (names.isEmpty()) {
      return words(value);
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(element -> find(element, names));
    }
    return value instanceof Map<?, ?> object && object.get(names.get(0)) != null
        ? find(object.get(names.get(0)), names.subList(1, names.size()))
        : Stream.empty();
  }

  /**
   * An object here has the faults by the names of the fields; one in a list is not made of them.
   */
  private static Stream<String> words(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list.stream().filter(element -> !(element instanceof Map)).flatMap(ErrorForm::words);
    }
    if (value instanceof Map<?, ?> faults) {
      return faults.entrySet().stream()
          .flatMap(fault -> words(fault.getValue()).map(word -> fault.getKey() + ": " + word));
    }
    return value instanceof String || value instanceof Number
        ? Stream.of(Objects.toString(value))
        : Stream.empty();
  }
}
