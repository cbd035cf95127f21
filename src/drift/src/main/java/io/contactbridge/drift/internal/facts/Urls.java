package io.contactbridge.drift.internal.facts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** URLs and paths in the form in which they are compared. */
public final class Urls {
  private static final Pattern NAME = Pattern.compile("\\{[^}]*}");
  private static final Pattern HOST = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

  private Urls() {}

  /** Returns the URL without names in braces and without a slash at its end. */
  public static String normal(String url) {
    String path = normalPath(url);
    Matcher host = HOST.matcher(path);
    return host.find() ? host.group().toLowerCase(Locale.ROOT) + path.substring(host.end()) : path;
  }

  /** Returns the parameters in the order in which the path has them, then those that it has not. */
  public static List<SpecLocation> parameters(Facts facts) {
    String path =
        String.valueOf(facts.get(SpecLocation.of(SpecLocation.Part.OPERATION, ""), Aspect.PATH));
    return facts.places().stream()
        .filter(place -> place.part() == SpecLocation.Part.PATH_PARAMETER)
        .sorted(Comparator.comparingInt(place -> position(path, place.path())))
        .toList();
  }

  private static int position(String path, String name) {
    int position = path.indexOf("{" + name + "}");
    return position < 0 ? path.length() : position;
  }

  public static String normalPath(String path) {
    String nameless = NAME.matcher(path.strip()).replaceAll("{}");
    return nameless.endsWith("/") ? nameless.substring(0, nameless.length() - 1) : nameless;
  }
}
