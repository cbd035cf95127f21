package io.contactbridge.review.internal.changes;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Words;
import java.util.List;

/**
 * One change and the decision about it.
 *
 * @param standing how the decisions stand
 */
public record ChangeCard(ReviewedChange change, Standing standing) {
  /** A normalised field that is concerned. */
  record Field(String name, String constant) {}

  /** A link to more about the change. */
  record Link(String url, String name) {}

  private static final int SHORT = 60;

  public String id() {
    return "change-" + fingerprint();
  }

  public String fingerprint() {
    return change.fingerprint();
  }

  public Severity impact() {
    return change.impact();
  }

  String impactWord() {
    return impact().word();
  }

  public String impactLabel() {
    return impact().label();
  }

  public Crm crm() {
    return change.crm();
  }

  String crmFile() {
    return Words.word(crm()) + ".html";
  }

  String kind() {
    return change.kind();
  }

  public String headline() {
    return change.headline();
  }

  public String consequence() {
    return change.consequence();
  }

  /** Returns in one sentence what to do, who is affected and until when. */
  public String toDo() {
    String whom = whom();
    return switch (impact()) {
      case BREAKS ->
          "Decide before this is merged: from then on it hits everybody who " + whom + ".";
      case MAY_BREAK ->
          "Decide before this is merged: from then on it may hit those who " + whom + ".";
      case LOOK_AT_THIS ->
          "Read it before this is merged; no decision is needed, and nobody who "
              + whom
              + " is hit.";
      case NO_EFFECT -> "There is nothing to do, and nobody is hit.";
    };
  }

  private String whom() {
    List<String> names =
        change.fields().stream().map(Words::name).map(String::toLowerCase).limit(4).toList();
    return names.isEmpty()
        ? "updates a contact at " + crm()
        : "updates the " + String.join(" or the ", names) + " at " + crm();
  }

  boolean hasTexts() {
    return !change.before().equals(change.after());
  }

  /** Returns whether both are short, so that they are read side by side. */
  boolean isShort() {
    return change.before().length() <= SHORT && change.after().length() <= SHORT;
  }

  String before() {
    return change.before();
  }

  String after() {
    return change.after();
  }

  public List<WordDiff.Piece> words() {
    return WordDiff.of(change.before(), change.after());
  }

  List<Field> fields() {
    return change.fields().stream()
        .map(field -> new Field(Words.name(field), field.name()))
        .toList();
  }

  boolean hasFields() {
    return !change.fields().isEmpty();
  }

  boolean concerns(ContactField field, Crm crm) {
    return change.crm() == crm && change.fields().contains(field);
  }

  List<List<Prose.Piece>> details() {
    return change.details().stream().map(Prose::pieces).toList();
  }

  List<String> code() {
    return change.code();
  }

  boolean hasCode() {
    return !change.code().isEmpty();
  }

  /** Returns whether it must be approved and is not. */
  public boolean isOpen() {
    return impact().needsApproval() && !standing.isApproved();
  }

  /** Returns whether a decision can be made about it. */
  public boolean isDecidable() {
    return impact().needsApproval();
  }

  public String state() {
    return standing.words();
  }

  /** Returns the entry to fill in for {@code specs/decisions.yaml}. */
  public String toPaste() {
    return """
    - fingerprint: %s
      base: %s
      crm: %s
      level: %s
      change: %s
      decision: approved  # or questioned, or rejected
      by:
      date: "YYYY-MM-DD"
      reason:
    """
        .formatted(
            JsonValue.write(fingerprint()),
            JsonValue.write(standing.base()),
            Words.word(crm()),
            impactWord(),
            JsonValue.write(headline()));
  }
}
