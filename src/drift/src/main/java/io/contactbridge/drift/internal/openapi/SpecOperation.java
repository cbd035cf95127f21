package io.contactbridge.drift.internal.openapi;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.Urls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operation, where a document has it.
 *
 * @param method in capitals
 * @param path as the document has it
 * @param item what stands under the path
 * @param node what stands under the method
 */
public record SpecOperation(
    SpecNode root, String method, String path, SpecNode item, SpecNode node) {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /** Headers that OpenAPI says elsewhere: as content types and as credentials. */
  private static final Set<String> IGNORED_HEADERS =
      Set.of("accept", "content-type", "authorization");

  static SpecOperation only(SpecDocument document) {
    List<SpecOperation> all = all(document);
    if (all.size() != 1) {
      throw new CannotCheckException(
          document.name()
              + " has "
              + (all.isEmpty() ? "no operation" : all.size() + " operations")
              + ", and one was expected");
    }
    return all.get(0);
  }

  static SpecOperation find(SpecDocument document, String method, String path) {
    List<SpecOperation> all = all(document);
    return all.stream()
        .filter(each -> each.method.equals(method) && each.isAt(path))
        .findFirst()
        .orElseGet(
            () -> {
              if (all.size() == 1) {
                return all.get(0);
              }
              throw new CannotCheckException(
                  document.name() + " has no operation " + method + " " + path);
            });
  }

  /** Returns the servers that hold for the operation. */
  List<SpecNode> servers() {
    for (SpecNode holder : List.of(node, item, root)) {
      SpecNode servers = holder.child("servers");
      if (servers != null) {
        return servers.elements();
      }
    }
    return List.of();
  }

  /** Returns the parameters of the path and of the operation, of which the latter win. */
  List<SpecNode> parameters() {
    Map<String, SpecNode> parameters = new LinkedHashMap<>();
    for (SpecNode holder : List.of(item, node)) {
      SpecNode list = holder.child("parameters");
      for (SpecNode each : list == null ? List.<SpecNode>of() : list.elements()) {
        SpecNode parameter = each.target();
        String in = parameter.text("in");
        String name = parameter.text("name");
        if (in == null || name == null) {
          throw parameter.refusal("a parameter needs a name and in");
        }
        if (isRead(in, name)) {
          parameters.put(in + " " + name, parameter);
        }
      }
    }
    return List.copyOf(parameters.values());
  }

  private static boolean isRead(String in, String name) {
    return !(in.equals("header") && IGNORED_HEADERS.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** Returns whether path or, where a document has part of it there, server and path match. */
  public boolean isAt(String wanted) {
    String normal = Urls.normalPath(wanted);
    return Urls.normalPath(path).equals(normal)
        || servers().stream()
            .map(server -> server.text("url"))
            .anyMatch(url -> url != null && Urls.normal(url + path).endsWith(normal));
  }

  /** Returns the method and the path, such as {@code GET /contacts/{id}}. */
  public String name() {
    return method + " " + path;
  }

  /** Returns whether this is the operation of another document. */
  public boolean isSame(SpecOperation other) {
    return method.equals(other.method) && (isAt(other.path) || other.isAt(path));
  }

  public static List<SpecOperation> all(SpecDocument document) {
    List<SpecOperation> all = new ArrayList<>();
    SpecNode paths = document.root().get("paths");
    Map<String, SpecNode> items = paths == null ? Map.of() : paths.children();
    items.forEach(
        (path, reference) -> {
          SpecNode item = reference.target();
          METHODS.stream()
              .sorted()
              .forEach(
                  method -> {
                    @Nullable SpecNode node = item.get(method);
                    if (node != null) {
                      String name = method.toUpperCase(Locale.ROOT);
                      all.add(new SpecOperation(document.root(), name, path, item, node));
                    }
                  });
        });
    return all;
  }
}
