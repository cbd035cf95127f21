package io.contactbridge.review.internal.pages;

import static java.util.stream.Collectors.joining;

import io.contactbridge.ContactField;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Library.Entry;
import io.contactbridge.review.internal.content.Remark;
import io.contactbridge.review.internal.pages.FieldCard.Ability;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one CRM can do with one field, by the specification and by the library, in a few words.
 *
 * @param style {@code set}, {@code joined}, {@code read}, {@code none} or {@code could}; {@code
 *     ignored}, {@code harm} or {@code conflict} if that is the first thing to know
 */
public record Cell(String style, List<Part> parts) {
  /**
   * One thing that it can or cannot do.
   *
   * @param kind a style: {@code yes}, {@code no}, {@code doubt}, {@code ignored}, {@code harm} or
   *     {@code conflict}
   * @param known how it is known, if not from the vendor's page
   */
  record Part(String kind, String text, List<Known> known) {
    static Part of(String kind, String text) {
      return new Part(kind, text, List.of());
    }
  }

  static Cell of(ContactField field, CrmPage page, Library library) {
    Optional<Entry> entry = library.of(page.crm(), field);
    Optional<FieldCard> card = page.card(field);
    if (entry.isEmpty()) {
      return page.like(field)
          .map(like -> one("could", "Not stored yet; “%s” is there".formatted(like.property())))
          .orElse(one("none", "Not stored"));
    }
    Entry known = entry.get();
    if (!known.set()) {
      return card.isPresent() && page.answerPaths().contains(known.answerPath())
          ? new Cell("read", List.of(read(card.get())))
          : one(
              "conflict", "Spec has no “%s”; library reads it".formatted(name(known.answerPath())));
    }
    return card.isPresent() && page.requestPaths().contains(known.requestPath())
        ? stored(known, card.get(), page)
        : one(
            "conflict", "Spec has no “%s”; library sends it".formatted(name(known.requestPath())));
  }

  private static Cell stored(Entry entry, FieldCard card, CrmPage page) {
    List<Part> parts = new ArrayList<>();
    Ability set = card.ability("set");
    if (entry.isPart()) {
      parts.add(new Part("yes", "Joined to the full name", set.known()));
      return new Cell("joined", parts);
    }
    parts.add(set(set));
    parts.add(clear(entry, card.ability("clear")));
    card.replacing().forEach(all -> parts.add(new Part("harm", "replaces all", all.known())));
    if (entry.replaces() && card.replacing().isEmpty()) {
      parts.add(Part.of("conflict", "library says it replaces all"));
    }
    if (entry.read() && !page.answerPaths().contains(entry.answerPath())) {
      parts.add(Part.of("conflict", "no longer in the answer"));
    }
    card.parts().stream()
        .flatMap(part -> part.warnings().stream())
        .limit(1)
        .forEach(
            remark ->
                parts.add(
                    new Part(remark.word(), "partly " + lower(remark), List.of(remark.known()))));
    card.warnings().stream()
        .filter(remark -> remark.word().equals("contradictory"))
        .forEach(
            remark -> parts.add(new Part("doubt", "changes without it?", List.of(remark.known()))));
    boolean conflict = parts.stream().anyMatch(part -> part.kind.equals("conflict"));
    return new Cell(conflict ? "conflict" : style(set), parts);
  }

  private static String lower(Remark remark) {
    return remark.label().toLowerCase(java.util.Locale.ROOT);
  }

  private static Part set(Ability set) {
    return switch (set.state()) {
      case "ignored" -> new Part("ignored", "Sent, but ignored", set.known());
      case "harm" -> new Part("harm", "Set, but loses data", set.known());
      default -> new Part("yes", "Set", set.known());
    };
  }

  private static Part clear(Entry entry, Ability clear) {
    if (entry.clear() != (clear.can() || clear.state().equals("ignored"))) {
      return entry.clear()
          ? Part.of("conflict", "library empties it, spec does not say so")
          : new Part("could", "spec lets it be emptied, library does not", clear.known());
    }
    return switch (clear.state()) {
      case "yes" -> new Part("yes", "can be emptied", clear.known());
      case "ignored" -> new Part("ignored", "emptying is ignored", clear.known());
      case "doubt" -> new Part("doubt", "emptied, undocumented", clear.known());
      default -> Part.of("no", "cannot be emptied");
    };
  }

  private static String style(Ability set) {
    return set.can() ? "set" : set.state();
  }

  private static Part read(FieldCard card) {
    return new Part("yes", "Read only", card.ability("read").known());
  }

  private static Cell one(String style, String text) {
    return new Cell(style, List.of(Part.of(style, text)));
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** Returns whether an update can set it and nothing is known that speaks against it. */
  boolean stored() {
    return style.equals("set") || style.equals("joined");
  }

  /** Returns whether some of it is known from elsewhere than the vendor's page. */
  boolean inDoubt() {
    boolean plain = stored() || style.equals("none") || style.equals("read");
    return !plain || parts.stream().anyMatch(part -> !part.known.isEmpty());
  }

  /** Returns all of it as one text, evidence included. */
  public String text() {
    return parts.stream()
        .map(
            part ->
                part.text
                    + part.known.stream()
                        .map(known -> " (" + known.label().toLowerCase(java.util.Locale.ROOT) + ")")
                        .collect(joining()))
        .collect(joining(", "));
  }
}
