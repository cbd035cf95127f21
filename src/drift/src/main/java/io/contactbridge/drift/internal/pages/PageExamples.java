package io.contactbridge.drift.internal.pages;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonLocations;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.Numbers;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Holds the examples on a page against our specification. An example shows which properties there
 * are; of their types it says something only where they cannot be what we have.
 */
final class PageExamples {
  private final Facts spec;
  private final PageFacts facts;

  PageExamples(Facts spec, PageFacts facts) {
    this.spec = spec;
    this.facts = facts;
  }

  /**
   * @param whole whether the example shows all that is in the body; what is deeper is taken for
   *     whole in any case
   */
  void show(SpecLocation root, @Nullable Object json, boolean whole, int line) {
    JsonLocations.visit(
        spec,
        root,
        json,
        (place, value) -> {
          facts.place(place, line);
          if (isEmpty(value)) {
            facts.hides(place);
          } else if (whole || !place.equals(root)) {
            facts.lists(place);
          }
          value(place, value, line);
        });
  }

  /** Shows a single value, such as a code in a table of errors. */
  void value(SpecLocation place, @Nullable Object value, int line) {
    if (value == null) {
      if (!spec.is(place, Aspect.NULLABLE)) {
        facts.fact(place, Aspect.NULLABLE, true, line);
      }
    } else if (!spec.has(place)) {
      added(place, value, line);
    } else if (type(place, value, line)) {
      values(place, value, line);
      format(place, value);
    }
  }

  private void added(SpecLocation place, Object value, int line) {
    if (facts.get(place, Aspect.TYPE) == null) {
      facts.fact(place, Aspect.TYPE, JsonTypes.ofValue(value), line);
    }
    String json = json(value);
    if (json != null) {
      facts.fact(place, Aspect.EXAMPLES, List.of(json), line);
    }
  }

  /** Returns whether the value is of the type that we have. */
  private boolean type(SpecLocation place, Object value, int line) {
    String ours = spec.text(place, Aspect.TYPE);
    String type = JsonTypes.ofValue(value);
    if (ours == null) {
      return true;
    }
    List<String> admitted = List.of(ours.split("\\|"));
    if (admitted.contains(type) || (type.equals("integer") && admitted.contains("number"))) {
      return true;
    }
    if (ours.equals(facts.get(place, Aspect.TYPE))) {
      facts.note(line, "the example has " + place + " as " + type + ", the table has " + ours);
    }
    facts.fact(place, Aspect.TYPE, type, line);
    return false;
  }

  private void values(SpecLocation place, Object value, int line) {
    String json = json(value);
    List<String> ours = spec.list(place, Aspect.ENUM);
    if (json != null && !ours.isEmpty() && !ours.contains(json)) {
      List<String> already = facts.list(place, Aspect.ENUM);
      TreeSet<String> all = new TreeSet<>(already.isEmpty() ? ours : already);
      all.add(json);
      facts.fact(place, Aspect.ENUM, List.copyOf(all), line);
    }
  }

  private void format(SpecLocation place, Object value) {
    Object format = spec.get(place, Aspect.FORMAT);
    boolean said = facts.get(place, Aspect.FORMAT) != null;
    if (!said && format != null && value instanceof String text && !fits(text, format)) {
      facts.tells(place, Aspect.FORMAT);
    }
  }

  private static boolean fits(String text, Object format) {
    try {
      switch (String.valueOf(format)) {
        case "date-time" -> OffsetDateTime.parse(text);
        case "date" -> LocalDate.parse(text);
        case "uuid" -> UUID.fromString(text);
        default -> {}
      }
      return true;
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value instanceof Map<?, ?> object
        ? object.isEmpty()
        : !(value instanceof List<?> array) || array.isEmpty();
  }

  private static @Nullable String json(Object value) {
    if (value instanceof String text) {
      return JsonValue.write(text);
    }
    if (value instanceof Number number) {
      return Numbers.plain(Numbers.exact(number));
    }
    return value instanceof Boolean ? value.toString() : null;
  }
}
