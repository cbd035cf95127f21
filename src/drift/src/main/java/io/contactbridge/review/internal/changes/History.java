package io.contactbridge.review.internal.changes;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import io.contactbridge.review.CannotReviewException;
import io.contactbridge.review.internal.content.Git;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Revision;
import io.contactbridge.review.internal.content.Spec;
import io.contactbridge.review.internal.content.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All changes of the specifications since the beginning, the newest first. */
public record History(List<Commit> commits) {
  /**
   * One commit.
   *
   * @param notes what was new, or could not be compared
   */
  public record Commit(Revision revision, List<ChangeCard> changes, List<String> notes) {
    String id() {
      return "c-" + revision.shortHash();
    }

    boolean hasNotes() {
      return !notes.isEmpty();
    }

    /** Returns the worst of its levels, or nothing. */
    List<Severity> worst() {
      return changes.stream().map(ChangeCard::impact).max(Severity::compareTo).stream().toList();
    }

    String summary() {
      int count = changes.size();
      return count == 0 ? "" : count == 1 ? "1 change" : count + " changes";
    }
  }

  public static final History NONE = new History(List.of());

  public static History of(Git git, Decisions decisions, LocalDate today) {
    List<String> files = new ArrayList<>(Arrays.stream(Crm.values()).map(History::file).toList());
    files.add(Library.FILE);
    List<Commit> commits = new ArrayList<>();
    for (Revision revision : git.log(files)) {
      Commit commit = new Reader(git, revision, decisions, today).commit();
      if (!commit.changes().isEmpty() || commit.hasNotes()) {
        commits.add(commit);
      }
    }
    return new History(List.copyOf(commits));
  }

  boolean hasCommits() {
    return !commits.isEmpty();
  }

  public Stream<ChangeCard> cards() {
    return commits.stream().flatMap(commit -> commit.changes().stream());
  }

  /** Returns the last commits, for where there is little room. */
  List<Commit> latest() {
    return commits.subList(0, Math.min(3, commits.size()));
  }

  private static String file(Crm crm) {
    return Words.word(crm) + ".yaml";
  }

  /** Reads what one commit changed. */
  private static final class Reader {
    private final Git git;
    private final Revision revision;
    private final Decisions decisions;
    private final Binding binding;
    private final List<String> notes = new ArrayList<>();

    Reader(Git git, Revision revision, Decisions decisions, LocalDate today) {
      this.git = git;
      this.revision = revision;
      this.decisions = decisions;
      binding =
          git.commit(revision.parent().isEmpty() ? "no-parent" : revision.parent())
              .map(parent -> Binding.to(git, parent, revision.hash(), today))
              .orElse(Binding.to("", today));
    }

    Commit commit() {
      Library now = library(revision.hash());
      List<ReviewedChange> changes = new ArrayList<>();
      for (Crm crm : Crm.values()) {
        changes.addAll(changes(crm, now));
      }
      List<ReviewedChange> all = Changes.with(changes, libraryChanges(now));
      return new Commit(
          revision,
          all.stream().map(change -> decisions.card(change, binding)).toList(),
          List.copyOf(notes));
    }

    private List<ReviewedChange> changes(Crm crm, Library library) {
      Optional<String> before = text(revision.parent(), file(crm));
      Optional<String> after = text(revision.hash(), file(crm));
      if (before.equals(after)) {
        return List.of();
      }
      if (before.isEmpty() || after.isEmpty()) {
        notes.add(
            before.isEmpty()
                ? "The specification of " + crm + " is new."
                : "The specification of " + crm + " is gone.");
        return List.of();
      }
      Source old = Source.text("before", before.get());
      Source present = Source.text("after", after.get());
      try {
        return Changes.of(
            DriftCheck.spec(crm, old, present).run(),
            Spec.read(crm, old),
            Spec.read(crm, present),
            library);
      } catch (CannotCheckException | CannotReviewException e) {
        notes.add(crm + " could not be compared: " + e.getMessage());
        return List.of();
      }
    }

    private List<ReviewedChange> libraryChanges(Library now) {
      Optional<String> before = text(revision.parent(), Library.FILE);
      boolean same = before.equals(text(revision.hash(), Library.FILE));
      return before.isEmpty() || same
          ? List.of()
          : LibraryChanges.between(Library.read(Library.FILE, before.get()), now);
    }

    private Library library(String hash) {
      return text(hash, Library.FILE)
          .map(text -> Library.read(Library.FILE, text))
          .orElseGet(Library::current);
    }

    private Optional<String> text(String hash, String file) {
      return hash.isEmpty() ? Optional.empty() : git.file(hash, file);
    }
  }
}
