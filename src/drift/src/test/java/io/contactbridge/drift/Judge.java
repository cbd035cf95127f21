package io.contactbridge.drift;

import io.contactbridge.drift.internal.compare.Change;
import io.contactbridge.drift.mutation.Expected;
import io.contactbridge.drift.mutation.Mutation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds what a comparison said against what it should have said. */
final class Judge {
  /** To a caller, each of these is an address at which nobody answers as before. */
  private static final Set<String> ADDRESS = Set.of("OPERATION", "SERVER");

  private Judge() {}

  /** Of a whole specification everything is known: one entry, as such and with its level. */
  static @Nullable String fault(Mutation mutation, DriftReport report) {
    Expected expected = mutation.expected();
    if (report.drifts().size() != 1) {
      return report.drifts().size() + " entries: " + said(report.drifts());
    }
    Drift drift = report.drifts().get(0);
    if (!expected.kinds().contains(Expected.Kind.valueOf(drift.change().kind().name()))) {
      return "not " + expected.kinds() + ": " + said(report.drifts());
    }
    if (!isAt(expected, drift, expected.part())) {
      return "elsewhere than " + expected.paths() + ": " + said(report.drifts());
    }
    return drift.level() == expected.level()
        ? null
        : drift.level() + " and not " + expected.level() + ": " + said(report.drifts());
  }

  /** Of behaviour a part is seen: an entry that counts names the place, and did not before. */
  static @Nullable String fault(Mutation mutation, DriftReport before, DriftReport after) {
    Expected expected = mutation.expected();
    Set<String> parts =
        expected.part().stream().anyMatch(ADDRESS::contains) ? ADDRESS : expected.part();
    Set<String> known =
        before.drifts().stream().map(Drift::fingerprint).collect(Collectors.toSet());
    boolean caught =
        after.drifts().stream()
            .filter(drift -> !known.contains(drift.fingerprint()))
            .filter(drift -> counts(expected, drift))
            .anyMatch(drift -> isAt(expected, drift, parts));
    return caught ? null : "not among " + said(after.drifts());
  }

  /** Returns whether something that counts was said that was not said before, wherever. */
  static boolean isFound(DriftReport before, DriftReport after) {
    Set<String> known =
        before.drifts().stream().map(Drift::fingerprint).collect(Collectors.toSet());
    return after.drifts().stream()
        .anyMatch(
            drift -> drift.level() != Level.NO_EFFECT && !known.contains(drift.fingerprint()));
  }

  private static boolean counts(Expected expected, Drift drift) {
    return expected.level() == Level.NO_EFFECT || drift.level() != Level.NO_EFFECT;
  }

  private static boolean isAt(Expected expected, Drift drift, Set<String> parts) {
    Change change = drift.change();
    return Stream.concat(Stream.of(change.before(), change.after()), change.also().stream())
        .filter(Objects::nonNull)
        .anyMatch(
            place ->
                parts.contains(place.part().name())
                    && (expected.paths().isEmpty() || expected.paths().contains(place.path())));
  }

  private static String said(List<Drift> drifts) {
    return drifts.stream()
        .map(drift -> drift.level() + " " + drift.sentence())
        .collect(Collectors.joining(" / "));
  }
}
