package io.contactbridge.drift.mutation;

import io.contactbridge.drift.Level;
import java.util.Set;

/**
 * What a comparison should say of a mutation.
 *
 * @param kinds any of which is right
 * @param part the parts of an operation, as in places, any of which is right
 * @param paths where, before or after; any of them is right
 * @param level for our facade
 */
public record Expected(Set<Kind> kinds, Set<String> part, Set<String> paths, Level level) {
  /** As the kinds of changes. */
  public enum Kind {
    ADDED,
    REMOVED,
    RENAMED,
    MOVED,
    CHANGED
  }

  static Expected of(Kind kind, String part, String path, Level level) {
    return new Expected(Set.of(kind), Set.of(part), Set.of(path), level);
  }

  static Expected of(Kind kind, Target target, Level level) {
    return of(kind, target.part(), target.path(), level);
  }

  Expected orKinds(Kind... others) {
    Set<Kind> all = new java.util.HashSet<>(kinds);
    all.addAll(Set.of(others));
    return new Expected(Set.copyOf(all), part, paths, level);
  }

  Expected orAt(String... others) {
    Set<String> all = new java.util.HashSet<>(paths);
    all.addAll(Set.of(others));
    return new Expected(kinds, part, Set.copyOf(all), level);
  }

  Expected orPart(String... others) {
    Set<String> all = new java.util.HashSet<>(part);
    all.addAll(Set.of(others));
    return new Expected(kinds, Set.copyOf(all), paths, level);
  }
}
