package io.contactbridge.review;

import io.contactbridge.Crm;
import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import java.util.List;
import java.util.Optional;

/** One change with what was decided about it. */
record ChangeCard(Drift drift, List<Decision> decision) {
  /** A normalised field that is concerned. */
  record Field(String name, String constant) {}

  static ChangeCard of(Drift drift, Decisions decisions) {
    return new ChangeCard(drift, decisions.of(drift.fingerprint()).stream().toList());
  }

  String id() {
    return "change-" + drift.fingerprint();
  }

  String fingerprint() {
    return drift.fingerprint();
  }

  Level level() {
    return drift.level();
  }

  String levelWord() {
    return Words.word(level());
  }

  String levelLabel() {
    return label(level());
  }

  Crm crm() {
    return drift.crm();
  }

  String crmFile() {
    return Words.word(crm()) + ".html";
  }

  String kind() {
    return drift.kind().replace('-', ' ');
  }

  String sentence() {
    return drift.sentence();
  }

  List<Prose.Piece> sentencePieces() {
    return Prose.pieces(sentence());
  }

  String consequence() {
    return drift.consequence();
  }

  List<Prose.Piece> consequencePieces() {
    return Prose.pieces(Words.plain(consequence()));
  }

  String before() {
    return side(drift.before(), drift.oldValue());
  }

  String after() {
    return side(drift.after(), drift.newValue());
  }

  List<String> also() {
    return drift.also();
  }

  boolean hasAlso() {
    return !drift.also().isEmpty();
  }

  List<Field> fields() {
    return drift.fields().stream()
        .map(field -> new Field(Words.name(field), field.name()))
        .toList();
  }

  boolean hasFields() {
    return !drift.fields().isEmpty();
  }

  List<String> code() {
    return drift.code();
  }

  boolean hasCode() {
    return !drift.code().isEmpty();
  }

  boolean isDecided() {
    return !decision.isEmpty();
  }

  /** Returns whether it must be approved and is not. */
  boolean isOpen() {
    return level() != Level.NO_EFFECT
        && decision.stream().noneMatch(made -> made.approves(level()));
  }

  /** Returns how the decision stands, in a few words. */
  String state() {
    return decision.stream()
        .map(made -> made.verdict().word() + " by " + made.by())
        .findFirst()
        .orElse("nobody has decided yet");
  }

  /** Returns the entry to fill in for {@code specs/decisions.yaml}. */
  String toPaste() {
    return """
    - fingerprint: %s
      crm: %s
      level: %s
      change: %s
      decision: approved  # or questioned, or rejected
      by:
      date: "YYYY-MM-DD"
      reason:
    """
        .formatted(
            Json.write(fingerprint()), Words.word(crm()), levelWord(), Json.write(sentence()));
  }

  static String label(Level level) {
    return switch (level) {
      case BREAKS -> "Breaks";
      case MAY_BREAK -> "May break";
      case NO_EFFECT -> "No effect";
    };
  }

  private static String side(Optional<String> place, Optional<String> value) {
    return place.map(where -> value.map(what -> where + ": " + what).orElse(where)).orElse("");
  }
}
