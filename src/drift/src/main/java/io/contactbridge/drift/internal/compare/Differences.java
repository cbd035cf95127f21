package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.compare.Change.Kind;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.Urls;
import io.contactbridge.drift.internal.openapi.Alternatives;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the aspects in which one thing differs between two sources. */
public final class Differences {
  /** Two limits that changed together; either can be missing. */
  public record Range(@Nullable Object least, @Nullable Object most) {
    @Override
    public String toString() {
      return "from " + (least == null ? 0 : least) + " to " + (most == null ? "any" : most);
    }
  }

  /** Aspects that do not describe the behaviour of the API. */
  private static final Set<Aspect> IGNORED =
      EnumSet.of(
          Aspect.EVIDENCE, Aspect.NULLABLE_EVIDENCE, Aspect.PAGE_EXAMPLES, Aspect.OF_ALTERNATIVE);

  /** Aspects that are only for people and may be missing. */
  private static final Set<Aspect> WORDS = EnumSet.of(Aspect.EXAMPLES, Aspect.DESCRIPTION);

  /** Aspects that change together with the type. */
  private static final Set<Aspect> OF_TYPE =
      EnumSet.of(
          Aspect.FORMAT,
          Aspect.PATTERN,
          Aspect.ENUM,
          Aspect.MIN_LENGTH,
          Aspect.MAX_LENGTH,
          Aspect.MINIMUM,
          Aspect.MAXIMUM,
          Aspect.MIN_ITEMS,
          Aspect.MAX_ITEMS,
          Aspect.CLOSED,
          Aspect.AT_LEAST_ONE_OF,
          Aspect.FURTHER_RULES,
          Aspect.ALTERNATIVES,
          Aspect.DEFAULT);

  private static final Map<Aspect, Aspect> LEAST_OF =
      Map.of(
          Aspect.MAX_LENGTH, Aspect.MIN_LENGTH,
          Aspect.MAXIMUM, Aspect.MINIMUM,
          Aspect.MAX_ITEMS, Aspect.MIN_ITEMS);

  private static final Set<Aspect> TRUTHS =
      EnumSet.of(Aspect.NULLABLE, Aspect.REQUIRED, Aspect.CLOSED, Aspect.DEPRECATED);

  private final Facts before;
  private final Facts after;
  private final Matching matching;

  Differences(Facts before, Facts after, Matching matching) {
    this.before = before;
    this.after = after;
    this.matching = matching;
  }

  List<Change> of(SpecLocation place, SpecLocation now) {
    Set<Aspect> changed = EnumSet.noneOf(Aspect.class);
    for (Aspect aspect : Aspect.values()) {
      if (!IGNORED.contains(aspect) && isOther(place, now, aspect)) {
        changed.add(aspect);
      }
    }
    if (changed.contains(Aspect.TYPE)) {
      changed.removeAll(OF_TYPE);
      if (!JsonTypes.sameShape(before.types(place), after.types(now))) {
        changed.remove(Aspect.NULLABLE);
      }
    }
    if (changed.containsAll(Set.of(Aspect.FORMAT, Aspect.PATTERN))
        && (before.get(place, Aspect.FORMAT) == null) != (after.get(now, Aspect.FORMAT) == null)) {
      // One of them says in the other's place what the values look like.
      changed.remove(after.get(now, Aspect.FORMAT) == null ? Aspect.FORMAT : Aspect.PATTERN);
    }
    List<Change> changes = new ArrayList<>();
    LEAST_OF.forEach(
        (most, least) -> {
          if (changed.containsAll(Set.of(most, least))) {
            changed.removeAll(Set.of(most, least));
            Range range = new Range(before.get(place, least), before.get(place, most));
            Range rangeNow = new Range(after.get(now, least), after.get(now, most));
            changes.add(change(most, place, now, range, rangeNow));
          }
        });
    for (Aspect aspect : changed) {
      Object value = value(before, place, aspect);
      changes.add(change(aspect, place, now, value, value(after, now, aspect)));
    }
    return changes;
  }

  private static Change change(
      Aspect aspect,
      SpecLocation place,
      SpecLocation now,
      @Nullable Object value,
      @Nullable Object valueNow) {
    return new Change(Kind.CHANGED, aspect, place, now, value, valueNow, List.of(), null);
  }

  private static @Nullable Object value(Facts facts, SpecLocation place, Aspect aspect) {
    Object value = facts.get(place, aspect);
    return value == null && TRUTHS.contains(aspect) ? false : value;
  }

  private boolean isOther(SpecLocation place, SpecLocation now, Aspect aspect) {
    Object value = before.get(place, aspect);
    Object valueNow = after.get(now, aspect);
    if (Objects.equals(value, valueNow)) {
      return false;
    }
    boolean told = valueNow != null && !WORDS.contains(aspect);
    if (!told && !after.wouldTell(now, aspect)) {
      return false;
    }
    return switch (aspect) {
      case PATH -> !Urls.normalPath(text(value)).equals(Urls.normalPath(text(valueNow)));
      case URL -> !Urls.normal(text(value)).equals(Urls.normal(text(valueNow)));
      case SCHEMA_NAME -> value != null && valueNow != null;
      case ALTERNATIVES ->
          value == null
              || valueNow == null
              || !sameAlternatives(before.list(place, aspect), after.list(now, aspect));
      case AT_LEAST_ONE_OF -> !stillThere(place).equals(Set.copyOf(after.list(now, aspect)));
      case EXAMPLES ->
          !instants(before.list(place, aspect)).equals(instants(after.list(now, aspect)));
      case REQUIRED -> place.part() != Part.PATH_PARAMETER;
      default -> true;
    };
  }

  /** Ignores the names of branches, which are reported as changes of their own. */
  private static boolean sameAlternatives(List<String> these, List<String> those) {
    return Alternatives.gone(these, those).isEmpty() && Alternatives.gone(those, these).isEmpty();
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : (String) value;
  }

  /**
   * Leaves out removed names and follows renamed ones, which are reported as changes of their own.
   */
  private Set<String> stillThere(SpecLocation place) {
    Set<String> names = new TreeSet<>();
    for (String name : before.list(place, Aspect.AT_LEAST_ONE_OF)) {
      SpecLocation property =
          new SpecLocation(place.part(), place.status(), place.path() + "." + name);
      SpecLocation now = matching.pairs().get(property);
      if (!before.has(property)) {
        names.add(name);
      } else if (now != null) {
        names.add(now.name());
      }
    }
    return names;
  }

  /** Returns the examples with each time in UTC, so that a zone is no difference. */
  private static Set<String> instants(List<String> examples) {
    Set<String> instants = new HashSet<>();
    for (String example : examples) {
      StringBuilder text = new StringBuilder();
      for (String piece : example.split("(?<=\")|(?=\")", -1)) {
        text.append(instant(piece));
      }
      instants.add(text.toString());
    }
    return instants;
  }

  private static String instant(String text) {
    if (text.length() < "2025-01-01T00:00Z".length() || !Character.isDigit(text.charAt(0))) {
      return text;
    }
    try {
      return OffsetDateTime.parse(text).toInstant().toString();
    } catch (DateTimeParseException e) {
      return text;
    }
  }
}
