package io.contactbridge.review.internal.pages;

import io.contactbridge.client.Evidence;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Remark;
import io.contactbridge.review.internal.content.Vocabulary;
import io.contactbridge.review.internal.content.Words;
import java.util.List;

/**
 * One field at one CRM.
 *
 * @param id the anchor on the page
 * @param parts the fields in it
 * @param sameAs another field with the same parts, which shows them; or nothing
 */
record FieldCard(
    String id,
    Names names,
    Paths paths,
    Value value,
    List<Ability> abilities,
    Sources sources,
    About about,
    List<FieldCard> parts,
    List<Link> sameAs) {
  /**
   * What the field is called.
   *
   * @param name by people
   * @param property by the CRM
   * @param normalised by the library
   */
  record Names(String name, String property, List<Normalised> normalised) {
    boolean hasNormalised() {
      return !normalised.isEmpty();
    }
  }

  record Normalised(String name, String constant) {}

  /** Where the field is in the request and in the answer; empty where it is not. */
  record Paths(String request, String answer) {}

  /**
   * What values the field has.
   *
   * @param meanings of the words, if the value is one of some words
   * @param madeUp whether the example is ours
   */
  record Value(
      String type, List<Meaning> meanings, List<String> limits, String example, boolean madeUp) {
    boolean hasMeanings() {
      return !meanings.isEmpty();
    }
  }

  record Meaning(String word, String meaning) {}

  /**
   * Where the field is known from.
   *
   * @param answer where it is known from that the answer has it, if that is another source
   */
  record Sources(Known field, List<Known> answer) {}

  /**
   * What a user should know.
   *
   * @param prose the vendor's words
   * @param notes beyond the vendor's words
   * @param remarks what was observed
   */
  record About(Prose prose, List<String> notes, List<Remark> remarks) {}

  record Link(String id, String name) {}

  /**
   * An ability of the field, and its sentence for people.
   *
   * @param state {@code yes} or {@code no}; {@code ignored} or {@code harm} if that is what was
   *     observed of what is documented; {@code doubt} if it works and is not documented
   * @param known how it is known, if not from the vendor's page
   */
  record Ability(String word, String state, String sentence, List<Known> known) {
    static Ability yes(String word, String sentence, Known known) {
      return new Ability(word, "yes", sentence, known.unlessPage());
    }

    static Ability no(String word, String sentence) {
      return new Ability(word, "no", sentence, List.of());
    }

    /** Returns whether it can be done and counted on. */
    boolean can() {
      return state.equals("yes");
    }
  }

  /** An ability as a cell of a table. */
  record Column(String state, String sentence, String brief, List<Known> known) {}

  String name() {
    return names.name;
  }

  String property() {
    return names.property;
  }

  Known known() {
    return sources.field;
  }

  /** Returns the abilities for the columns of the table. */
  List<Column> columns() {
    return List.of(
        column("set", "Set", "Cannot be set"),
        column("clear", "Can be emptied", "Cannot be emptied"),
        column("read", "Comes back", "Does not come back"));
  }

  private Column column(String word, String yes, String no) {
    Ability ability = ability(word);
    String brief =
        switch (ability.state) {
          case "yes" -> yes;
          case "ignored" -> "Ignored";
          case "harm" -> "Loses data";
          case "doubt" -> "Undocumented";
          default -> word.equals("clear") && paths.request.isEmpty() ? "" : no;
        };
    return new Column(ability.state, ability.sentence, brief, ability.known);
  }

  /** Returns the words by which people look for it, beside its own. */
  String words() {
    return Vocabulary.field(property())
            .map(field -> Words.name(field) + " " + String.join(" ", Vocabulary.of(field)))
            .orElse("")
        + " "
        + String.join(" ", names.normalised.stream().map(Normalised::name).toList());
  }

  /** Returns the warnings in a word or two each. */
  List<String> warned() {
    List<String> words = new java.util.ArrayList<>();
    replacing().forEach(all -> words.add("Replaces all"));
    warnings().stream().map(Remark::label).distinct().forEach(words::add);
    parts.stream()
        .flatMap(part -> part.warnings().stream())
        .limit(1)
        .forEach(
            remark -> words.add("Partly " + remark.label().toLowerCase(java.util.Locale.ROOT)));
    return words;
  }

  boolean hasParts() {
    return !parts.isEmpty();
  }

  /** Returns the observations that a sender should know first. */
  List<Remark> warnings() {
    return about.remarks.stream().filter(Remark::isWarning).toList();
  }

  Ability ability(String word) {
    return abilities.stream()
        .filter(ability -> ability.word.equals(word))
        .findFirst()
        .orElse(Ability.no(word, ""));
  }

  /** Returns what setting it replaces, as a list of one, or nothing. */
  List<Ability> replacing() {
    return abilities.stream().filter(ability -> ability.word.equals("replaces")).toList();
  }

  /** Returns whether anything of it is known in that way. */
  boolean isKnown(Evidence evidence) {
    return List.of(tags().split(" ", -1)).contains(Words.word(evidence));
  }

  /** Returns the words that the filters look for. */
  String tags() {
    StringBuilder tags = new StringBuilder(known().word());
    sources.answer.forEach(other -> tags.append(' ').append(other.word()));
    abilities.stream()
        .flatMap(ability -> ability.known.stream())
        .forEach(other -> tags.append(' ').append(other.word()));
    about.remarks.forEach(remark -> tags.append(' ').append(remark.known().word()));
    abilities.stream()
        .filter(Ability::can)
        .forEach(ability -> tags.append(' ').append(ability.word));
    return tags.append(names.hasNormalised() ? " normalised" : "").toString();
  }
}
