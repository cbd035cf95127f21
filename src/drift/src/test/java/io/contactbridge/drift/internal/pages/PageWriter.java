package io.contactbridge.drift.internal.pages;

import static java.util.stream.Collectors.joining;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the page that a vendor would publish of an operation, in each of the forms. */
final class PageWriter {
  private static final SpecLocation OPERATION = SpecLocation.of(Part.OPERATION, "");

  /** What a scalar of each type looks like in JSON. */
  private static final Map<String, String> SCALARS =
      Map.of(
          "string", "\".*\"",
          "integer", "-?\\d+",
          "number", "-?[\\d.]+",
          "boolean", "true|false");

  private final Facts facts;
  private final Map<SpecLocation, List<SpecLocation>> properties = new HashMap<>();

  PageWriter(Facts facts) {
    this.facts = facts;
    for (SpecLocation place : facts.places()) {
      SpecLocation outer = place.outer();
      if (outer != null && !place.path().endsWith("*") && !place.path().endsWith("[*]")) {
        properties.computeIfAbsent(outer, ignored -> new ArrayList<>()).add(place);
      }
    }
  }

  /** Returns the page in the manner of GitBook's Markdown. */
  String gitBook() {
    StringBuilder page = new StringBuilder();
    page.append(
        "# Update contact\n\n{%% api-method method=\"%s\" host=\"%s\" path=\"\" %%}\n"
            .formatted(
                method().toLowerCase(Locale.ROOT),
                (server() + path()).replace("{", "{{").replace("}", "}}")));
    page.append("{% api-method-spec %}\n{% api-method-request %}\n");
    page.append(gitBook("path-parameters", params(Part.PATH_PARAMETER)));
    page.append(gitBook("query-parameters", params(Part.QUERY_PARAMETER)));
    page.append(gitBook("headers", headers()));
    page.append(gitBook("body-parameters", properties(SpecLocation.requestBody("$"))));
    page.append("{% endapi-method-request %}\n\n{% api-method-response %}\n");
    for (SpecLocation answer : in(Part.ANSWER).toList()) {
      page.append("{%% api-method-response-example httpCode=%s %%}\n".formatted(answer.status()));
      page.append("```\n")
          .append(json(SpecLocation.answerBody(answer.status(), "$")))
          .append("\n```\n");
      page.append("{% endapi-method-response-example %}\n");
    }
    page.append("{% endapi-method-response %}\n{% endapi-method-spec %}\n{% endapi-method %}\n\n");
    page.append("**Body \\(raw\\)**\n\n```text\n").append(json(SpecLocation.requestBody("$")));
    return page.append("\n```\n").toString();
  }

  private String gitBook(String section, List<SpecLocation> places) {
    if (places.isEmpty()) {
      return "";
    }
    return "{%% api-method-%s %%}\n".formatted(section)
        + places.stream()
            .map(
                place ->
                    "{%% api-method-parameter name=\"%s\" type=\"%s\" required=%s %%}\n%s\n{%% endapi-method-parameter %%}\n"
                        .formatted(
                            label(place), type(place), is(place, Aspect.REQUIRED), words(place)))
            .collect(joining("\n"))
        + "{%% endapi-method-%s %%}\n\n".formatted(section);
  }

  /** Returns the page in the manner of VitePress, with a table for each group. */
  String tables() {
    StringBuilder page = new StringBuilder("# Update Contact\n\n<Badge type=\"warning\" text=\"");
    String base = server().replaceFirst("^https://[^/]+", "");
    page.append(method()).append("\" /> `").append(base);
    page.append(path().replaceAll("\\{(\\w+)}", ":$1")).append("`\n\nUpdates a contact.\n\n");
    page.append(table("Path Parameters", params(Part.PATH_PARAMETER)));
    page.append(table("Query Parameters", params(Part.QUERY_PARAMETER)));
    page.append(table("Request Body", all(SpecLocation.requestBody("$"))));
    page.append("## Request\n\n```bash [cURL]\n").append(curl()).append("\n```\n\n");
    page.append("## Response\n\n```json\n").append(json(SpecLocation.answerBody(success(), "$")));
    page.append("\n```\n\n## Errors\n\n| Status | Code | Description |\n|---|---|---|\n");
    for (SpecLocation answer :
        in(Part.ANSWER).filter(place -> !place.status().startsWith("2")).toList()) {
      page.append("| %s | | Refused |\n".formatted(answer.status()));
    }
    return page.toString();
  }

  private String table(String title, List<SpecLocation> places) {
    if (places.isEmpty()) {
      return "";
    }
    return "## "
        + title
        + "\n\n| Parameter | Type | Required | Description |\n|---|---|---|---|\n"
        + places.stream()
            .map(
                place ->
                    "| `%s` | %s | %s | %s |\n"
                        .formatted(
                            label(place),
                            type(place).replace("|", "\\|"),
                            is(place, Aspect.REQUIRED) ? "Yes" : "No",
                            words(place)))
            .collect(joining())
        + "\n";
  }

  /** Returns the page in the manner of Starlight, where what is inside what is lost. */
  String starlight() {
    StringBuilder page = new StringBuilder("---\ntitle: Update\n---\n\n");
    page.append(method()).append("\n\n").append(server().replaceFirst("^https://[^/]+", ""));
    page.append(path()).append("\n\n```\n").append(curl()).append("\n```\n\n- Production server ");
    page.append((server() + path()).replaceFirst("https://", "")).append("\n\n");
    in(Part.REQUEST_BODY)
        .forEach(
            place -> {
              if (facts.get(place, Aspect.AT_LEAST_ONE_OF) instanceof List<?> names) {
                page.append("**At least one of the following fields must be provided:**\n\n");
                names.forEach(name -> page.append("- `").append(name).append("`\n"));
                page.append('\n');
              }
            });
    page.append("## Parameters\n\n### Path Parameters\n\n")
        .append(rows(params(Part.PATH_PARAMETER)));
    page.append(
        params(Part.QUERY_PARAMETER).isEmpty()
            ? ""
            : "### Query Parameters\n\n" + rows(params(Part.QUERY_PARAMETER)));
    page.append("## Request Body required\n\nMedia type ");
    page.append(media(SpecLocation.requestBody(""))).append("\n\nobject\n\n");
    page.append(rows(all(SpecLocation.requestBody("$")))).append("##### Example\n\n```\n");
    page.append(json(SpecLocation.requestBody("$"))).append("\n```\n\n## Responses\n\n");
    for (SpecLocation answer : in(Part.ANSWER).toList()) {
      SpecLocation body = SpecLocation.answerBody(answer.status(), "$");
      page.append("### ").append(answer.status()).append("\n\nMedia type ").append(media(answer));
      page.append("\n\nobject\n\n").append(rows(all(body))).append("##### Example\n\n```\n");
      page.append(json(body)).append("\n```\n\n");
    }
    return page.toString();
  }

  private String rows(List<SpecLocation> places) {
    return places.stream()
        .filter(place -> !place.path().endsWith("[*]"))
        .map(
            place ->
                "**%s**\n\n%s%s%s%s%s\n\n%s\n"
                    .formatted(
                        place.name().replace("_", "\\_"),
                        is(place, Aspect.REQUIRED) ? "required\n\n" : "",
                        words(place).replaceFirst("^Text\\.$", "") + "\n\n",
                        type(place).replace("[]", "").equals("array")
                            ? "array"
                            : starlightType(place),
                        facts.get(place, Aspect.FORMAT) == null
                            ? ""
                            : " format: " + facts.get(place, Aspect.FORMAT),
                        is(place, Aspect.NULLABLE) ? "\n\nnullable" : "",
                        ""))
        .collect(joining("\n"));
  }

  private String starlightType(SpecLocation place) {
    String type = type(place);
    return type.endsWith("[]") ? "Array\\<" + type.replace("[]", "") + ">" : type;
  }

  /** Returns the page as it is when copied from a browser that glues the cells of a table. */
  String copied() {
    StringBuilder page = new StringBuilder("← Contacts\n\nUpdate Contact\n\n");
    page.append(method()).append(path().replaceAll("\\{(\\w+)}", ":$1")).append("\n\n");
    page.append(glued("Header Parameters", headers()));
    page.append(glued("Path Parameters", params(Part.PATH_PARAMETER)));
    page.append(glued("Query Parameters", params(Part.QUERY_PARAMETER)));
    page.append(glued("Body Parameters", properties(SpecLocation.requestBody("$"))));
    page.append("Example RequestcURL\n").append(curl()).append("\n\n");
    for (SpecLocation answer : in(Part.ANSWER).toList()) {
      page.append("Response — ").append(answer.status()).append("\n\nExample ResponseJSON\n");
      page.append(json(SpecLocation.answerBody(answer.status(), "$"))).append("\n\n");
    }
    return page.toString();
  }

  private String glued(String title, List<SpecLocation> places) {
    return places.isEmpty()
        ? ""
        : title
            + "\n\nParameterTypeDescription\n"
            + places.stream()
                .map(
                    place ->
                        label(place)
                            + (is(place, Aspect.REQUIRED) ? "required" : "")
                            + type(place)
                            + words(place)
                            + "\n")
                .collect(joining())
            + "\n";
  }

  /** Returns the page in HTML, with a table for each group. */
  String html() {
    StringBuilder page =
        new StringBuilder("<!doctype html><html><head><title>Docs</title></head><body>");
    page.append("<nav><a>Create contact</a></nav><main><h1>Update Contact</h1>\n<div><span>");
    page.append(method()).append("</span><span>").append(path()).append("</span></div>\n");
    page.append(htmlTable("Header Parameters", headers()));
    page.append(htmlTable("Path Parameters", params(Part.PATH_PARAMETER)));
    page.append(htmlTable("Query Parameters", params(Part.QUERY_PARAMETER)));
    page.append(htmlTable("Body Parameters", all(SpecLocation.requestBody("$"))));
    page.append("<h3>Example Request</h3>\n<pre><code>")
        .append(escaped(curl()))
        .append("</code></pre>\n");
    for (SpecLocation answer : in(Part.ANSWER).toList()) {
      page.append("<h3>Response ").append(answer.status()).append("</h3>\n<pre><code>");
      page.append(escaped(json(SpecLocation.answerBody(answer.status(), "$"))))
          .append("</code></pre>\n");
    }
    return page.append("</main></body></html>\n").toString();
  }

  private String htmlTable(String title, List<SpecLocation> places) {
    return places.isEmpty()
        ? ""
        : "<h3>"
            + title
            + "</h3>\n<table><tr><th>Parameter</th><th>Type</th><th>Description</th></tr>\n"
            + places.stream()
                .map(
                    place ->
                        "<tr><td><code>%s</code>%s</td><td>%s</td><td>%s</td></tr>\n"
                            .formatted(
                                label(place),
                                is(place, Aspect.REQUIRED) ? "<span>required</span>" : "",
                                escaped(type(place)),
                                escaped(words(place))))
                .collect(joining())
            + "</table>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private String method() {
    return String.valueOf(facts.get(OPERATION, Aspect.METHOD));
  }

  private String path() {
    return String.valueOf(facts.get(OPERATION, Aspect.PATH));
  }

  private String server() {
    return in(Part.SERVER)
        .map(place -> String.valueOf(facts.get(place, Aspect.URL)))
        .findFirst()
        .orElse("");
  }

  private String success() {
    return in(Part.ANSWER)
        .map(SpecLocation::status)
        .filter(status -> status.startsWith("2"))
        .findFirst()
        .orElse("200");
  }

  private String media(SpecLocation holder) {
    return facts.get(holder, Aspect.CONTENT_TYPES) instanceof List<?> types
        ? String.valueOf(types.get(0))
        : "application/json";
  }

  private List<SpecLocation> params(Part part) {
    return in(part).toList();
  }

  private List<SpecLocation> headers() {
    return Stream.concat(
            Stream.concat(in(Part.CREDENTIALS), in(Part.REQUEST_HEADER)),
            Stream.of(SpecLocation.of(Part.REQUEST_HEADER, "content-type")))
        .toList();
  }

  private Stream<SpecLocation> in(Part part) {
    return facts.places().stream().filter(place -> place.part() == part);
  }

  /** Returns what is directly inside. */
  private List<SpecLocation> properties(SpecLocation object) {
    return properties.getOrDefault(object, List.of());
  }

  /** Returns everything inside, each thing before what is in it. */
  private List<SpecLocation> all(SpecLocation object) {
    return properties(object).stream()
        .flatMap(
            place -> {
              SpecLocation items = at(place, "[*]");
              return Stream.concat(
                  Stream.of(place),
                  Stream.concat(
                      all(place).stream(), facts.has(items) ? all(items).stream() : Stream.of()));
            })
        .toList();
  }

  /** Returns the name as tables have it, which is a path if it is inside something. */
  private static String label(SpecLocation place) {
    return place.part().isBody() ? place.path().substring(2).replace("[*]", "[]") : place.path();
  }

  private String type(SpecLocation place) {
    Object type = facts.get(place, Aspect.TYPE);
    Object items = facts.get(at(place, "[*]"), Aspect.TYPE);
    return type == null
        ? "any"
        : type.equals("array") && items != null && !items.equals("array")
            ? items + "[]"
            : String.valueOf(type);
  }

  private String words(SpecLocation place) {
    String scheme = String.valueOf(facts.get(place, Aspect.SCHEME));
    String start =
        place.part() == Part.CREDENTIALS
            ? scheme.equals("bearer")
                ? "Bearer {token}"
                : scheme.equals("basic") ? "Basic {token}" : "{token}"
            : place.path().equals("content-type") ? media(SpecLocation.requestBody("")) : "Text.";
    String values =
        facts.get(place, Aspect.ENUM) instanceof List<?> list
            ? " Possible values: "
                + list.stream()
                    .map(each -> ("`" + each + "`").replace("\"", ""))
                    .collect(joining(", "))
            : "";
    return (is(place, Aspect.DEPRECATED) ? "Deprecated. " : "") + start + values;
  }

  private boolean is(SpecLocation place, Aspect aspect) {
    return facts.is(place, aspect);
  }

  private String curl() {
    StringBuilder curl = new StringBuilder("curl -X " + method() + " \\\n  '" + server());
    curl.append(path()).append("' \\\n");
    for (SpecLocation place : headers()) {
      if (place.path().equals("content-type")) {
        curl.append("  -H 'Content-Type: ")
            .append(media(SpecLocation.requestBody("")))
            .append("' \\\n");
      } else if (is(place, Aspect.REQUIRED)) {
        String value =
            place.part() == Part.CREDENTIALS
                ? words(place)
                : facts.get(place, Aspect.ENUM) instanceof List<?> values
                    ? String.valueOf(values.get(0)).replace("\"", "")
                    : "2";
        curl.append("  -H '").append(place.path()).append(": ").append(value).append("' \\\n");
      }
    }
    return curl.append("  -d '").append(json(SpecLocation.requestBody("$"))).append("'").toString();
  }

  private String json(SpecLocation place) {
    return String.valueOf(value(place));
  }

  private String value(SpecLocation place) {
    String type = String.valueOf(facts.get(place, Aspect.TYPE)).replaceFirst("\\|.*", "");
    if (facts.get(place, Aspect.EXAMPLES) instanceof List<?> examples) {
      String example = String.valueOf(examples.get(0));
      boolean choice =
          !(facts.get(place, Aspect.ENUM) instanceof List<?> values) || values.contains(example);
      boolean list = type.equals("array") && facts.get(at(place, "[*]"), Aspect.ENUM) == null;
      if (list && example.matches("\\[\"[^{]*\"]")) {
        return example;
      }
      if (choice && example.matches(SCALARS.getOrDefault(type, "-"))) {
        return example;
      }
    }
    if (facts.get(place, Aspect.ENUM) instanceof List<?> values) {
      return String.valueOf(values.get(0));
    }
    return switch (type) {
      case "object" -> object(place);
      case "array" -> facts.has(at(place, "[*]")) ? "[" + value(at(place, "[*]")) + "]" : "[]";
      case "integer" -> "7";
      case "number" -> "7.5";
      case "boolean" -> "true";
      default -> text(String.valueOf(facts.get(place, Aspect.FORMAT)));
    };
  }

  private static String text(String format) {
    return switch (format) {
      case "date-time" -> "\"2024-01-15T10:30:00Z\"";
      case "date" -> "\"2024-01-15\"";
      case "uuid" -> "\"3f2b8c1e-6d4a-4e57-9b0f-2a7c5d8e1f36\"";
      default -> "\"text\"";
    };
  }

  private String object(SpecLocation place) {
    Map<String, String> members = new TreeMap<>();
    properties(place).forEach(each -> members.put(each.name(), value(each)));
    if (members.isEmpty() && facts.has(at(place, ".*"))) {
      members.put("key", value(at(place, ".*")));
    }
    return members.entrySet().stream()
        .map(each -> "\"" + each.getKey() + "\": " + each.getValue())
        .collect(joining(",\n ", "{\n ", "\n}"));
  }

  private static SpecLocation at(SpecLocation place, String step) {
    return new SpecLocation(place.part(), place.status(), place.path() + step);
  }
}
