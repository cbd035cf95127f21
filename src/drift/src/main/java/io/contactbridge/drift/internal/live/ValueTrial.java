package io.contactbridge.drift.internal.live;

import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.internal.answers.RequestEdit;
import io.contactbridge.drift.internal.diagnosis.RefusalWords;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.NameSimilarity;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocations;
import io.contactbridge.drift.internal.facts.ValueForm;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by other values what a CRM has against the one that it refused: its type, its length,
 * its form, or that there is such a property at all.
 */
final class ValueTrial {
  private static final int CHARACTERS = 3;
  private static final double SIMILAR = 0.4;
  private static final BigDecimal MANY = BigDecimal.valueOf(256);

  /** Of each form one value; the form of the first that is taken is the one that is wanted. */
  private static final Map<String, String> FORMS =
      new java.util.TreeMap<>(
          Map.of(
              "uuid", "3f8e1c52-6d0b-4f7a-9b1e-2c4d5e6f7a8b",
              "date-time", "2026-01-02T03:04:05Z",
              "date", "2026-01-02",
              "email", "canary@example.com",
              "uri", "https://example.com/canary"));

  private final FactsRevision revision;
  private final SpecLocation place;
  private final @Nullable Object refused;
  private final @Nullable Object before;
  private final BiPredicate<SpecLocation, @Nullable Object> takes;

  /**
   * Starts without a call.
   *
   * @param refused the value that was refused
   * @param before the contact's own value, or null
   * @param takes sends another value at a place instead, and returns whether the CRM takes it
   */
  ValueTrial(
      FactsRevision revision,
      SpecLocation place,
      @Nullable Object refused,
      @Nullable Object before,
      BiPredicate<SpecLocation, @Nullable Object> takes) {
    this.revision = revision;
    this.place = place;
    this.refused = refused;
    this.before = before;
    this.takes = takes;
  }

  /**
   * Finds a value that the CRM accepts, and records the difference in the revision.
   *
   * @param names that the CRM's words have, of which one may be the new name
   * @return the edit that makes a request acceptable
   */
  RequestEdit find(List<String> names) {
    RequestEdit remedy = another(names);
    if (remedy != null) {
      return remedy;
    }
    revision.remove(place);
    return RequestEdit.leaveOut(place);
  }

  /** Does the same, but returns null if the CRM takes nothing of the kind. */
  @Nullable RequestEdit another(List<String> names) {
    RequestEdit remedy = null;
    if (revision.spec().is(SpecLocations.parent(place), Aspect.CLOSED)) {
      remedy = renamed(names);
    }
    if (remedy == null && refused instanceof String text) {
      remedy = length(text);
    }
    if (remedy == null) {
      remedy = type();
    }
    return remedy == null && refused instanceof String text ? form(text) : remedy;
  }

  private @Nullable RequestEdit renamed(List<String> names) {
    SpecLocation nonsense =
        SpecLocations.inside(SpecLocations.parent(place), ".contactbridge_no_such_name");
    for (String name : names) {
      SpecLocation other = SpecLocations.inside(SpecLocations.parent(place), "." + name);
      boolean likely =
          RefusalWords.isIdentifier(name) || NameSimilarity.likeness(place.name(), name) >= SIMILAR;
      // A CRM that takes any name has taken none in the place of another.
      if (likely
          && !revision.spec().has(other)
          && takes.test(other, refused)
          && !takes.test(nonsense, refused)) {
        revision.rename(place, other);
        return RequestEdit.rename(place, name);
      }
    }
    return null;
  }

  private @Nullable RequestEdit type() {
    for (Object value : otherTypes()) {
      if (takes.test(place, value)) {
        String text = JsonValue.write(value);
        if (refused instanceof String && value instanceof Number && takes.test(place, text)) {
          revision.set(place, Aspect.FORMAT, ValueForm.DIGITS.format());
          return RequestEdit.put(place, text);
        }
        revision.set(place, Aspect.FORMAT, null);
        revision.set(place, Aspect.TYPE, JsonTypes.ofValue(value));
        return RequestEdit.put(place, value);
      }
    }
    return null;
  }

  private List<Object> otherTypes() {
    if (refused instanceof String text) {
      return List.of(BigDecimal.ONE, List.of(text), true);
    }
    if (refused instanceof List<?> list) {
      Object first = list.isEmpty() ? "test" : Objects.requireNonNull(list.get(0));
      return List.of(first, JsonValue.write(list));
    }
    return refused instanceof Map || refused == null
        ? List.of("test")
        : List.of(String.valueOf(refused), List.of(refused));
  }

  private @Nullable RequestEdit form(String text) {
    for (Object value : likelier()) {
      if (!value.equals(text) && takes.test(place, value)) {
        rest(value, text);
        return RequestEdit.put(place, value);
      }
    }
    return null;
  }

  private List<Object> likelier() {
    List<Object> values = new java.util.ArrayList<>();
    if (before != null) {
      values.add(before);
    }
    values.addAll(FORMS.values());
    values.add("AB");
    return values;
  }

  /** Records the form of a value that the CRM accepts. */
  private void rest(Object taken, String text) {
    if (revision.get(place, Aspect.ENUM) != null) {
      revision.set(
          place,
          Aspect.ENUM,
          revision.list(place, Aspect.ENUM).stream()
              .filter(each -> !each.equals(JsonValue.write(text)))
              .toList());
      return;
    }
    String format =
        FORMS.entrySet().stream()
            .filter(form -> form.getValue().equals(taken))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("another");
    boolean same = format.equals(revision.get(place, Aspect.FORMAT));
    revision.set(place, same ? Aspect.PATTERN : Aspect.FORMAT, same ? "another" : format);
  }

  private @Nullable RequestEdit length(String text) {
    String shorter = text.substring(0, text.offsetByCodePoints(0, Math.min(1, text.length())));
    String longer = text + "x".repeat(Math.max(0, MANY.intValue() / 4 - text.length()));
    boolean plain =
        revision.get(place, Aspect.ENUM) == null && ValueForm.of(text) == ValueForm.TEXT;
    if (plain && text.length() > CHARACTERS && takes.test(place, shorter)) {
      int most = longest(text);
      revision.set(place, Aspect.MAX_LENGTH, BigDecimal.valueOf(most));
      return RequestEdit.put(place, text.substring(0, most));
    }
    if (plain && text.length() < MANY.intValue() / 4 && takes.test(place, longer)) {
      revision.set(place, Aspect.MIN_LENGTH, BigDecimal.valueOf(text.length() + 1L));
      return RequestEdit.put(place, longer);
    }
    return null;
  }

  /** Halves until the longest text is known that is taken. */
  private int longest(String text) {
    int taken = 1;
    int tooLong = text.length();
    while (tooLong - taken > 1) {
      int middle = (taken + tooLong) / 2;
      if (takes.test(place, text.substring(0, middle))) {
        taken = middle;
      } else {
        tooLong = middle;
      }
    }
    return taken;
  }
}
