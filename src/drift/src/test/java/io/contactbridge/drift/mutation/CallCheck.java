package io.contactbridge.drift.mutation;

import io.contactbridge.Crm;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Finds why a vendor would refuse a call before it looks at the body. */
final class CallCheck {
  private static final Pattern NAME_IN_BRACES = Pattern.compile("\\{[^}]+}");

  private final Crm crm;
  private final Spec before;
  private final Spec after;

  CallCheck(Crm crm, Spec before, Spec after) {
    this.crm = crm;
    this.before = before;
    this.after = after;
  }

  /** Returns the path of the server, to which a client puts the path of the operation. */
  static String basePath(Spec spec) {
    return server(spec).getPath();
  }

  /** Returns the refusal, or null if there is none. */
  Reply refusal(Call call) {
    if (!Objects.equals(server(before).getHost(), server(after).getHost())) {
      return Reply.html(301).header("Location", "https://" + server(after).getHost() + call.path());
    }
    String template = basePath(after) + after.path();
    if (!call.path().matches(NAME_IN_BRACES.matcher(template).replaceAll("[^/]+"))) {
      return Reply.json(404, Trees.object("status", 404, "error", "Not Found", "path", "unknown"));
    }
    String method = call.method().toLowerCase(Locale.ROOT);
    if (!method.equals("get") && !method.equals(after.method())) {
      return Reply.json(405, Trees.object("status", 405, "error", "Method Not Allowed"))
          .header("Allow", "GET, " + after.method().toUpperCase(Locale.ROOT));
    }
    Reply refusal = credentials(call);
    if (refusal == null) {
      refusal = parameters(call);
    }
    return refusal == null && method.equals(after.method()) ? contentType(call) : refusal;
  }

  private Reply credentials(Call call) {
    Map<String, Object> scheme = after.credential();
    if ("http".equals(scheme.get("type"))) {
      String word = String.valueOf(scheme.get("scheme"));
      return call.header("authorization").toLowerCase(Locale.ROOT).startsWith(word + " ")
          ? null
          : Refusal.credentials(crm, "Missing credentials: use " + word + " authentication")
              .header("WWW-Authenticate", word);
    }
    String name = String.valueOf(scheme.get("name"));
    boolean inQuery = "query".equals(scheme.get("in"));
    if (inQuery ? call.query().containsKey(name) : !call.header(name).isEmpty()) {
      return null;
    }
    return Refusal.credentials(
        crm,
        inQuery
            ? "Missing query parameter " + name
            : "Missing credentials: send the " + name + " header");
  }

  private Reply parameters(Call call) {
    for (Object reference : after.parameters()) {
      Map<String, Object> parameter = after.resolve(reference);
      String name = String.valueOf(parameter.get("name"));
      Map<String, Object> schema = after.resolve(parameter.get("schema"));
      Reply refusal =
          switch (String.valueOf(parameter.get("in"))) {
            case "path" -> path(call.id(), schema);
            case "query" -> missing(parameter, "query parameter ", call.query().get(name));
            case "header" -> header(parameter, schema, call.header(name));
            default -> null;
          };
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private Reply path(String id, Map<String, Object> schema) {
    boolean number = "integer".equals(schema.get("type"));
    boolean wasNumber =
        "integer".equals(before.resolve(before.pathParameter().get("schema")).get("type"));
    boolean right = number ? id.matches("[0-9]+") : !wasNumber || !id.matches("[0-9]+");
    return right
        ? null
        : Refusal.faults(
            crm, List.of(Fault.of("id", number ? "must be an integer number" : "must be a UUID")));
  }

  private Reply header(Map<String, Object> parameter, Map<String, Object> schema, String value) {
    Reply missing = missing(parameter, "header ", value.isEmpty() ? null : value);
    return missing != null || BodyCheck.scalarFault(schema, value) == null || value.isEmpty()
        ? missing
        : Refusal.credentials(crm, "version header is invalid");
  }

  private Reply missing(Map<String, Object> parameter, String what, String value) {
    return value == null && Boolean.TRUE.equals(parameter.get("required"))
        ? Refusal.of(crm, 400, "MISSING", "Missing required " + what + parameter.get("name"))
        : null;
  }

  private Reply contentType(Call call) {
    String type = call.header("content-type").replaceAll(";.*", "").strip();
    return after.requestContent().containsKey(type)
        ? null
        : Refusal.of(
            crm,
            415,
            "Unsupported Media Type",
            "Content-Type "
                + type
                + " is not supported, send "
                + String.join(", ", after.requestContent().keySet()));
  }

  private static URI server(Spec spec) {
    return URI.create(
        NAME_IN_BRACES.matcher(String.valueOf(spec.server().get("url"))).replaceAll("acme"));
  }
}
