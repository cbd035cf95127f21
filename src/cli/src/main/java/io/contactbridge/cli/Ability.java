package io.contactbridge.cli;

import java.util.Locale;

/** The abilities of a CRM with a field, in the words of {@code contactbridge fields}. */
enum Ability {
  SET("an update can set the field"),
  CLEAR("an update can empty it with null, which is refused by default where no document has it"),
  READ("the CRM's answer to an update has it"),
  REPLACES("setting it replaces all that the contact had in it"),
  WARNED("the plan warns of values that were observed to be ignored, to fail or to do harm"),
  TOGETHER("set only with the other half of the name, since the CRM has only full names");

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
