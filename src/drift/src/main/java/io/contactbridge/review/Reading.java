package io.contactbridge.review;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Crm;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.DriftCheck;
import io.contactbridge.drift.Source;
import io.contactbridge.review.internal.changes.Binding;
import io.contactbridge.review.internal.changes.Changes;
import io.contactbridge.review.internal.changes.Decisions;
import io.contactbridge.review.internal.changes.History;
import io.contactbridge.review.internal.changes.LibraryChanges;
import io.contactbridge.review.internal.changes.RawDiff;
import io.contactbridge.review.internal.changes.ReviewedChange;
import io.contactbridge.review.internal.content.Git;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Revision;
import io.contactbridge.review.internal.content.Spec;
import io.contactbridge.review.internal.content.Stamp;
import io.contactbridge.review.internal.content.Words;
import io.contactbridge.review.internal.pages.ChangesPage;
import io.contactbridge.review.internal.pages.CrmPage;
import io.contactbridge.review.internal.pages.DecisionsPage;
import io.contactbridge.review.internal.pages.OverviewPage;
import io.contactbridge.review.internal.pages.Pages;
import io.contactbridge.review.internal.pages.Site;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and compares the specifications, and makes the pages. */
final class Reading {
  private final Review.Builder builder;
  private final @Nullable Git git;
  private final Map<Crm, Source> before = new EnumMap<>(Crm.class);
  private final List<String> problems = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<RawDiff> diffs = new ArrayList<>();
  private final List<CrmPage> crms = new ArrayList<>();
  private final List<CrmPage> old = new ArrayList<>();
  private final Library library;
  private final @Nullable Revision base;

  Reading(Review.Builder builder) {
    this.builder = builder;
    git = builder.folder == null ? null : Git.at(builder.folder).orElse(null);
    library = library(builder.library);
    base = base();
    before.putAll(builder.before);
    if (base != null && git != null) {
      for (Crm crm : builder.specs.keySet()) {
        earlier(git, base, Words.word(crm) + ".yaml").ifPresent(text -> before.put(crm, text));
      }
    }
    if (!library.unknown().isEmpty()) {
      notes.add(
          "This version of the tool does not know %s, so it shows nothing of them."
              .formatted(String.join(", ", library.unknown())));
    }
  }

  private @Nullable Revision base() {
    if (builder.since.isEmpty() || !builder.before.isEmpty()) {
      return null;
    }
    if (git == null) {
      throw new CannotReviewException(
          "a revision needs the folder of the specifications to be in a git repository");
    }
    return git.resolve(builder.since);
  }

  private static Optional<Source> earlier(Git git, Revision base, String file) {
    return git.file(base.hash(), file)
        .map(text -> Source.text(base.shortHash() + ":specs/" + file, text));
  }

  Pages pages() {
    Decisions decisions =
        builder.decisions == null ? new Decisions(List.of()) : Decisions.read(builder.decisions);
    Library was = libraryBefore();
    List<ReviewedChange> changes = new ArrayList<>();
    builder.specs.forEach((crm, source) -> changes.addAll(read(crm, source, was)));
    Binding binding = binding();
    ChangesPage page =
        ChangesPage.of(
            name(),
            Changes.with(changes, LibraryChanges.between(was, library)).stream()
                .map(change -> decisions.card(change, binding))
                .toList(),
            diffs,
            problems,
            notes);
    History history = git == null ? History.NONE : History.of(git, decisions, builder.today);
    OverviewPage overview = OverviewPage.of(crms, library, old, was, page, history);
    return new Pages(
        new Site(crms, name(), git == null ? Stamp.NONE : Stamp.of(git)),
        overview,
        page,
        DecisionsPage.of(page, history, decisions),
        history);
  }

  /** Adds the page of a CRM, and returns what changed in its specification. */
  private List<ReviewedChange> read(Crm crm, Source source, Library was) {
    Spec spec = Spec.read(crm, source);
    crms.add(CrmPage.of(spec, library));
    Source earlier = before.get(crm);
    if (earlier == null) {
      if (base != null) {
        notes.add(crm + " is new: it had no specification then.");
      }
      return List.of();
    }
    try {
      Spec oldSpec = Spec.read(crm, earlier);
      old.add(CrmPage.of(oldSpec, was));
      diffs.add(RawDiff.of(earlier.name(), earlier.text(), source.name(), source.text()));
      return Changes.of(DriftCheck.spec(crm, earlier, source).run(), oldSpec, spec, library);
    } catch (CannotCheckException | CannotReviewException e) {
      problems.add(crm + " could not be compared: " + e.getMessage());
      return List.of();
    }
  }

  private static Library library(@Nullable Source source) {
    return source == null ? Library.current() : Library.read(source.name(), source.text());
  }

  private Library libraryBefore() {
    if (base == null || git == null) {
      return builder.libraryBefore == null ? library : library(builder.libraryBefore);
    }
    Optional<String> text = git.file(base.hash(), Library.FILE);
    if (text.isEmpty()) {
      notes.add("What the library could do then is not known: it had no " + Library.FILE + " yet.");
    }
    return text.map(json -> Library.read(base.shortHash() + ":" + Library.FILE, json))
        .orElse(library);
  }

  private Binding binding() {
    return base == null || git == null
        ? Binding.to(builder.since, builder.today)
        : Binding.to(
            git, base, requireNonNull(git).head().map(Revision::hash).orElse(""), builder.today);
  }

  private String name() {
    return base == null || base.hash().startsWith(builder.since)
        ? base == null ? builder.since : base.shortHash() + " of " + base.day()
        : "%s (%s of %s)".formatted(builder.since, base.shortHash(), base.day());
  }
}
