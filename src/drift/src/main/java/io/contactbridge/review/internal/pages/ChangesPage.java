package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.changes.ChangeCard;
import io.contactbridge.review.internal.changes.RawDiff;
import io.contactbridge.review.internal.changes.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The page of all changes, the worst first.
 *
 * @param since what the specifications are compared with, or empty if they are not
 * @param diffs the same line by line
 * @param problems why some of them could not be compared
 * @param notes what qualifies the comparisons
 */
public record ChangesPage(
    String since,
    List<Group> groups,
    List<RawDiff> diffs,
    List<String> problems,
    List<String> notes) {
  /** The changes of one level. */
  record Group(Severity impact, List<ChangeCard> changes) {
    String word() {
      return impact.word();
    }

    String label() {
      return impact.label();
    }

    String meaning() {
      return impact.meaning();
    }

    boolean isEmpty() {
      return changes.isEmpty();
    }

    int count() {
      return changes.size();
    }
  }

  public static ChangesPage of(
      String since,
      List<ChangeCard> cards,
      List<RawDiff> diffs,
      List<String> problems,
      List<String> notes) {
    List<Group> groups = new ArrayList<>();
    for (Severity impact :
        List.of(Severity.BREAKS, Severity.MAY_BREAK, Severity.LOOK_AT_THIS, Severity.NO_EFFECT)) {
      groups.add(new Group(impact, cards.stream().filter(c -> c.impact() == impact).toList()));
    }
    return new ChangesPage(
        since, groups, diffs.stream().filter(diff -> !diff.isEmpty()).toList(), problems, notes);
  }

  public List<ChangeCard> all() {
    return groups.stream().flatMap(group -> group.changes().stream()).toList();
  }

  /** Returns the changes that must be approved and are not. */
  public List<ChangeCard> open() {
    return all().stream().filter(ChangeCard::isOpen).toList();
  }

  /** Returns the worst of those that wait, for where there is little room. */
  List<ChangeCard> firstOpen() {
    return open().stream().limit(3).toList();
  }

  int openCount() {
    return open().size();
  }

  Stream<ChangeCard> concerning(CrmPage page) {
    return all().stream().filter(card -> card.crm() == page.crm());
  }

  boolean hasChanges() {
    return !all().isEmpty();
  }

  boolean hasOpen() {
    return !open().isEmpty();
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
}
