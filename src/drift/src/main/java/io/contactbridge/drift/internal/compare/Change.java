package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.JsonTypes;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two sources, before anybody has asked whom it concerns.
 *
 * @param kind what kind of difference
 * @param aspect what changed of a thing that is in both; null for the other kinds
 * @param before where the thing was; null if it was added
 * @param after where the thing is; null if it was removed
 * @param oldValue of the aspect; null if there was none
 * @param newValue of the aspect; null if there is none
 * @param also the further places that changed for the same cause, such as one schema's in two
 *     answers; before if it was removed, else after
 * @param origin where the cause is written down; null if that is not known
 */
public record Change(
    Kind kind,
    @Nullable Aspect aspect,
    @Nullable SpecLocation before,
    @Nullable SpecLocation after,
    @Nullable Object oldValue,
    @Nullable Object newValue,
    List<SpecLocation> also,
    Facts.@Nullable Origin origin) {
  /** Returns the values of an aspect that is a list, as they were; empty if there were none. */
  public List<String> oldList() {
    return list(oldValue);
  }

  /** Returns the values of an aspect that is a list, as they are; empty if there are none. */
  public List<String> newList() {
    return list(newValue);
  }

  /** Returns the JSON types that a value may have now; empty stands for any. */
  public Set<String> newTypes() {
    return JsonTypes.of((String) newValue);
  }

  private static List<String> list(@Nullable Object value) {
    return value instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  /** The kinds of difference. */
  public enum Kind {
    ADDED,
    REMOVED,
    /** It has another name in the same place. */
    RENAMED,
    /** It has the same name in another place. */
    MOVED,
    /** One aspect of it is another. */
    CHANGED
  }
}
