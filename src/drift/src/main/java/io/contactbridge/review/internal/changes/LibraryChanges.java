package io.contactbridge.review.internal.changes;

import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Library.Entry;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what the library can now do, or no longer do, apart from the specifications. */
public final class LibraryChanges {
  private LibraryChanges() {}

  public static List<ReviewedChange> between(Library before, Library after) {
    List<ReviewedChange> changes = new ArrayList<>();
    for (Entry old : before.entries()) {
      Optional<Entry> now = after.of(old.crm(), old.field());
      if (!now.equals(Optional.of(old))) {
        changes.add(change(old, now.orElse(null)));
      }
    }
    for (Entry now : after.entries()) {
      if (before.of(now.crm(), now.field()).isEmpty()) {
        changes.add(change(null, now));
      }
    }
    return changes;
  }

  private static ReviewedChange change(@Nullable Entry old, @Nullable Entry now) {
    Entry either = old == null ? java.util.Objects.requireNonNull(now) : old;
    String name = Words.name(either.field());
    String was = old == null ? "not stored" : words(old);
    String is = now == null ? "not stored" : words(now);
    Severity impact = impact(old, now);
    return new ReviewedChange(
        either.crm(),
        impact,
        "library",
        "The library does something else with %s at %s.".formatted(name, either.crm()),
        consequence(impact, name, either),
        was,
        is,
        List.of("the library: " + either.crm() + " " + either.field()),
        Set.of(either.field()),
        List.of(),
        ReviewedChange.fingerprint(either.crm().name(), "library", either.field().name(), was, is));
  }

  private static String consequence(Severity impact, String name, Entry entry) {
    return switch (impact) {
      case BREAKS ->
          "An update of %s at %s that worked would be refused by the library."
              .formatted(name, entry.crm());
      case MAY_BREAK -> "The same update would do something else there.";
      default -> "Updates that worked still do.";
    };
  }

  private static String words(Entry entry) {
    return entry.words()
        + (entry.requestPath().isEmpty() ? "" : ", sent as “" + last(entry.requestPath()) + "”")
        + (entry.note().isEmpty() ? "" : " (" + entry.note() + ")");
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static Severity impact(@Nullable Entry old, @Nullable Entry now) {
    if (old == null) {
      return Severity.LOOK_AT_THIS;
    }
    if (now == null
        || (old.set() && !now.set())
        || (old.clear() && !now.clear())
        || (old.read() && !now.read())) {
      return Severity.BREAKS;
    }
    boolean other =
        old.replaces() != now.replaces() || !old.requestPath().equals(now.requestPath());
    return other ? Severity.MAY_BREAK : Severity.LOOK_AT_THIS;
  }
}
