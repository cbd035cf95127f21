package io.contactbridge.internal.answer;

import io.contactbridge.Crm;
import io.contactbridge.Failure;
import io.contactbridge.Failure.Progress;
import io.contactbridge.client.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the errors of one CRM have their words: names from the outside in, joined by dots, the
 * likelier place first; {@code **} stands for any names or none. Gateways answer in forms of their
 * own, so nothing need be there.
 *
 * @param codeForm what a code looks like, of whatever stands in those places
 */
public record ErrorForm(
    List<String> code,
    Pattern codeForm,
    List<String> words,
    List<String> details,
    List<String> retryAfter,
    RateHeaders rate) {
  private static final String ANYWHERE = "**";

  /** A code is one word. */
  public static final Pattern WORD = Pattern.compile("^\\S+$");

  public boolean findsCodeAnywhere() {
    return code.contains(ANYWHERE);
  }

  /** Returns the words of an error that has a status of success; none if there are none. */
  public String said(Crm crm, Answer answer) {
    return failure(crm, answer, Instant.EPOCH).said().strip();
  }

  public Failure failure(Crm crm, Answer answer, Instant now) {
    Object body = JsonValue.read(answer.json());
    return new Failure(
        crm,
        answer.status(),
        code(body),
        texts(body, words).findFirst().orElse(body == null ? "the answer is not JSON" : null),
        texts(body, details).distinct().toList(),
        requestId(answer, body),
        retryAfter(answer, body, now),
        answer.text(),
        Progress.NONE,
        null);
  }

  /** Returns the first text at one of {@code places} in the body of an error, or null. */
  public static @Nullable String text(Failure failure, String... places) {
    String json =
        failure.body().startsWith("\uFEFF") ? failure.body().substring(1) : failure.body();
    Object body = JsonValue.read(new Buffer().writeUtf8(json));
    return texts(body, List.of(places)).findFirst().orElse(null);
  }

  /** Returns the name that the CRM gave the request, or null. */
  public static @Nullable String requestId(Answer answer) {
    return requestId(answer, JsonValue.read(answer.json()));
  }

  private static @Nullable String requestId(Answer answer, @Nullable Object body) {
    String header = answer.shownHeader("X-Request-Id");
    return header != null ? header : texts(body, List.of("traceId")).findFirst().orElse(null);
  }

  private @Nullable Duration retryAfter(Answer answer, @Nullable Object body, Instant now) {
    return Stream.of(
            Stream.ofNullable(RetryAfter.retryAfter(answer.headers(), now)),
            texts(body, retryAfter).map(RetryAfter::seconds).filter(Objects::nonNull),
            Stream.ofNullable(rate.pause(answer, now)))
        .flatMap(pauses -> pauses)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> texts(@Nullable Object body, List<String> places) {
    return places.stream().flatMap(place -> find(body, List.of(place.split("\\.")))).distinct();
  }

  private @Nullable String code(@Nullable Object body) {
    return texts(body, code)
        .map(text -> codeForm.matcher(text.strip()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> find(@Nullable Object value, List<String> names) {
    if (names.isEmpty()) {
      return words(value);
    }
    String name = names.get(0);
    if (name.equals(ANYWHERE)) {
      List<String> rest = names.subList(1, names.size());
      boolean isLeaf = !(value instanceof Map || value instanceof List);
      return Stream.concat(
          isLeaf || !rest.isEmpty() ? find(value, rest) : Stream.empty(),
          inside(value).flatMap(member -> find(member, names)));
    }
    if (value instanceof List<?> list) {
      return list.stream().flatMap(element -> find(element, names));
    }
    return value instanceof Map<?, ?> object && object.get(name) != null
        ? find(object.get(name), names.subList(1, names.size()))
        : Stream.empty();
  }

  private static Stream<?> inside(@Nullable Object value) {
    if (value instanceof Map<?, ?> object) {
      return object.values().stream();
    }
    return value instanceof List<?> list ? list.stream() : Stream.empty();
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
