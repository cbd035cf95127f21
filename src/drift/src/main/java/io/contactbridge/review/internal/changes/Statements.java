package io.contactbridge.review.internal.changes;

import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.review.internal.content.Json;
import io.contactbridge.review.internal.content.Known;
import io.contactbridge.review.internal.content.Library;
import io.contactbridge.review.internal.content.Node;
import io.contactbridge.review.internal.content.Property;
import io.contactbridge.review.internal.content.Remark;
import io.contactbridge.review.internal.content.Spec;
import io.contactbridge.review.internal.content.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The statements of a specification about each thing beyond its form: its description, its evidence
 * and its links. The comparison of forms only looks at the description.
 */
final class Statements {
  private static final Map<String, String> CLAIMS =
      Map.of(
          "clear", "can be emptied",
          "replace", "replaces all that was there",
          "keep", "is left alone by an update without it",
          "additional", "takes the account’s own fields",
          "nullable", "may come back empty",
          "description", "is as described",
          "example", "has this example");

  /** A statement that changed. */
  private record Differing(String name, String facet, String old, String now) {}

  private final Spec spec;
  private final Map<String, Map<String, String>> things = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();

  private Statements(Spec spec) {
    this.spec = spec;
    thing("the operation", "the call", spec.operation(), spec.operation());
    Property.byPath(Property.of(spec.requestSchema()))
        .forEach((path, property) -> add(path + " in the request", property, "can be set"));
    String status = spec.successStatus();
    Property.byPath(Property.of(spec.answerSchema()))
        .forEach(
            (path, property) -> add(path + " in the answer " + status, property, "comes back"));
    spec.operation().get("parameters").items().forEach(this::addParameter);
    spec.operation()
        .get("responses")
        .entries()
        .forEach(
            (code, answer) ->
                thing("the answer " + code, "the answer " + code, answer, answer.resolved()));
    Node schemes = spec.document().get("components", "securitySchemes");
    schemes
        .entries()
        .forEach((name, scheme) -> thing("credential " + name, "the credential", scheme, scheme));
    thing("the document", "the specification", spec.document(), spec.document().get("info"));
    spec.document()
        .get("x-places")
        .entries()
        .forEach((name, place) -> fact("the document", "link to " + name, Known.url(place)));
  }

  /**
   * Returns the statements that changed.
   *
   * @param known whether a change of the words of a thing is known already
   */
  static List<ReviewedChange> compare(Spec before, Spec after, Library library, Set<String> known) {
    Map<String, Map<String, String>> old = new Statements(before).things;
    Statements now = new Statements(after);
    Map<Differing, Set<String>> found = new LinkedHashMap<>();
    now.things.forEach(
        (thing, facets) -> {
          Map<String, String> earlier = old.get(thing);
          if (earlier != null) {
            Set<String> all = new LinkedHashSet<>(earlier.keySet());
            all.addAll(facets.keySet());
            for (String facet : all) {
              String first = earlier.getOrDefault(facet, "");
              String second = facets.getOrDefault(facet, "");
              String was = facet.equals("words") ? common(first, second) : first;
              String is = facet.equals("words") ? common(second, first) : second;
              if (!was.equals(is) && !known.contains(facet + " " + thing)) {
                String name = now.names.getOrDefault(thing, thing);
                found
                    .computeIfAbsent(
                        new Differing(name, facet, was, is), ignored -> new LinkedHashSet<>())
                    .add(thing);
              }
            }
          }
        });
    List<ReviewedChange> changes = new ArrayList<>();
    found.forEach(
        (differing, things) -> changes.add(change(after.crm(), differing, things, library)));
    changes.sort(Comparator.comparing(ReviewedChange::headline));
    return changes;
  }

  /**
   * Returns the lines on words that the other text has too; that there are others is another
   * change.
   */
  private static String common(String lines, String others) {
    Set<String> words =
        others.lines().map(line -> line.split(": ", 2)[0]).collect(Collectors.toSet());
    return lines
        .lines()
        .filter(line -> words.contains(line.split(": ", 2)[0]))
        .collect(Collectors.joining("\n"));
  }

  private static ReviewedChange change(
      Crm crm, Differing differing, Set<String> things, Library library) {
    Set<ContactField> fields =
        library.of(crm).stream()
            .filter(
                entry ->
                    things.stream()
                        .map(thing -> thing.split(" ", 2)[0])
                        .anyMatch(
                            path ->
                                path.equals(entry.requestPath())
                                    || path.equals(entry.answerPath())))
            .map(Library.Entry::field)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new ReviewedChange(
        crm,
        Severity.LOOK_AT_THIS,
        kind(differing.facet),
        headline(crm, differing),
        consequence(differing),
        differing.old,
        differing.now,
        things.stream().map(thing -> differing.facet + " of " + thing).toList(),
        fields,
        List.of(),
        ReviewedChange.fingerprint(
            crm.name(), differing.name, differing.facet, differing.old, differing.now));
  }

  private static String kind(String facet) {
    return switch (facet) {
      case "description", "example" -> facet;
      case "words" -> "meaning";
      default -> facet.startsWith("link") ? "link" : "evidence";
    };
  }

  private static String headline(Crm crm, Differing differing) {
    String name = differing.name;
    String facet = differing.facet;
    return switch (kind(facet)) {
      case "description" -> "%s describes %s in other words.".formatted(crm, name);
      case "example" -> "The example of %s at %s changed.".formatted(name, crm);
      case "meaning" -> "The words that %s can be at %s mean something else.".formatted(name, crm);
      case "link" ->
          "A source of what we know of %s has another address (%s)."
              .formatted(crm, Words.name(facet.replaceFirst("^link( to )?", "")));
      default ->
          facet.equals("observed")
              ? "What was observed of %s at %s changed.".formatted(name, crm)
              : "How we know that %s %s at %s changed."
                  .formatted(name, facet.replaceFirst("^evidence that it ", ""), crm);
    };
  }

  private static String consequence(Differing differing) {
    return switch (kind(differing.facet)) {
      case "description", "meaning" -> "Check whether the same value still means the same.";
      case "example" -> "Nothing else changed; the example shows what we think a value looks like.";
      case "link" -> "Open the new address, and check that it says the same.";
      default ->
          differing.facet.equals("observed")
              ? "Check whether an update still does what its sender expects."
              : "What we promise of it is as good as its evidence.";
    };
  }

  private void add(String thing, Property property, String ability) {
    String name = "“" + property.name() + "”";
    thing(thing, property.name().equals("*") ? "any other field" : name, property.own(), null);
    Node schema = property.schema();
    fact(thing, "evidence that it " + ability, known(property.own()));
    fact(thing, "example", Json.line(schema.get("example").value()));
    List<Node> words = schema.get("enum").items();
    List<Node> meanings = schema.get("x-enum-descriptions").items();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(words.size(), meanings.size()); i++) {
      text.append(words.get(i).text()).append(": ").append(meanings.get(i).text()).append("\n");
    }
    fact(thing, "words", text.toString());
  }

  private void addParameter(Node parameter) {
    String name = parameter.text("name");
    String place =
        switch (parameter.text("in")) {
          case "path" -> "the path parameter " + name;
          case "header" -> "the request header " + name.toLowerCase(java.util.Locale.ROOT);
          default -> "the query parameter " + name;
        };
    thing(place, "“" + name + "”", parameter, null);
    fact(place, "evidence that it is sent", known(parameter));
    fact(place, "example", Json.line(parameter.get("example").value()));
  }

  /** Adds the statements that any thing can have. */
  private void thing(
      String thing, String name, Node own, @org.jspecify.annotations.Nullable Node words) {
    things.computeIfAbsent(thing, ignored -> new LinkedHashMap<>());
    names.put(thing, name);
    Node described = words == null ? own.resolved() : words;
    fact(thing, "description", described.text("description").replaceAll("\\s+", " ").strip());
    fact(thing, "link", described.get("externalDocs").text("url"));
    Node claims = own.raw("x-claims").exists() ? own.raw("x-claims") : described.raw("x-claims");
    claims
        .entries()
        .forEach(
            (claim, source) ->
                fact(
                    thing,
                    "evidence that it " + CLAIMS.getOrDefault(claim, claim),
                    Known.words(source.resolved())));
    String observed =
        Remark.of(own, spec.operation()).stream()
            .map(remark -> remark.label() + ": " + remark.text() + until(remark))
            .collect(Collectors.joining(" "));
    fact(thing, "observed", observed);
  }

  private static String until(Remark remark) {
    return remark.until().isEmpty() ? "" : " (until " + remark.until() + ")";
  }

  private static String known(Node own) {
    Node source =
        own.raw("x-source").exists() ? own.raw("x-source") : own.resolved().raw("x-source");
    return Known.words(source);
  }

  private void fact(String thing, String facet, String text) {
    if (!text.isBlank()) {
      things.computeIfAbsent(thing, ignored -> new LinkedHashMap<>()).put(facet, text.strip());
    }
  }
}
