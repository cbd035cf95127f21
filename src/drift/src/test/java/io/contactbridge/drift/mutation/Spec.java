package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A specification that can be changed. Schemas are given after their references. */
public final class Spec {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "patch", "delete", "head", "options", "trace");

  private static final Map<Crm, Spec> OWN = new EnumMap<>(Crm.class);

  private final Map<String, Object> root;

  private Spec(Object root) {
    this.root = Trees.map(root);
  }

  /** Returns a copy of this project's own specification of a CRM. */
  static synchronized Spec of(Crm crm) {
    return OWN.computeIfAbsent(crm, key -> parse(text(key))).copy();
  }

  /** Returns the text of this project's own specification of a CRM. */
  public static String text(Crm crm) {
    String name = crm.name().toLowerCase(Locale.ROOT) + ".yaml";
    try {
      return Files.readString(Path.of("..", "..", "specs", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Spec parse(String yaml) {
    return new Spec(Trees.read(yaml));
  }

  Spec copy() {
    return new Spec(Trees.copy(root));
  }

  String yaml() {
    return Trees.yaml(Trees.copy(root));
  }

  /** Returns it as JSON, which is YAML that is read and written sooner. */
  String text() {
    return Trees.json(root);
  }

  Map<String, Object> root() {
    return root;
  }

  Map<String, Object> components(String section) {
    return Trees.child(Trees.child(root, "components"), section);
  }

  Map<String, Object> paths() {
    return Trees.child(root, "paths");
  }

  String path() {
    return paths().keySet().iterator().next();
  }

  String method() {
    return pathItem().keySet().stream().filter(METHODS::contains).findFirst().orElseThrow();
  }

  Map<String, Object> pathItem() {
    return Trees.map(paths().get(path()));
  }

  public Map<String, Object> operation() {
    return Trees.map(pathItem().get(method()));
  }

  Map<String, Object> server() {
    return Trees.map(Trees.list(root.get("servers")).get(0));
  }

  /** Returns the one way of showing who calls. */
  Map<String, Object> credential() {
    return Trees.map(components("securitySchemes").values().iterator().next());
  }

  List<Object> parameters() {
    return Trees.list(operation().get("parameters"));
  }

  Map<String, Object> pathParameter() {
    return parameters().stream()
        .map(this::resolve)
        .filter(parameter -> "path".equals(parameter.get("in")))
        .findFirst()
        .orElseThrow();
  }

  Map<String, Object> responses() {
    return Trees.child(operation(), "responses");
  }

  /** Returns the answer with a status; null if the specification has none. */
  Map<String, Object> response(String status) {
    Object response = responses().get(status);
    return response == null ? null : resolve(response);
  }

  Map<String, Object> requestContent() {
    return Trees.child(resolve(operation().get("requestBody")), "content");
  }

  Map<String, Object> content(String status) {
    return Trees.child(response(status), "content");
  }

  /** Returns the schema of a body: the request's if there is no status. */
  Map<String, Object> body(String status) {
    Map<String, Object> content = status.isEmpty() ? requestContent() : content(status);
    return resolve(Trees.map(content.values().iterator().next()).get("schema"));
  }

  /** Returns the schema at a JSON path of a body. */
  Map<String, Object> schema(String status, String path) {
    Map<String, Object> schema = body(status);
    String rest = path.substring(1);
    while (!rest.isEmpty()) {
      if (rest.startsWith("[*]")) {
        schema = resolve(schema.get("items"));
        rest = rest.substring(3);
      } else {
        int end = Trees.end(rest);
        String name = rest.substring(1, end);
        schema = resolve(Trees.child(schema, "properties").get(name));
        rest = rest.substring(end);
      }
    }
    return schema;
  }

  Map<String, Object> resolve(Object node) {
    Map<String, Object> map = Trees.map(node);
    while (map.get("$ref") instanceof String reference) {
      Object target = root;
      for (String key : reference.substring("#/".length()).split("/", -1)) {
        target = Trees.map(target).get(key);
      }
      map = Trees.map(target);
    }
    return map;
  }
}
