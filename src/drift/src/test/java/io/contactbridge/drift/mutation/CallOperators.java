package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.drift.Level;
import io.contactbridge.drift.mutation.Expected.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Changes of how a CRM is called: everything but the body. */
final class CallOperators {
  /** A number in a path is text too, and may still be taken as such; a word is never a number. */
  private static Level idLevel(Crm crm) {
    return CrmProfile.of(crm).hasNumericIds() ? Level.MAY_BREAK : Level.BREAKS;
  }

  private static final String HEADER = "REQUEST_HEADER";
  private static final String CREDENTIALS = "CREDENTIALS";
  private static final String SERVER = "SERVER";
  private static final String TENANT = "X-Tenant-Id";

  private CallOperators() {}

  static List<Operator<?>> all() {
    return List.of(
        Operator.of("call: path")
            .edit((spec, crm) -> Trees.rename(spec.paths(), spec.path(), otherPath(spec.path())))
            .expect(crm -> Expected.of(Kind.CHANGED, "OPERATION", "", Level.BREAKS)),
        Operator.of("call: method")
            .edit((spec, crm) -> Trees.rename(spec.pathItem(), "put", "patch"))
            .expect(crm -> Expected.of(Kind.CHANGED, "OPERATION", "", Level.BREAKS)),
        Operator.of("call: server moved")
            .edit((spec, crm) -> server(spec, "://", "://eu."))
            .expect(crm -> moved()),
        Operator.of("call: base path of the server")
            .edit(
                (spec, crm) -> spec.server().merge("url", "/next", (url, more) -> "" + url + more))
            .expect(crm -> moved()),
        Operator.of("call: type of the path parameter")
            .edit((spec, crm) -> retype(Trees.map(spec.pathParameter().get("schema"))))
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.CHANGED), Set.of("PATH_PARAMETER"), Set.of(), idLevel(crm))),
        Operator.of("call: content type of the request")
            .edit(
                (spec, crm) ->
                    Trees.rename(
                        spec.requestContent(), "application/json", "application/merge-patch+json"))
            .expect(crm -> Expected.of(Kind.CHANGED, "REQUEST_BODY", "", Level.BREAKS).orAt("$")),
        Operator.of("call: new required header")
            .edit((spec, crm) -> spec.parameters().add(parameter("header", TENANT, true)))
            .expect(crm -> Expected.of(Kind.ADDED, HEADER, lower(TENANT), Level.BREAKS)),
        Operator.of("call: header became required")
            .given((spec, crm) -> spec.parameters().add(parameter("header", TENANT, false)))
            .edit(
                (spec, crm) -> {
                  spec.parameters().remove(spec.parameters().size() - 1);
                  spec.parameters().add(parameter("header", TENANT, true));
                })
            .expect(crm -> Expected.of(Kind.CHANGED, HEADER, lower(TENANT), Level.BREAKS)),
        Operator.of("call: new optional header")
            .edit((spec, crm) -> spec.parameters().add(parameter("header", TENANT, false)))
            .expect(crm -> Expected.of(Kind.ADDED, HEADER, lower(TENANT), Level.NO_EFFECT)),
        Operator.of("call: constant header", Crm.HIGHLEVEL)
            .edit(
                (spec, crm) -> {
                  Map<String, Object> version = version(spec);
                  version.put("x-constant", "2026-09-01");
                  version.put("example", "2026-09-01");
                  Trees.child(version, "schema").put("enum", Trees.listOf("2026-09-01"));
                })
            .expect(crm -> Expected.of(Kind.CHANGED, HEADER, "version", Level.BREAKS)),
        Operator.of("call: header renamed", Crm.HIGHLEVEL)
            .edit((spec, crm) -> version(spec).put("name", "API-Version"))
            .expect(
                crm ->
                    Expected.of(Kind.RENAMED, HEADER, "version", Level.BREAKS).orAt("api-version")),
        Operator.of("call: new required query parameter")
            .edit((spec, crm) -> spec.parameters().add(parameter("query", "tenant", true)))
            .expect(crm -> Expected.of(Kind.ADDED, "QUERY_PARAMETER", "tenant", Level.BREAKS)),
        Operator.of("call: credentials header renamed", Crm.LINQ, Crm.RAZE)
            .edit((spec, crm) -> spec.credential().put("name", "X-Access-Token"))
            .expect(
                crm ->
                    Expected.of(
                            Kind.RENAMED,
                            CREDENTIALS,
                            crm == Crm.LINQ ? "x-linq-integration-token" : "x-api-key",
                            Level.BREAKS)
                        .orAt("x-access-token")),
        Operator.of("call: scheme")
            .edit(
                (spec, crm) -> {
                  boolean http = spec.credential().containsKey("scheme");
                  spec.credential().put(http ? "scheme" : "in", http ? "basic" : "query");
                })
            .expect(
                crm ->
                    new Expected(
                        Set.of(Kind.CHANGED, Kind.RENAMED),
                        Set.of(CREDENTIALS),
                        Set.of(),
                        Level.BREAKS)));
  }

  private static Expected moved() {
    return new Expected(
        Set.of(Kind.CHANGED, Kind.RENAMED, Kind.MOVED), Set.of(SERVER), Set.of(), Level.BREAKS);
  }

  private static void server(Spec spec, String from, String to) {
    String url = (String) spec.server().get("url");
    spec.server().put("url", url.replace(from, to));
  }

  private static String otherPath(String path) {
    return path.contains("/contacts/")
        ? path.replace("/contacts/", "/people/")
        : path.replace("/contact/", "/person/");
  }

  private static void retype(Map<String, Object> schema) {
    boolean number = "integer".equals(schema.get("type"));
    schema.remove("format");
    schema.put("type", number ? "string" : "integer");
  }

  private static Map<String, Object> version(Spec spec) {
    return Trees.map(spec.components("parameters").get("Version"));
  }

  private static Map<String, Object> parameter(String in, String name, boolean required) {
    return Trees.object(
        "name",
        name,
        "in",
        in,
        "required",
        required,
        "description",
        "Which tenant is meant.",
        "schema",
        Trees.object("type", "string"),
        "example",
        "acme");
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
