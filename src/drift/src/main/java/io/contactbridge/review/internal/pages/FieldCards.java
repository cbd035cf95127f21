package io.contactbridge.review.internal.pages;

import io.contactbridge.review.internal.content.Fields;
import io.contactbridge.review.internal.content.Json;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Library.Entry;
import io.contactbridge.review.internal.content.Node;
import io.contactbridge.review.internal.content.Property;
import io.contactbridge.review.internal.content.Prose;
import io.contactbridge.review.internal.content.Remark;
import io.contactbridge.review.internal.content.Spec;
import io.contactbridge.review.internal.content.Words;
import io.contactbridge.review.internal.pages.FieldCard.Ability;
import io.contactbridge.review.internal.pages.FieldCard.Link;
import io.contactbridge.review.internal.pages.FieldCard.Meaning;
import io.contactbridge.review.internal.pages.FieldCard.Normalised;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the cards of the fields at one CRM. */
final class FieldCards {
  private final Spec spec;
  private final Fields fields;
  private final List<Property> request;
  private final List<Property> answer;
  private final Map<String, Property> requests;
  private final Map<String, Property> answers;
  private final Set<String> answered = new TreeSet<>();
  private final Map<String, String> ids = new LinkedHashMap<>();
  private final Map<String, Property> told = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  FieldCards(Spec spec, Library library) {
    this.spec = spec;
    request = Property.of(spec.requestSchema());
    answer = Property.of(spec.answerSchema());
    requests = Property.byPath(request);
    answers = Property.byPath(answer);
    fields = new Fields(library.of(spec.crm()), request, answer);
  }

  /** Returns the fields that an update can set. Must be called before {@link #readOnly}. */
  List<FieldCard> settable() {
    List<FieldCard> cards = new ArrayList<>();
    unwrap(request).forEach(property -> cards.add(card(property, "", true)));
    return cards;
  }

  /** Returns the fields that an answer alone has. */
  List<FieldCard> readOnly() {
    told.clear();
    List<FieldCard> cards = new ArrayList<>();
    answer.forEach(property -> addReadOnly(property, "", cards));
    return cards;
  }

  /** Returns the anchors by the paths in request and answer, of the cards made so far. */
  Map<String, String> ids() {
    return ids;
  }

  private List<Property> unwrap(List<Property> properties) {
    List<Property> flat = new ArrayList<>();
    for (Property property : properties) {
      if (fields.isWrapping(property.path())) {
        flat.addAll(unwrap(property.parts()));
      } else {
        flat.add(property);
      }
    }
    return flat;
  }

  private void addReadOnly(Property property, String group, List<FieldCard> cards) {
    boolean wrapping = fields.isWrapping(property.path());
    if (!wrapping && !answered.contains(property.path())) {
      cards.add(card(property, group, false));
      return;
    }
    boolean main = (fields.mainWrapping() + ".").startsWith(property.path() + ".");
    String below = main ? group : group + Words.name(property.name()) + " › ";
    property.parts().forEach(part -> addReadOnly(part, below, cards));
  }

  private FieldCard card(Property property, String group, boolean settable) {
    String id = id(property.path());
    Optional<String> echo = echo(property, id, settable);
    List<Entry> capabilities = fields.at(property.path());
    String name = group + name(property, capabilities);
    names.put(property.path(), name);
    Optional<Property> same = told(property);
    same.ifPresent(other -> alias(property, other, settable));
    return new FieldCard(
        id,
        new FieldCard.Names(
            name, property.name(), capabilities.stream().map(FieldCards::normalised).toList()),
        settable
            ? new FieldCard.Paths(property.path(), echo.orElse(""))
            : new FieldCard.Paths("", property.path()),
        new FieldCard.Value(
            Words.type(property.schema()),
            meanings(property.schema()),
            Words.limits(property),
            Json.line(property.schema().get("example").value()),
            property.schema().get("x-claims", "example").text("evidence").equals("assumed")),
        abilities(property, settable, echo),
        new FieldCard.Sources(
            known(property), echo.stream().flatMap(path -> answerKnown(property, path)).toList()),
        new FieldCard.About(
            Prose.of(property.schema().text("description")),
            notes(property, capabilities),
            remarks(property, echo)),
        same.isPresent()
            ? List.of()
            : property.parts().stream().map(part -> card(part, "", settable)).toList(),
        same.map(other -> new Link(at(other.path()), names.getOrDefault(other.path(), ""))).stream()
            .toList());
  }

  /** Returns where the answer has a property of the request, and marks that place as shown. */
  private Optional<String> echo(Property property, String id, boolean settable) {
    Optional<String> echo = settable ? fields.answerTo(property.path()) : Optional.empty();
    echo.ifPresent(
        path -> {
          answered.add(path);
          ids.putIfAbsent(path, id);
        });
    return echo;
  }

  /** Returns an earlier property with the same parts, whose card shows them already. */
  private Optional<Property> told(Property property) {
    String reference = property.own().referenceName();
    return property.parts().isEmpty() || reference.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(told.putIfAbsent(reference, property));
  }

  /** Links the parts of a property to the cards of another one's parts. */
  private void alias(Property property, Property other, boolean settable) {
    for (int i = 0; i < property.parts().size(); i++) {
      Property part = property.parts().get(i);
      Property twin = other.parts().get(i);
      ids.put(part.path(), at(twin.path()));
      echo(part, at(twin.path()), settable);
      alias(part, twin, settable);
    }
  }

  private String at(String path) {
    return ids.getOrDefault(path, "");
  }

  private static String name(Property property, List<Entry> capabilities) {
    return capabilities.isEmpty()
        ? Words.name(property.name())
        : Words.name(capabilities.get(0).field());
  }

  private static Normalised normalised(Entry capability) {
    return new Normalised(Words.name(capability.field()), capability.field().name());
  }

  /** Returns the observations about the property and about its place in the answer. */
  private List<Remark> remarks(Property property, Optional<String> echo) {
    List<Remark> remarks = new ArrayList<>(Remark.of(property.own(), spec.operation()));
    Property twin = echo.isPresent() ? answers.get(echo.get()) : null;
    if (twin != null) {
      remarks.addAll(Remark.of(twin.own(), spec.operation()));
    }
    return remarks;
  }

  /** Returns the library's notes, without observations that the specification has already. */
  private static List<String> notes(Property property, List<Entry> capabilities) {
    boolean told = property.schema().get("x-observed").exists();
    return capabilities.stream()
        .map(Entry::note)
        .filter(note -> !note.isEmpty() && !(told && note.startsWith("observed: ")))
        .map(Words::sentence)
        .distinct()
        .toList();
  }

  /** Returns the evidence for a property; for further properties, that of the object around. */
  private Known known(Property property) {
    Property around = around(property.path());
    Node additional =
        around == null
            ? Node.MISSING
            : around.own().raw("x-claims").exists()
                ? around.own().get("x-claims", "additional")
                : claim(around, "additional");
    return property.name().equals("*") && additional.exists()
        ? known(additional)
        : Known.of(property.own(), spec.operation());
  }

  private @Nullable Property around(String path) {
    String outer = path.substring(0, Math.max(0, path.lastIndexOf('.')));
    Property inRequest = requests.get(outer);
    return inRequest == null ? answers.get(outer) : inRequest;
  }

  private Stream<Known> answerKnown(Property property, String answerPath) {
    Known known = Known.of(property.own(), spec.operation());
    return Stream.ofNullable(answers.get(answerPath))
        .map(twin -> Known.of(twin.own(), spec.operation()))
        .filter(other -> other.evidence() != known.evidence());
  }

  private static List<Meaning> meanings(Node schema) {
    List<Node> words = schema.get("enum").items();
    List<Node> meanings = schema.get("x-enum-descriptions").items();
    List<Meaning> list = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      list.add(new Meaning(words.get(i).text(), i < meanings.size() ? meanings.get(i).text() : ""));
    }
    return list;
  }

  private List<Ability> abilities(Property property, boolean settable, Optional<String> echo) {
    List<Ability> abilities = new ArrayList<>();
    abilities.add(settable ? set(property) : Ability.no("set", "cannot be set, only read"));
    if (settable) {
      abilities.add(clear(property));
    }
    abilities.add(
        settable && echo.isEmpty()
            ? Ability.no("read", "does not come back")
            : Ability.yes("read", "comes back in the answer", read(property, echo)));
    Node replace = claim(property, "replace");
    if (replace.exists()) {
      abilities.add(Ability.yes("replaces", "replaces all that was there", known(replace)));
    }
    return abilities;
  }

  /** A field that was observed to be ignored does not count as settable. */
  private Ability set(Property property) {
    for (Remark remark : Remark.of(property.own(), spec.operation())) {
      if (remark.isWarning() && remark.word().equals("ignored")) {
        String sentence = "documented, but observed to be ignored";
        return new Ability("set", "ignored", sentence, List.of(remark.known()));
      }
      if (remark.isWarning() && remark.word().equals("destructive")) {
        String sentence = "can be set, but was observed to lose data";
        return new Ability("set", "harm", sentence, List.of(remark.known()));
      }
    }
    return Ability.yes("set", "can be set", known(property));
  }

  private Ability clear(Property property) {
    Node claim = claim(property, "clear");
    boolean ignored =
        Remark.of(property.own(), spec.operation()).stream()
            .anyMatch(remark -> remark.isWarning() && remark.word().equals("ignored"));
    if (!property.schema().is("nullable")) {
      return claim.exists()
          ? new Ability(
              "clear", "doubt", "can be emptied, which is not documented", List.of(known(claim)))
          : Ability.no("clear", "cannot be emptied, as far as is documented");
    }
    Known known = claim.exists() ? known(claim) : known(property);
    return ignored
        ? new Ability("clear", "ignored", "documented to be emptied, but ignored", List.of())
        : Ability.yes("clear", "can be emptied", known);
  }

  private Known read(Property property, Optional<String> echo) {
    Property told = echo.isPresent() ? answers.get(echo.get()) : property;
    return Known.of(told == null ? property.own() : told.own(), spec.operation());
  }

  private static Node claim(Property property, String name) {
    return property.schema().get("x-claims").get(name);
  }

  private Known known(Node claim) {
    return Known.from(claim, spec.operation());
  }

  private String id(String path) {
    String id = "f-" + path.substring(1).replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-|-$", "");
    while (ids.containsValue(id)) {
      id += "-2";
    }
    ids.put(path, id);
    return id;
  }
}
