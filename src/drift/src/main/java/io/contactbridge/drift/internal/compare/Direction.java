package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.openapi.Alternatives;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether there are more values than before for which all holds that is said of them, or fewer. */
public enum Direction {
  NARROWER,
  WIDER,
  /** Some are no longer among them, and others are. */
  OTHER;

  /** Returns what a change of one aspect does to the values. */
  public static Direction of(Change change) {
    Object old = change.oldValue();
    Object now = change.newValue();
    return switch (Objects.requireNonNull(change.aspect())) {
      case TYPE -> ofTypes(JsonTypes.of((String) old), change.newTypes());
      case NULLABLE -> Boolean.TRUE.equals(now) ? WIDER : NARROWER;
      case REQUIRED, CLOSED -> Boolean.TRUE.equals(now) ? NARROWER : WIDER;
      case ENUM ->
          old == null ? NARROWER : now == null ? WIDER : ofSets(change.oldList(), change.newList());
      case AT_LEAST_ONE_OF ->
          old == null ? NARROWER : now == null ? WIDER : ofSets(change.oldList(), change.newList());
      case CONTENT_TYPES -> ofSets(change.oldList(), change.newList());
      case ALTERNATIVES ->
          old == null
              ? NARROWER
              : now == null || Alternatives.gone(change.oldList(), change.newList()).isEmpty()
                  ? WIDER
                  : Alternatives.gone(change.newList(), change.oldList()).isEmpty()
                      ? NARROWER
                      : OTHER;
      case SCOPES ->
          old == null ? NARROWER : now == null ? WIDER : ofSets(change.newList(), change.oldList());
      case FURTHER_RULES ->
          old == null ? NARROWER : now == null ? WIDER : ofSets(change.newList(), change.oldList());
      case MIN_LENGTH, MINIMUM, MIN_ITEMS -> ofLimits(old, null, now, null);
      case MAX_LENGTH, MAXIMUM, MAX_ITEMS ->
          old instanceof Differences.Range was && now instanceof Differences.Range is
              ? ofLimits(was.least(), was.most(), is.least(), is.most())
              : ofLimits(null, old, null, now);
      case FORMAT -> ofFormats(old, now);
      default -> old == null ? NARROWER : now == null ? WIDER : OTHER;
    };
  }

  private static Direction ofTypes(Set<String> old, Set<String> now) {
    return JsonTypes.within(old, now) ? WIDER : JsonTypes.within(now, old) ? NARROWER : OTHER;
  }

  private static Direction ofSets(List<String> old, List<String> now) {
    return now.containsAll(old) ? WIDER : old.containsAll(now) ? NARROWER : OTHER;
  }

  private static Direction ofFormats(@Nullable Object old, @Nullable Object now) {
    if (Objects.equals(old, "int32") && Objects.equals(now, "int64")) {
      return WIDER;
    }
    if (Objects.equals(old, "int64") && Objects.equals(now, "int32")) {
      return NARROWER;
    }
    return old == null ? NARROWER : now == null ? WIDER : OTHER;
  }

  private static Direction ofLimits(
      @Nullable Object oldLeast,
      @Nullable Object oldMost,
      @Nullable Object least,
      @Nullable Object most) {
    int more = compare(oldLeast, least, true) + compare(oldMost, most, false);
    int fewer = compare(least, oldLeast, true) + compare(most, oldMost, false);
    return fewer == 0 ? WIDER : more == 0 ? NARROWER : OTHER;
  }

  /** Returns 1 if the limit that is now is the looser one, else 0. */
  private static int compare(@Nullable Object old, @Nullable Object now, boolean least) {
    if (old == null || Objects.equals(old, now)) {
      return 0;
    }
    if (now == null) {
      return 1;
    }
    int sign = ((BigDecimal) old).compareTo((BigDecimal) now);
    return (least ? sign > 0 : sign < 0) ? 1 : 0;
  }
}
