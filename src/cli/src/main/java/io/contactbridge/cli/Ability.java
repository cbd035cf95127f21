package io.contactbridge.cli;

import java.util.Locale;

/** The things that a CRM can do with a field, as {@code contactbridge fields} shows them. */
enum Ability {
  SET("an update can set the field"),
  CLEAR("an update can clear it with null; by default refused where no document says so"),
  READ("the CRM's answer to an update includes it"),
  REPLACES("setting it replaces everything that the contact had in it"),
  WARNED(
      "the plan warns about values that were observed to be ignored, to fail or to cause data loss"),
  TOGETHER(
      "can be set only together with the other half of the name, since the CRM has only full names");

  private final String meaning;

  Ability(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the meaning, as a part of a sentence. */
  String meaning() {
    return meaning;
  }

  int width() {
    return name().length();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
