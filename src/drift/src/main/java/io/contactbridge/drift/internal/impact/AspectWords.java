package io.contactbridge.drift.internal.impact;

import static java.util.stream.Collectors.joining;

import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.internal.compare.Differences;
import io.contactbridge.drift.internal.compare.UnitWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.openapi.Alternatives;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says in words how one aspect of a thing changed. */
final class AspectWords {
  private static final int LONGEST = 200;

  private static final Map<Aspect, String> NOUNS =
      Map.ofEntries(
          Map.entry(Aspect.METHOD, "method"),
          Map.entry(Aspect.PATH, "path"),
          Map.entry(Aspect.URL, "URL"),
          Map.entry(Aspect.SCHEME, "scheme"),
          Map.entry(Aspect.CONTENT_TYPES, "content type"),
          Map.entry(Aspect.TYPE, "type"),
          Map.entry(Aspect.FORMAT, "format"),
          Map.entry(Aspect.PATTERN, "pattern"),
          Map.entry(Aspect.MIN_LENGTH, "least length"),
          Map.entry(Aspect.MAX_LENGTH, "greatest length"),
          Map.entry(Aspect.MINIMUM, "least value"),
          Map.entry(Aspect.MAXIMUM, "greatest value"),
          Map.entry(Aspect.MIN_ITEMS, "least number of elements"),
          Map.entry(Aspect.MAX_ITEMS, "greatest number of elements"),
          Map.entry(Aspect.DEFAULT, "default"),
          Map.entry(Aspect.ACCESS, "access"),
          Map.entry(Aspect.SCOPES, "right (scope)"),
          Map.entry(Aspect.METHOD_NAME, "operationId"),
          Map.entry(Aspect.SCHEMA_NAME, "schema's name"),
          Map.entry(Aspect.FURTHER_RULES, "set of further rules"));

  private static final Map<Aspect, String> NOUNS_OF_RANGES =
      Map.of(
          Aspect.MAX_LENGTH, "length",
          Aspect.MAXIMUM, "range",
          Aspect.MAX_ITEMS, "number of elements");

  private AspectWords() {}

  static String of(Change change) {
    SpecLocation place = Objects.requireNonNull(change.before());
    String words = LocationWords.of(place);
    Aspect aspect = Objects.requireNonNull(change.aspect());
    boolean now = Boolean.TRUE.equals(change.newValue());
    return switch (aspect) {
      case NULLABLE -> words + (now ? " can now be null." : " can no longer be null.");
      case REQUIRED -> words + required(place, now);
      case CLOSED ->
          words
              + (now
                  ? " no longer admits properties beyond the documented ones."
                  : " now admits properties beyond the documented ones.");
      case DEPRECATED -> words + (now ? " is now deprecated." : " is no longer deprecated.");
      case ENUM -> values(words, change);
      case AT_LEAST_ONE_OF -> choices(words, change);
      case ALTERNATIVES -> alternatives(words, change);
      case DESCRIPTION -> description(words, change);
      case EXAMPLES -> "the examples of " + words + " changed.";
      default -> value(words, change);
    };
  }

  private static String required(SpecLocation place, boolean now) {
    return place.part().isAnswer()
        ? now ? " is now always there." : " need no longer be there."
        : now ? " is now required." : " is now optional.";
  }

  private static String value(String words, Change change) {
    Aspect aspect = Objects.requireNonNull(change.aspect());
    boolean range = change.newValue() instanceof Differences.Range;
    String noun = Objects.toString((range ? NOUNS_OF_RANGES : NOUNS).get(aspect), "value");
    String any = aspect == Aspect.TYPE ? "any" : "not given";
    return "the %s of %s was %s and is now %s%s."
        .formatted(
            noun,
            words,
            quoted(change.oldValue(), any),
            quoted(change.newValue(), any),
            aspect == Aspect.SCHEME ? elsewhere(change) : "");
  }

  /** Another scheme often comes in another header. */
  private static String elsewhere(Change change) {
    SpecLocation now = change.after();
    return now == null || now.equals(change.before()) ? "" : " in `" + now.path() + "`";
  }

  private static String values(String words, Change change) {
    if (change.oldValue() == null) {
      return "%s is now one of %s; before, any value was."
          .formatted(words, quoted(change.newValue(), ""));
    }
    if (change.newValue() == null) {
      return "%s is now any value; before, it was one of %s."
          .formatted(words, quoted(change.oldValue(), ""));
    }
    Set<String> added = without(change.newList(), change.oldList());
    Set<String> gone = without(change.oldList(), change.newList());
    String more = added.isEmpty() ? "" : " can now be " + quoted(List.copyOf(added), "");
    String fewer = gone.isEmpty() ? "" : " can no longer be " + quoted(List.copyOf(gone), "");
    return words + fewer + (more.isEmpty() || fewer.isEmpty() ? "" : " and") + more + ".";
  }

  private static String choices(String words, Change change) {
    if (change.oldValue() == null) {
      return "%s must now have at least one of %s.".formatted(words, quoted(change.newValue(), ""));
    }
    if (change.newValue() == null) {
      return "%s need no longer have one of %s.".formatted(words, quoted(change.oldValue(), ""));
    }
    return "%s had to have at least one of %s, and now of %s."
        .formatted(words, quoted(change.oldValue(), ""), quoted(change.newValue(), ""));
  }

  private static String alternatives(String words, Change change) {
    List<String> old = change.oldList();
    List<String> now = change.newList();
    Set<String> gone = Alternatives.gone(old, now);
    Set<String> added = Alternatives.gone(now, old);
    if (gone.equals(added)) {
      return "the alternatives of %s now demand something else: %s."
          .formatted(words, quoted(List.copyOf(gone), ""));
    }
    return "the alternatives of %s were %s and are now %s."
        .formatted(words, names(old), names(now));
  }

  private static String names(List<String> marks) {
    Set<String> names = Alternatives.gone(marks, List.of());
    return names.isEmpty() ? "none" : quoted(List.copyOf(names), "");
  }

  private static String description(String words, Change change) {
    Set<String> gone = UnitWords.gone(change.oldValue(), change.newValue());
    return gone.isEmpty()
        ? "the description of " + words + " is worded differently."
        : "the description of %s spoke of %s and now speaks of %s."
            .formatted(
                words,
                String.join(", ", gone),
                String.join(", ", UnitWords.gone(change.newValue(), change.oldValue())));
  }

  private static Set<String> without(List<String> values, List<String> others) {
    Set<String> left = new TreeSet<>(values);
    left.removeAll(Set.copyOf(others));
    return left;
  }

  private static String quoted(@Nullable Object value, String none) {
    if (value == null) {
      return none;
    }
    if (value instanceof Differences.Range) {
      return value.toString();
    }
    List<Object> values =
        new ArrayList<>(value instanceof Collection<?> all ? all : List.of(value));
    return values.stream().map(each -> "`" + cut(each.toString()) + "`").collect(joining(", "));
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
