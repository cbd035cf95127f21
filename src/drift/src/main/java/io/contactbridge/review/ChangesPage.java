package io.contactbridge.review;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.DriftReport;
import io.contactbridge.drift.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What changed, the worst first.
 *
 * @param since what the specifications are compared with, or empty if they are not
 * @param problems why some of them could not be compared
 * @param notes what qualifies the comparisons
 */
record ChangesPage(
    String since,
    List<Group> groups,
    List<RawDiff> diffs,
    List<String> problems,
    List<String> notes) {
  /** The changes of one level. */
  record Group(String word, String label, String meaning, List<ChangeCard> changes) {
    boolean isEmpty() {
      return changes.isEmpty();
    }

    int count() {
      return changes.size();
    }
  }

  static ChangesPage of(
      String since,
      List<DriftReport> reports,
      Decisions decisions,
      List<RawDiff> diffs,
      List<String> problems) {
    List<ChangeCard> cards =
        reports.stream()
            .flatMap(report -> report.drifts().stream())
            .sorted(Comparator.comparing(Drift::level).reversed())
            .map(drift -> ChangeCard.of(drift, decisions))
            .toList();
    List<Group> groups = new ArrayList<>();
    for (Level level : List.of(Level.BREAKS, Level.MAY_BREAK, Level.NO_EFFECT)) {
      groups.add(
          new Group(
              Words.word(level),
              ChangeCard.label(level),
              meaning(level),
              cards.stream().filter(card -> card.level() == level).toList()));
    }
    return new ChangesPage(
        since,
        groups,
        diffs.stream().filter(diff -> !diff.isEmpty()).toList(),
        problems,
        reports.stream()
            .flatMap(report -> report.notes().stream().map(note -> report.crm() + ": " + note))
            .toList());
  }

  List<ChangeCard> all() {
    return groups.stream().flatMap(group -> group.changes().stream()).toList();
  }

  /** Returns the changes that must be approved and are not. */
  List<ChangeCard> open() {
    return all().stream().filter(ChangeCard::isOpen).toList();
  }

  boolean hasChanges() {
    return !all().isEmpty();
  }

  boolean hasDiffs() {
    return !diffs.isEmpty();
  }

  boolean hasProblems() {
    return !problems.isEmpty();
  }

  boolean hasNotes() {
    return !notes.isEmpty();
  }

  boolean isCompared() {
    return !since.isEmpty();
  }

  private static String meaning(Level level) {
    return switch (level) {
      case BREAKS -> "Updates that worked are refused, lost or misread.";
      case MAY_BREAK -> "It depends on the contact, the account or the caller.";
      case NO_EFFECT -> "Nothing that a user of the library could notice.";
    };
  }
}
