package io.contactbridge.review;

import io.contactbridge.Crm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The decisions that were made so far, in the order of their file. */
record Decisions(List<Decision> all) {
  private static final List<String> KEYS =
      List.of(
          "fingerprint",
          "base",
          "crm",
          "level",
          "change",
          "decision",
          "by",
          "date",
          "expires",
          "reason");

  /**
   * Reads {@code specs/decisions.yaml}.
   *
   * @throws CannotReviewException if it is not of the form that {@code specs/README.md} explains
   */
  static Decisions read(String file, String text) {
    @Nullable Object value = Yaml.read(file, text);
    if (value == null) {
      return new Decisions(List.of());
    }
    if (!(value instanceof List<?> entries)) {
      throw new CannotReviewException(file + " is no list of decisions");
    }
    List<Decision> decisions = new ArrayList<>();
    for (Object entry : entries) {
      decisions.add(new Entry(file, decisions.size() + 1, entry).decision());
    }
    return new Decisions(List.copyOf(decisions));
  }

  /** Returns what was decided about a change in the end: the newest, and of one day the last. */
  Optional<Decision> of(String fingerprint) {
    return newestFirst().stream()
        .filter(decision -> decision.fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Returns all by date, the newest first; of one day the last of the file first. */
  List<Decision> newestFirst() {
    List<Decision> sorted = new ArrayList<>(all);
    Collections.reverse(sorted);
    sorted.sort(Comparator.comparing(Decision::date).reversed());
    return sorted;
  }

  /** Returns a change with what was decided about it. */
  ChangeCard card(ReviewedChange change, Binding binding) {
    List<Decision> newest = of(change.fingerprint()).stream().toList();
    return new ChangeCard(change, binding.standing(change, newest));
  }

  /** One entry of the file, to be checked. */
  private record Entry(String file, int number, @Nullable Object value) {
    Decision decision() {
      if (!(value instanceof Map<?, ?> map)) {
        throw fault("has no " + KEYS.get(0));
      }
      Set<String> unknown =
          map.keySet().stream()
              .map(String::valueOf)
              .filter(key -> !KEYS.contains(key))
              .collect(Collectors.toSet());
      if (!unknown.isEmpty()) {
        throw fault(
            "has \"%s\"; there are %s"
                .formatted(unknown.iterator().next(), String.join(", ", KEYS)));
      }
      return new Decision(
          text("fingerprint"),
          text("base"),
          one("crm", Crm.values()),
          one("level", Severity.values()),
          text("change"),
          one("decision", Verdict.values()),
          text("by"),
          date("date"),
          map.get("expires") == null ? "" : date("expires"),
          text("reason"));
    }

    private String text(String key) {
      Object text = value instanceof Map<?, ?> map ? map.get(key) : null;
      if (text == null
          || text instanceof List
          || text instanceof Map
          || text.toString().isBlank()) {
        throw fault("has no " + key);
      }
      return text.toString().strip();
    }

    private <E extends Enum<E>> E one(String key, E[] constants) {
      String word = text(key);
      return Arrays.stream(constants)
          .filter(constant -> Words.word(constant).equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  fault(
                      "has the %s \"%s\"; there are %s"
                          .formatted(
                              key,
                              word,
                              Arrays.stream(constants)
                                  .map(Words::word)
                                  .collect(Collectors.joining(", ")))));
    }

    private String date(String key) {
      String date = text(key);
      try {
        return LocalDate.parse(date).toString();
      } catch (DateTimeException e) {
        throw fault("has the %s \"%s\"; a date is written as 2026-11-21".formatted(key, date));
      }
    }

    private CannotReviewException fault(String what) {
      return new CannotReviewException(file + ": entry " + number + " " + what);
    }
  }
}
