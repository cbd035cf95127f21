package io.contactbridge.drift.internal.openapi;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import io.contactbridge.Crm;
import io.contactbridge.client.JsonValue;
import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.Source;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one operation of an OpenAPI 3.0 or 3.1 document, in YAML or JSON, into facts. */
public final class SpecReader {
  private static final String NO_EVIDENCE = "page";

  private final SpecOperation operation;
  private final Facts.Builder facts;
  private final SchemaReader schemas;
  private final String evidence;

  private SpecReader(SpecOperation operation) {
    this.operation = operation;
    facts = Facts.of(operation.root().origin().file());
    schemas = new SchemaReader(facts);
    evidence = evidence(operation.node(), NO_EVIDENCE);
  }

  /**
   * Returns what a document with a single operation says of it.
   *
   * @param name what the document is called in messages and reports
   * @throws CannotCheckException if it is not such a document
   */
  public static Facts read(String name, String text) {
    return read(SpecOperation.only(document(Source.text(name, text))));
  }

  /**
   * Returns what a document says of the operation that the facade calls, or of its only one.
   *
   * @throws CannotCheckException if there is no such operation
   */
  public static Facts read(Crm crm, Source source) {
    return read(ours(crm, document(source)));
  }

  /** Finds the operation that the facade calls, or the only one. */
  public static SpecOperation ours(Crm crm, SpecDocument document) {
    if (SpecOperation.all(document).size() == 1) {
      return SpecOperation.only(document);
    }
    SpecOperation shipped = SpecOperation.only(document(Source.shipped(crm)));
    return SpecOperation.find(document, shipped.method(), shipped.path());
  }

  /** Returns what a document says of one of its operations. */
  public static Facts read(SpecOperation operation) {
    return new SpecReader(operation).read();
  }

  /**
   * Returns what a document says of the operation with this method and path, in which the names in
   * braces do not count; or of its only operation, whatever its method and path.
   *
   * @throws CannotCheckException if there is no such operation
   */
  public static Facts read(Source source, String method, String path) {
    return read(SpecOperation.find(document(source), method, path));
  }

  public static SpecDocument document(Source source) {
    String name = source.name();
    SpecDocument document = SpecDocument.parse(source);
    String version = document.root().text("openapi");
    if (version == null || !version.matches("3\\.[01](\\..*)?")) {
      String is =
          document.root().child("swagger") != null
              ? "Swagger " + document.root().text("swagger")
              : version == null ? "no OpenAPI document" : "OpenAPI " + version;
      throw new CannotCheckException(name + " is " + is + ", and OpenAPI 3.0 or 3.1 is needed");
    }
    return document;
  }

  private Facts read() {
    SpecLocation place = SpecLocation.of(Part.OPERATION, "");
    facts.place(place, operation.node().origin());
    facts.fact(place, Aspect.METHOD, operation.method());
    facts.fact(place, Aspect.PATH, operation.path());
    String method = operation.node().text("operationId");
    if (method != null) {
      facts.fact(place, Aspect.METHOD_NAME, method);
    }
    rules(place, operation.node(), Set.of("callbacks"));
    facts.fact(place, Aspect.EVIDENCE, evidence);
    common(place, operation.node());
    servers();
    new SpecCredentials(operation.root(), operation.node(), facts).read();
    operation.parameters().forEach(this::parameter);
    requestBody();
    answers();
    return facts.build();
  }

  private void common(SpecLocation place, SpecNode node) {
    String description = SchemaReader.words(node.text("description"));
    if (description != null) {
      facts.fact(place, Aspect.DESCRIPTION, description);
    }
    if (node.isTrue("deprecated")) {
      facts.fact(place, Aspect.DEPRECATED, true);
    }
  }

  private void servers() {
    for (SpecNode server : operation.servers()) {
      String url = server.text("url");
      if (url != null) {
        SpecLocation place = SpecLocation.of(Part.SERVER, Urls.normal(url));
        facts.place(place, server.origin());
        facts.fact(place, Aspect.URL, url);
        SpecNode variables = server.child("variables");
        Map<String, SpecNode> all = variables == null ? Map.of() : variables.children();
        String defaults =
            all.entrySet().stream()
                .filter(each -> each.getValue().child("default") != null)
                .map(each -> each.getKey() + "=" + each.getValue().text("default"))
                .collect(joining(" "));
        if (!defaults.isEmpty()) {
          facts.fact(place, Aspect.DEFAULT, defaults);
        }
        List<String> values =
            all.entrySet().stream()
                .flatMap(
                    each ->
                        each.getValue().texts("enum").stream()
                            .map(value -> JsonValue.write(each.getKey() + "=" + value)))
                .sorted()
                .toList();
        if (!values.isEmpty()) {
          facts.fact(place, Aspect.ENUM, values);
        }
        facts.fact(place, Aspect.EVIDENCE, evidence);
        common(place, server);
      }
    }
  }

  private void parameter(SpecNode node) {
    String name = requireNonNull(node.text("name"));
    Part part =
        switch (requireNonNull(node.text("in"))) {
          case "path" -> Part.PATH_PARAMETER;
          case "query" -> Part.QUERY_PARAMETER;
          case "cookie" -> Part.COOKIE;
          default -> Part.REQUEST_HEADER;
        };
    boolean header = part == Part.REQUEST_HEADER;
    SpecLocation place = SpecLocation.of(part, header ? name.toLowerCase(Locale.ROOT) : name);
    valued(place, node);
    serialisation(place, node, part);
    if (part == Part.PATH_PARAMETER || node.isTrue("required")) {
      facts.fact(place, Aspect.REQUIRED, true);
    }
    SpecNode constant = node.child("x-constant");
    if (constant != null) {
      facts.fact(place, Aspect.ENUM, List.of(JsonValue.write(requireNonNull(constant.text()))));
    }
  }

  /** Reads how a value becomes text, where that is not as OpenAPI has it by default. */
  private void serialisation(SpecLocation place, SpecNode node, Part part) {
    boolean form = part == Part.QUERY_PARAMETER || part == Part.COOKIE;
    String style = requireNonNullElse(node.text("style"), form ? "form" : "simple");
    Map<String, String> defaults =
        Map.of(
            "allowEmptyValue",
            "false",
            "allowReserved",
            "false",
            "explode",
            String.valueOf(style.equals("form")),
            "style",
            form ? "form" : "simple");
    Set<String> rules = new TreeSet<>();
    defaults.forEach(
        (key, value) -> {
          String own = node.text(key);
          if (own != null && !own.equals(value)) {
            rules.add(key + ": " + own);
          }
        });
    SpecNode content = node.child("content");
    if (content != null) {
      rules.add("content: " + String.join(", ", SpecContent.of(content).types()));
    }
    further(place, rules);
  }

  private void further(SpecLocation place, Set<String> rules) {
    if (!rules.isEmpty()) {
      facts.also(Facts.of("").fact(place, Aspect.FURTHER_RULES, List.copyOf(rules)).build());
    }
  }

  /** Reads a parameter or a header: something with one value. */
  private void valued(SpecLocation place, SpecNode node) {
    facts.place(place, node.origin());
    facts.fact(place, Aspect.EVIDENCE, evidence(node, evidence));
    SpecNode content = node.child("content");
    SpecNode holder = content == null ? node : SpecContent.of(content).media();
    SpecNode schema = holder == null ? null : holder.child("schema");
    if (schema != null) {
      schemas.read(place, schema, evidence(node, evidence));
    }
    common(place, node);
    List<String> examples = SpecContent.examples(node);
    if (!examples.isEmpty()) {
      facts.fact(place, Aspect.EXAMPLES, examples);
    }
  }

  private void requestBody() {
    SpecNode body = operation.node().get("requestBody");
    if (body == null) {
      return;
    }
    SpecLocation place = SpecLocation.requestBody("");
    facts.place(place, body.origin());
    facts.fact(place, Aspect.EVIDENCE, evidence(body, evidence));
    common(place, body);
    if (body.isTrue("required")) {
      facts.fact(place, Aspect.REQUIRED, true);
    }
    content(place, SpecLocation.requestBody("$"), body, evidence(body, evidence));
  }

  private void answers() {
    SpecNode answers = operation.node().get("responses");
    Map<String, SpecNode> all = answers == null ? Map.of() : answers.children();
    all.forEach(
        (status, answer) -> {
          if (!status.startsWith("x-")) {
            answer(status.matches("[1-5]xx") ? status.toUpperCase(Locale.ROOT) : status, answer);
          }
        });
  }

  private void answer(String status, SpecNode reference) {
    SpecNode answer = reference.target();
    String known = evidence(answer, evidence);
    SpecLocation place = new SpecLocation(Part.ANSWER, status, "");
    facts.place(place, answer.origin());
    facts.fact(place, Aspect.EVIDENCE, known);
    common(place, answer);
    rules(place, answer, Set.of("links"));
    SpecNode headers = answer.get("headers");
    Map<String, SpecNode> all = headers == null ? Map.of() : headers.children();
    all.forEach(
        (name, header) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          SpecLocation at = new SpecLocation(Part.ANSWER_HEADER, status, lower);
          if (!lower.equals("content-type")) {
            valued(at, header.target());
            if (header.target().isTrue("required")) {
              facts.fact(at, Aspect.REQUIRED, true);
            }
          }
        });
    content(place, SpecLocation.answerBody(status, "$"), answer, known);
  }

  private void content(SpecLocation place, SpecLocation body, SpecNode holder, String known) {
    SpecNode node = holder.get("content");
    if (node == null) {
      return;
    }
    SpecContent content = SpecContent.of(node);
    if (!content.types().isEmpty()) {
      facts.fact(place, Aspect.CONTENT_TYPES, content.types());
    }
    SpecNode media = content.media();
    others(place, body, node, media, known);
    SpecNode schema = media == null ? null : media.child("schema");
    if (media == null || schema == null) {
      return;
    }
    schemas.read(body, schema, known);
    List<String> examples = new ArrayList<>(SpecContent.examples(media));
    if (!examples.isEmpty()) {
      facts.fact(body, Aspect.EXAMPLES, List.copyOf(examples));
      facts.fact(body, Aspect.PAGE_EXAMPLES, SpecContent.pageExamples(media));
    }
  }

  /** Compares as a whole what is not read piece by piece. */
  private void rules(SpecLocation place, SpecNode holder, Set<String> keys) {
    Set<String> rules = new TreeSet<>();
    for (String key : keys) {
      SpecNode rule = holder.child(key);
      if (rule != null) {
        rules.add(key + ": " + rule.json());
      }
    }
    further(place, rules);
  }

  /** The forms of a body but for the one that is read place by place. */
  private void others(
      SpecLocation place,
      SpecLocation body,
      SpecNode content,
      @Nullable SpecNode media,
      String known) {
    Set<String> marks = new TreeSet<>();
    content
        .children()
        .forEach(
            (type, reference) -> {
              SpecNode form = reference.target();
              SpecNode schema = form.child("schema");
              boolean other = media == null || form.identity() != media.identity();
              if (other && schema != null) {
                Facts.Builder read = Facts.of("");
                new SchemaReader(read).read(body, schema, known);
                marks.add(Alternatives.mark(SpecContent.normal(type), body, read.build()));
              }
            });
    if (media != null) {
      rules(place, media, Set.of("encoding"));
    }
    further(place, marks);
  }

  private static String evidence(SpecNode node, String otherwise) {
    SpecNode source = node.child("x-source");
    @Nullable String own = source == null ? null : source.text("evidence");
    return own == null ? otherwise : own;
  }
}
