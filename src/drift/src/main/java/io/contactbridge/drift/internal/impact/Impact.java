package io.contactbridge.drift.internal.impact;

import io.contactbridge.drift.Level;
import java.util.Locale;

/**
 * What a change does to users of the facade: the table by which levels are decided.
 *
 * <p>A change is breaking if a field can no longer be set or read. It may break if only some values
 * of the field are concerned, which depends on the caller, or if only the generated client uses the
 * thing. In the words, {fields} stands for the normalised fields concerned, {crm} for its name,
 * {outcome} for what callers get now and {formerly} for what they got.
 */
public enum Impact {
  /** A place in the request is gone, or has another name. */
  UNKNOWN_TO_CRM(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "An update of {fields} would be refused by {crm}, or the value would be lost.",
      Level.MAY_BREAK,
      "The facade does not write it; an update to which it is added would be refused by {crm}, or"
          + " the value would be lost."),
  OTHER_TYPE_WANTED(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "An update of {fields} would be refused by {crm}.",
      Level.MAY_BREAK,
      "The facade does not write it; an update to which it is added would be refused by {crm}."),
  DEMANDED(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "An update that does not have it would be refused by {crm}.",
      Level.MAY_BREAK,
      "The facade does not write that object; an update to which it is added without this would be"
          + " refused by {crm}."),
  NULL_REFUSED(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "Clearing {fields} would be refused by {crm}.",
      Level.MAY_BREAK,
      "The facade sends no null there unless the caller asks for it; such an update would be refused by"
          + " {crm}."),
  FEWER_VALUES(
      Law.TIGHTER_REQUEST,
      Level.MAY_BREAK,
      "Some values of {fields} that were taken would be refused by {crm}.",
      Level.MAY_BREAK,
      "The facade does not write it; some values that were taken would be refused by {crm}."),
  CLOSED(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "An update of {fields} would be refused by {crm}.",
      Level.MAY_BREAK,
      "What is added beyond the documented properties would be refused by {crm}."),
  FEWER_CHOICES(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "An update of {fields} alone would be refused by {crm}.",
      Level.MAY_BREAK,
      "Some updates that were taken would be refused by {crm}."),
  MORE_TAKEN(
      Law.LOOSER_REQUEST,
      Level.NO_EFFECT,
      "Updates that worked still do.",
      Level.NO_EFFECT,
      "Updates that worked still do."),
  OTHER_CALL(
      Law.TIGHTER_REQUEST,
      Level.BREAKS,
      "Every update would fail at {crm}.",
      Level.MAY_BREAK,
      "The facade may send what {crm} no longer looks at."),

  /** A place in an answer of success is gone, or has another name. */
  LOST(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "The contact in the result would lack {fields}, and an update of it would be NOT_ECHOED.",
      Level.MAY_BREAK,
      "The facade does not read it; users of the generated client would find nothing there."),
  ID_LOST(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "The contact in the result would lack its id.",
      Level.MAY_BREAK,
      "The contact in the result may lack its id."),
  OTHERWISE_READ(
      Law.LOOSER_ANSWER,
      Level.MAY_BREAK,
      "The facade reads {fields} all the same and tells an observation; users of the generated"
          + " client would find nothing there.",
      Level.MAY_BREAK,
      "The facade does not read it; users of the generated client would find nothing there."),
  UNREADABLE(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "The facade could not read {fields} in the answer, and an update of it would be NOT_ECHOED or"
          + " DIFFERENT.",
      Level.MAY_BREAK,
      "The facade does not read it; users of the generated client would find nothing there."),
  LESS_SURE(
      Law.LOOSER_ANSWER,
      Level.MAY_BREAK,
      "The contact in the result may lack {fields} or have it in a form that callers do not"
          + " expect.",
      Level.MAY_BREAK,
      "The facade does not read it; users of the generated client may meet what they do not"
          + " expect."),
  TAKEN_FOR_CUSTOM_FIELD(
      Law.LOOSER_ANSWER,
      Level.MAY_BREAK,
      "The contact in the result would have it among its CUSTOM_FIELDS.",
      Level.MAY_BREAK,
      "The contact in the result would have it among its CUSTOM_FIELDS."),
  MORE_SURE(
      Law.TIGHTER_ANSWER,
      Level.NO_EFFECT,
      "Code that reads the answers still works.",
      Level.NO_EFFECT,
      "Code that reads the answers still works."),

  /** A part of a refusal is gone, or has another form. */
  FAULT_UNTOLD(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "Callers would get InvalidUpdateException where they got another exception, since the facade"
          + " could not tell the fault.",
      Level.MAY_BREAK,
      "Callers would get the same exception, perhaps without {crm}'s code, words or details."),
  OTHER_STATUS(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "Callers would get {outcome} and no longer {formerly}.",
      Level.MAY_BREAK,
      "Callers would still get {outcome}, with another status."),
  NEW_STATUS(
      Law.LOOSER_ANSWER,
      Level.MAY_BREAK,
      "Callers would get {outcome}.",
      Level.MAY_BREAK,
      "Callers would get {outcome}."),
  STATUS_GONE(
      Law.LOOSER_ANSWER,
      Level.BREAKS,
      "No answer of success is left that the facade knows.",
      Level.MAY_BREAK,
      "Callers got {outcome}; what comes in its place is not known."),
  OTHER_HEADER(
      Law.LOOSER_ANSWER,
      Level.MAY_BREAK,
      "Code that reads it from the answer would not find it, or not in that form.",
      Level.MAY_BREAK,
      "Code that reads it from the answer would not find it, or not in that form."),

  OTHER_JAVA(
      Law.OTHER_MEANING,
      Level.MAY_BREAK,
      "Users of the generated client would have to call it by the other name.",
      Level.MAY_BREAK,
      "Users of the generated client would have to call it by the other name."),
  OTHER_DEFAULT(
      Law.OTHER_MEANING,
      Level.MAY_BREAK,
      "Where it is left out, something else would be meant.",
      Level.MAY_BREAK,
      "Where it is left out, something else would be meant."),
  MORE_RIGHTS(
      Law.TIGHTER_REQUEST,
      Level.MAY_BREAK,
      "A credential that lacks the right would be refused by {crm}.",
      Level.MAY_BREAK,
      "A credential that lacks the right would be refused by {crm}."),
  DEPRECATED(
      Law.OTHER_MEANING,
      Level.MAY_BREAK,
      "It works until {crm} takes it away.",
      Level.MAY_BREAK,
      "It works until {crm} takes it away."),
  OTHER_UNIT(
      Law.OTHER_MEANING,
      Level.MAY_BREAK,
      "The same value would mean something else.",
      Level.MAY_BREAK,
      "The same value would mean something else."),
  OTHER_WORDS(
      Law.OTHER_MEANING,
      Level.NO_EFFECT,
      "Only the wording changed.",
      Level.NO_EFFECT,
      "Only the wording changed.");

  /** The law that a rule follows from: tighter requests break, and so do looser answers. */
  public enum Law {
    TIGHTER_REQUEST("a tighter request breaks"),
    LOOSER_REQUEST("a looser request does no harm"),
    LOOSER_ANSWER("a looser answer breaks"),
    TIGHTER_ANSWER("a tighter answer does no harm"),
    OTHER_MEANING("the same words with another meaning may break");

    private final String words;

    Law(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final Law law;
  private final Level ifUsed;
  private final String wordsIfUsed;
  private final Level otherwise;
  private final String wordsOtherwise;

  Impact(Law law, Level ifUsed, String wordsIfUsed, Level otherwise, String wordsOtherwise) {
    this.law = law;
    this.ifUsed = ifUsed;
    this.wordsIfUsed = wordsIfUsed;
    this.otherwise = otherwise;
    this.wordsOtherwise = wordsOtherwise;
  }

  /** Returns the rule's name in reports, such as {@code unknown-to-crm}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Law law() {
    return law;
  }

  public Level level(boolean used) {
    return used ? ifUsed : otherwise;
  }

  public String words(boolean used) {
    return used ? wordsIfUsed : wordsOtherwise;
  }
}
