package io.contactbridge.drift.internal.compare;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import java.util.List;
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
