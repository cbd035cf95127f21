package io.contactbridge.drift.internal.pages;

import static java.util.stream.Collectors.toCollection;

import io.contactbridge.drift.CannotCheckException;
import io.contactbridge.drift.internal.facts.Aspect;
import io.contactbridge.drift.internal.facts.Facts;
import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import io.contactbridge.drift.internal.facts.Urls;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page says the operation is, divided into server and path as our specification divides it.
 *
 * @param path as in the specification if the page's address ends with that, else as on the page
 * @param servers the URLs before the path; empty if the page names no host
 */
record PageAddress(String method, String path, Set<String> servers) {
  private static final SpecLocation OPERATION = SpecLocation.of(Part.OPERATION, "");
  private static final double SIMILAR = 0.6;
  private static final Pattern URL = Pattern.compile("^([a-z]+://[^/]+)(/.*)?$");

  /**
   * @param address a URL or a path
   * @param urls further URLs at which the page says the operation is, with or without values
   */
  static PageAddress of(Facts spec, String method, String address, List<String> urls) {
    String normal = normal(address);
    Matcher url = URL.matcher(normal);
    boolean whole = url.matches();
    String full = !whole ? normal : url.group(2) == null ? "/" : url.group(2);
    String ours = Urls.normalPath(String.valueOf(spec.get(OPERATION, Aspect.PATH)));
    String path = full.endsWith(ours) ? ours : withoutBase(spec, full);
    Set<String> servers = new TreeSet<>();
    if (whole) {
      servers.add(normal.substring(0, normal.length() - path.length()));
    }
    String base = full.substring(0, full.length() - path.length());
    for (String each : urls) {
      String server = server(normal(each), full);
      if (!whole && server != null) {
        servers.add(server + base);
      }
    }
    if (servers.isEmpty()) {
      // The samples were left as they were when the address changed, or the reverse.
      urls.forEach(each -> servers.add(host(normal(each)) + base));
    }
    return new PageAddress(method, path, servers);
  }

  /**
   * Makes sure that this is our operation: with our method and path, which another version or host
   * may have moved, or with most of our properties where one of the three is another.
   *
   * @param similarity what part of our request's properties the page has, from 0 to 1
   */
  void requireOurs(Facts spec, String page, double similarity) {
    Object ourMethod = spec.get(OPERATION, Aspect.METHOD);
    Object ourPath = spec.get(OPERATION, Aspect.PATH);
    boolean sameMethod = method.equals(ourMethod);
    boolean samePath = path.equals(Urls.normalPath(String.valueOf(ourPath)));
    boolean same = sameMethod && samePath && isAtHostOf(spec);
    if (!same && ((!sameMethod && !samePath) || similarity < SIMILAR)) {
      throw new CannotCheckException(
          "%s is about `%s %s` and not about `%s %s`"
              .formatted(
                  page, method, server(servers) + path, ourMethod, ourServer(spec) + ourPath));
    }
  }

  private static String server(Set<String> servers) {
    return servers.stream().findFirst().orElse("");
  }

  private static String ourServer(Facts spec) {
    return server(
        spec.places().stream()
            .filter(place -> place.part() == Part.SERVER)
            .map(place -> String.valueOf(spec.get(place, Aspect.URL)))
            .collect(toCollection(TreeSet::new)));
  }

  /** Tells the page's facts of the operation and its servers. */
  void tell(Facts spec, PageFacts facts) {
    String ours = String.valueOf(spec.get(OPERATION, Aspect.PATH));
    facts.fact(OPERATION, Aspect.METHOD, method, 0);
    facts.fact(OPERATION, Aspect.PATH, path.equals(Urls.normalPath(ours)) ? ours : path, 0);
    for (String server : servers) {
      facts.lists(Part.SERVER);
      SpecLocation place = SpecLocation.of(Part.SERVER, server);
      Object url = spec.get(place, Aspect.URL);
      facts.fact(place, Aspect.URL, url == null ? server : url, 0);
    }
  }

  private boolean isAtHostOf(Facts spec) {
    return servers.isEmpty()
        || spec.places().stream()
            .filter(place -> place.part() == Part.SERVER)
            .map(place -> host(place.path()))
            .anyMatch(host -> servers.stream().map(PageAddress::host).anyMatch(host::equals));
  }

  /** Returns the address without names, whatever the notation of its parameters. */
  static String normal(String address) {
    String braced =
        address
            .replace("\\", "")
            .replaceAll("\\?.*$", "")
            .replaceAll("\\$?\\{\\{?[^{}]*}}?", "{}")
            .replaceAll("<[^<>]*>", "{}")
            .replaceAll("/:[^/]+", "/{}");
    return Urls.normal(braced);
  }

  private static String host(String url) {
    return url.replaceAll("^([a-z]+://[^/]+).*$", "$1");
  }

  private static String withoutBase(Facts spec, String full) {
    for (SpecLocation place : spec.places()) {
      if (place.part() == Part.SERVER) {
        String base = place.path().replaceAll("^[a-z]+://[^/]+", "");
        if (!base.isEmpty() && full.startsWith(base + "/")) {
          return full.substring(base.length());
        }
      }
    }
    return full;
  }

  /** Returns what is before the path in a URL with values for its parameters; or null. */
  private static @Nullable String server(String url, String path) {
    String wanted = Pattern.quote(path).replace("{}", "\\E[^/]+\\Q");
    Matcher matcher = Pattern.compile("^([a-z]+://[^/]+(?:/.*)?)" + wanted + "$").matcher(url);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
