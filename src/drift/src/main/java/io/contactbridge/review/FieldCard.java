package io.contactbridge.review;

import java.util.List;

/**
 * All that is told of one field at one CRM.
 *
 * @param id the anchor on the page
 * @param name what a person would call it
 * @param property what the CRM calls it
 * @param meanings what each of the words means, if it is one of some words
 * @param requestPath where it is in the request, or empty
 * @param answerPath where it is in the answer, or empty
 * @param answerKnown where it is known from that the answer has it, if that is another source
 * @param madeUp whether the example is ours
 * @param notes what a user should know beyond the vendor's words
 * @param remarks what was seen of it
 * @param parts what it consists of
 * @param sameAs another field that consists of the same, told there; or nothing
 */
record FieldCard(
    String id,
    String name,
    String property,
    String type,
    List<Meaning> meanings,
    List<String> limits,
    String example,
    boolean madeUp,
    List<Ability> abilities,
    String requestPath,
    String answerPath,
    List<Normalised> normalised,
    Known known,
    List<Known> answerKnown,
    Prose prose,
    List<String> notes,
    List<Remark> remarks,
    List<FieldCard> parts,
    List<Link> sameAs) {
  record Meaning(String word, String meaning) {}

  record Normalised(String name, String constant) {}

  record Link(String id, String name) {}

  /**
   * Whether something can be done with the field, and how that is said.
   *
   * @param known how it is known, if not from the vendor's page
   */
  record Ability(String word, boolean can, String sentence, List<Known> known) {}

  boolean hasMeanings() {
    return !meanings.isEmpty();
  }

  boolean hasNormalised() {
    return !normalised.isEmpty();
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** Returns what somebody who sends it should know first. */
  List<Remark> warnings() {
    return remarks.stream().filter(Remark::isWarning).toList();
  }

  /** Returns the words that the filters look for. */
  String tags() {
    StringBuilder tags = new StringBuilder(known.word());
    answerKnown.forEach(other -> tags.append(' ').append(other.word()));
    abilities.stream()
        .flatMap(ability -> ability.known.stream())
        .forEach(other -> tags.append(' ').append(other.word()));
    abilities.stream()
        .filter(Ability::can)
        .forEach(ability -> tags.append(' ').append(ability.word));
    return tags.append(normalised.isEmpty() ? "" : " normalised").toString();
  }
}
