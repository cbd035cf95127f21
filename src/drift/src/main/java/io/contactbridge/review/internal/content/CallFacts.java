package io.contactbridge.review.internal.content;

import io.contactbridge.client.Evidence;
import java.util.ArrayList;
import java.util.List;

/** The call in plain words, as questions and answers. */
public final class CallFacts {
  /**
   * One of them.
   *
   * @param known where it is known from, if not from the page about the call
   */
  public record Fact(String question, Prose answer, List<Known> known) {}

  private final Spec spec;
  private final List<Fact> facts = new ArrayList<>();

  private CallFacts(Spec spec) {
    this.spec = spec;
  }

  public static List<Fact> of(Spec spec) {
    CallFacts call = new CallFacts(spec);
    call.add("What it does", spec.operation().text("description"), spec.operation());
    call.keep();
    call.address();
    call.parameters();
    call.credentials();
    call.body();
    call.limits();
    return call.facts;
  }

  private void keep() {
    Node claim = spec.operation().get("x-claims").get("keep");
    if (claim.exists()) {
      add(
          "What it leaves alone",
          "The fields that are not sent.",
          Known.from(claim, spec.operation()));
    }
  }

  private void address() {
    for (Node server : spec.document().get("servers").items()) {
      StringBuilder text = new StringBuilder("`").append(spec.method()).append(' ');
      text.append(server.text("url")).append(spec.path()).append("`\n\n");
      text.append(server.text("description"));
      server
          .get("variables")
          .entries()
          .forEach(
              (name, variable) ->
                  text.append("\n\n`")
                      .append(name)
                      .append("`: ")
                      .append(variable.text("description")));
      add("Where it goes", text.toString(), spec.operation());
    }
  }

  private void parameters() {
    for (Node parameter : spec.operation().get("parameters").items()) {
      String question =
          switch (parameter.text("in")) {
            case "path" -> "Which contact";
            case "header" -> "Sent with every call";
            default -> "In the address";
          };
      String text =
          "`%s`: %s\n\nExample: `%s`"
              .formatted(
                  parameter.text("name"), parameter.text("description"), parameter.text("example"));
      add(question, text, parameter);
    }
  }

  private void credentials() {
    for (Node scheme : schemes(spec)) {
      add("Who is calling", scheme.text("description"), scheme);
    }
  }

  private void body() {
    Node schema = spec.requestSchema().resolved();
    boolean closed = schema.text("additionalProperties").equals("false");
    String rule = closed ? " A field that is not listed below is not sent." : "";
    add("What it carries", schema.text("description") + rule, schema);
    for (Property property : Property.of(schema)) {
      List<String> oneOf = property.schema().texts("x-at-least-one-of");
      if (!oneOf.isEmpty()) {
        add(
            "What must be there",
            "At least one of `" + String.join("`, `", oneOf) + "`.",
            property.schema());
      }
    }
  }

  private void limits() {
    Node limited = spec.operation().get("responses").get("429");
    if (limited.exists()) {
      add("How often", limited.text("description"), limited);
    }
  }

  private void add(String question, String text, Node source) {
    add(question, text, Known.of(source, spec.operation()));
  }

  private void add(String question, String text, Known known) {
    Prose prose = Prose.of(text);
    if (!prose.isEmpty()) {
      boolean page = known.evidence() == Evidence.PAGE;
      facts.add(new Fact(question, prose, page ? List.of() : List.of(known)));
    }
  }

  private static List<Node> schemes(Spec spec) {
    List<Node> schemes = new ArrayList<>();
    Node own = spec.operation().get("security");
    Node required = own.exists() ? own : spec.document().get("security");
    for (Node alternative : required.items()) {
      for (String name : alternative.entries().keySet()) {
        schemes.add(spec.document().get("components", "securitySchemes", name));
      }
    }
    return schemes;
  }
}
