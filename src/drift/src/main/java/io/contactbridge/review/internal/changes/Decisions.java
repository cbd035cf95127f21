package io.contactbridge.review.internal.changes;

import io.contactbridge.Crm;
import io.contactbridge.drift.Source;
import io.contactbridge.review.CannotReviewException;
import io.contactbridge.review.internal.content.Node;
import io.contactbridge.review.internal.content.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The decisions that were made so far, in the order of their file. */
public record Decisions(List<Decision> all) {
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
  public static Decisions read(Source source) {
    Node list = Node.read(source);
    if (list.exists() && !list.isArray()) {
      throw new CannotReviewException(source.name() + " is no list of decisions");
    }
    List<Decision> decisions = new ArrayList<>();
    for (Node entry : list.items()) {
      decisions.add(new Entry(source.name(), decisions.size() + 1, entry).decision());
    }
    return new Decisions(List.copyOf(decisions));
  }

  /** Returns the newest decision about a change; of the same day, the last in the file. */
  public Optional<Decision> of(String fingerprint) {
    return newestFirst().stream()
        .filter(decision -> decision.fingerprint().equals(fingerprint))
        .findFirst();
  }

  /** Returns all decisions, the newest first; of the same day, the last in the file first. */
  public List<Decision> newestFirst() {
    List<Decision> sorted = new ArrayList<>(all);
    Collections.reverse(sorted);
    sorted.sort(Comparator.comparing(Decision::date).reversed());
    return sorted;
  }

  /** Returns a change with the decision about it. */
  public ChangeCard card(ReviewedChange change, Binding binding) {
    List<Decision> newest = of(change.fingerprint()).stream().toList();
    return new ChangeCard(change, binding.standing(change, newest));
  }

  /** One entry of the file, to be checked. */
  private record Entry(String file, int number, Node entry) {
    Decision decision() {
      for (String key : entry.entries().keySet()) {
        if (!KEYS.contains(key)) {
          throw fault("has \"%s\"; there are %s".formatted(key, String.join(", ", KEYS)));
        }
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
          entry.get("expires").exists() ? date("expires") : "",
          text("reason"));
    }

    private String text(String key) {
      String text = entry.text(key).strip();
      if (text.isEmpty()) {
        throw fault("has no " + key);
      }
      return text;
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
