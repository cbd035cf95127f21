package io.contactbridge.review.internal.pages;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.client.Evidence;
import io.contactbridge.review.internal.changes.Refusal;
import io.contactbridge.review.internal.content.CallFacts;
import io.contactbridge.review.internal.content.Example;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Property;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Spec;
import io.contactbridge.review.internal.content.Vocabulary;
import io.contactbridge.review.internal.content.Words;
import io.contactbridge.review.internal.plans.SentRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The content of one CRM's page. */
public record CrmPage(
    Crm crm,
    String title,
    Prose about,
    Call call,
    List<FieldCard> settable,
    List<FieldCard> readOnly,
    Set<String> requestPaths,
    Set<String> answerPaths,
    List<Refusal> refusals,
    List<Count> evidence) {
  /**
   * The call that updates a contact.
   *
   * @param sent what the library sends, if it can store anything
   * @param requests the specification's examples of a request
   * @param answers the specification's examples of an answer
   */
  record Call(
      Known vendorPage,
      List<CallFacts.Fact> facts,
      List<SentRequest> sent,
      List<Example> requests,
      List<Example> answers) {
    List<Example> firstAnswer() {
      return answers.subList(0, Math.min(1, answers.size()));
    }

    List<Example> moreAnswers() {
      return answers.subList(Math.min(1, answers.size()), answers.size());
    }
  }

  /** The number of fields with one kind of evidence. */
  record Count(String word, String label, String meaning, int fields) {}

  public static CrmPage of(Spec spec, Library library) {
    FieldCards cards = new FieldCards(spec, library);
    List<FieldCard> settable = cards.settable();
    List<FieldCard> readOnly = cards.readOnly();
    Map<String, String> ids = cards.ids();
    return new CrmPage(
        spec.crm(),
        spec.document().get("info").text("title"),
        Prose.of(spec.document().get("info").text("description")),
        new Call(
            Known.of(spec.operation(), spec.operation()),
            CallFacts.of(spec),
            SentRequest.of(spec.crm(), ids),
            Example.of(spec.request(), spec, ids),
            Example.of(spec.success(), spec, ids)),
        settable,
        readOnly,
        Property.byPath(Property.of(spec.requestSchema())).keySet(),
        Property.byPath(Property.of(spec.answerSchema())).keySet(),
        Refusal.of(spec),
        evidence(Stream.concat(settable.stream(), readOnly.stream()).toList()));
  }

  public String name() {
    return crm.toString();
  }

  public String word() {
    return Words.word(crm);
  }

  String file() {
    return word() + ".html";
  }

  /** Returns the fields about which a sender should know something first. */
  List<FieldCard> warned() {
    return all(settable)
        .filter(card -> !card.warnings().isEmpty() || !card.replacing().isEmpty())
        .toList();
  }

  /** Returns all fields, with their parts, in the order of the page. */
  List<FieldCard> cards() {
    return Stream.concat(all(settable), all(readOnly)).toList();
  }

  /** Returns the names of all properties of the request and of the answer. */
  public Set<String> names() {
    return Stream.concat(requestPaths.stream(), answerPaths.stream())
        .map(path -> path.substring(path.lastIndexOf('.') + 1))
        .filter(name -> !name.equals("*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns a settable field with a similar name that the library does not know. */
  Optional<FieldCard> like(ContactField field) {
    return settable.stream()
        .filter(card -> card.names().normalised().isEmpty())
        .filter(card -> Vocabulary.field(card.property()).filter(field::equals).isPresent())
        .findFirst();
  }

  boolean hasWarnings() {
    return !warned().isEmpty();
  }

  /** Returns the card of a normalised field, preferably one that can be set. */
  public Optional<FieldCard> card(ContactField field) {
    return Stream.concat(all(settable), all(readOnly))
        .filter(
            card ->
                card.names().normalised().stream()
                    .anyMatch(own -> own.constant().equals(field.name())))
        .findFirst();
  }

  private static Stream<FieldCard> all(List<FieldCard> cards) {
    return cards.stream().flatMap(card -> Stream.concat(Stream.of(card), all(card.parts())));
  }

  private static List<Count> evidence(List<FieldCard> cards) {
    List<Count> counts = new ArrayList<>();
    Arrays.stream(Evidence.values())
        .forEach(
            evidence -> {
              long fields = all(cards).filter(card -> card.isKnown(evidence)).count();
              if (fields > 0) {
                counts.add(
                    new Count(
                        Words.word(evidence),
                        Known.label(evidence),
                        Known.meaning(evidence),
                        (int) fields));
              }
            });
    return counts;
  }
}
