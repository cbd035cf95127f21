package io.contactbridge.drift.internal.answers;

import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.FactsRevision;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The path and the servers of an operation, and the URLs of requests to it. */
public final class OperationUrls {
  private static final SpecLocation OPERATION = SpecLocation.of(Part.OPERATION, "");

  private static final Pattern ROUTING =
      Pattern.compile(
          "(?i)cannot (?:get|put|patch|post) /|no route|(?:route|endpoint|page) not found"
              + "|(?:no such|unknown) (?:route|endpoint|path|url)|not found: /|the requested url");
  private static final Pattern CONTACT =
      Pattern.compile("(?i)contact|record|object|customer|person|resource|entity|user|\\bid\\b");

  private OperationUrls() {}

  public static String method(Facts spec) {
    return String.valueOf(spec.get(OPERATION, Aspect.METHOD));
  }

  public static String template(Facts spec) {
    return String.valueOf(spec.get(OPERATION, Aspect.PATH));
  }

  /** Returns whether a URL is one of the operation's, at whatever server. */
  public static boolean isOf(Facts spec, String url) {
    return match(template(spec), path(url)) != null;
  }

  /** Returns the path of a URL, which may be a path alone. */
  static String path(String url) {
    String path = url.replaceFirst("^[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*", "");
    return path.replaceFirst("[?#].*$", "").replaceFirst("(?<=.)/$", "");
  }

  /** Returns what stands before the operation's path in a URL, or null if it is another's. */
  public static @Nullable String base(Facts spec, String url) {
    String prefix = match(template(spec), path(url));
    return prefix == null ? null : authority(url) + prefix;
  }

  private static @Nullable String match(String template, String path) {
    String expression = template.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q");
    var matcher = Pattern.compile("(.*?)\\Q" + expression + "\\E").matcher(path);
    return matcher.matches() ? matcher.group(1) : null;
  }

  /**
   * Puts in where a request was redirected to: another path or another server.
   *
   * @return whether it is either
   */
  public static boolean reviseMoved(FactsRevision revision, String from, String location) {
    String target = resolve(from, location);
    if (target == null) {
      return false;
    }
    String template = template(revision.spec());
    if (match(template, path(target)) == null) {
      String path = inBraces(revision.spec(), from, target);
      boolean ofContact = path.contains("{");
      if (ofContact) {
        revision.set(OPERATION, Aspect.PATH, path);
      }
      return ofContact;
    }
    if (!authority(target).equals(authority(from)) || !path(target).equals(path(from))) {
      server(revision, target, template);
      return true;
    }
    return false;
  }

  /**
   * Returns the path of a URL as a template below the server's own path.
   *
   * @param request a URL of the operation, which has the id that the template has a name for
   */
  public static String inBraces(Facts spec, String request, String url) {
    String template = template(spec);
    String prefix = match(template, path(request));
    String path =
        templated(
            path(url).replaceAll(":(?=[A-Za-z])[A-Za-z0-9_]+", "{id}"), path(request), template);
    return prefix != null && path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }

  /** Returns whether a server knows no such path, rather than no such contact. */
  public static boolean isUnknownRoute(HttpExchange answer, String words) {
    return ROUTING.matcher(words).find()
        || !answer.answer().isJson()
        || !CONTACT.matcher(words).find();
  }

  private static void server(FactsRevision revision, String target, String template) {
    String prefix = match(template, path(target));
    String url = authority(target) + (prefix == null ? "" : prefix);
    List<SpecLocation> servers =
        revision.spec().places().stream().filter(place -> place.part() == Part.SERVER).toList();
    if (!servers.isEmpty()) {
      revision.rename(servers.get(0), SpecLocation.of(Part.SERVER, url));
      revision.set(SpecLocation.of(Part.SERVER, url), Aspect.URL, url);
    }
  }

  /** Writes a path with the names in braces instead of the id, which is nobody's business. */
  private static String templated(String path, String from, String template) {
    String id = from.substring(from.lastIndexOf('/') + 1);
    String name = template.replaceFirst("^.*(\\{[^}]*}).*$", "$1");
    return id.isEmpty() ? path : path.replace(id, name);
  }

  private static String authority(String url) {
    return url.replaceFirst("^([a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*).*$", "$1");
  }

  private static @Nullable String resolve(String from, String location) {
    try {
      return URI.create(from).resolve(location).toString();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
