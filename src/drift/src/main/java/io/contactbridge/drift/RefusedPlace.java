package io.contactbridge.drift;

import io.contactbridge.drift.Place.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's sentence is about.
 *
 * @param places of the specification, all of one definition; or one that it does not have
 * @param known whether the specification has it
 * @param predicate the sentence without the name of what it is about
 */
record RefusedPlace(List<Place> places, boolean known, String predicate) {
  private static final Pattern HEADER =
      Pattern.compile(
          "\\b(X-[A-Za-z0-9-]+|[A-Za-z0-9]+(?:-[A-Za-z0-9]+)+(?=['\"`]? header)|(?<=header ['\"`]?)[A-Za-z0-9-]+|(?!(?:[Tt]he|[Aa]|[Rr]equired|[Mm]issing|this|that)\\b)[A-Za-z0-9-]+(?=['\"`]? header))",
          0);
  private static final Pattern NAME =
      Pattern.compile(
          "^[\"'`]?([A-Za-z_$][A-Za-z0-9_.$*\\[\\]-]*)[\"'`]?:? (?=is|must|should|has|cannot|can't|was|are|not)"
              + "|(?:property|properties|field|parameter|attribute|missing|key):? [\"'`]?([A-Za-z_$][A-Za-z0-9_.$*\\[\\]]*)"
              + "|[\"'`]([A-Za-z_$][A-Za-z0-9_.$*\\[\\]]*)[\"'`]"
              + "|^([A-Za-z_$][A-Za-z0-9_.$*\\[\\]]*):");
  private static final Pattern QUERY =
      Pattern.compile("(?i)query (?:string )?parameter:? [\"'`]?([A-Za-z_][A-Za-z0-9_-]*)");

  /** Such as {@code settings.property colour should not exist}. */
  private static final Pattern NESTED =
      Pattern.compile("^((?:[A-Za-z0-9_]+\\.)+)property ([A-Za-z0-9_]+)");

  private static final Set<String> NO_NAMES =
      Set.of(
          "error",
          "errors",
          "message",
          "messages",
          "detail",
          "details",
          "title",
          "property",
          "field",
          "parameter",
          "request",
          "body",
          "this",
          "that",
          "it",
          "value",
          "validation",
          "is",
          "required",
          "reason",
          "description",
          "fields",
          "header",
          "code",
          "status_code",
          "invalid",
          "missing",
          "name_of_property");

  /** Returns what a sentence is about, or null if that cannot be told. */
  static @Nullable RefusedPlace of(Facts spec, String words) {
    String sentence = NESTED.matcher(words).replaceFirst("$1$2");
    Matcher query = QUERY.matcher(sentence);
    if (query.find()) {
      Place place = Place.of(Part.QUERY_PARAMETER, query.group(1));
      return new RefusedPlace(List.of(place), spec.has(place), sentence);
    }
    RefusedPlace header = header(spec, sentence);
    return header != null ? header : property(spec, sentence);
  }

  private static @Nullable RefusedPlace header(Facts spec, String sentence) {
    for (Place place : spec.places().keySet()) {
      boolean named =
          (place.part() == Part.REQUEST_HEADER || place.part() == Part.CREDENTIALS)
              && Pattern.compile(
                      "(?i)(?<![A-Za-z0-9-])" + Pattern.quote(place.path()) + "(?![A-Za-z0-9-])")
                  .matcher(sentence)
                  .find();
      if (named
          && (place.path().contains("-") || sentence.toLowerCase(Locale.ROOT).contains("header"))) {
        return new RefusedPlace(List.of(place), true, without(sentence, place.path()));
      }
    }
    Matcher matcher = HEADER.matcher(sentence);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1);
    Place place = Place.of(Part.REQUEST_HEADER, name.toLowerCase(Locale.ROOT));
    return new RefusedPlace(List.of(place), false, without(sentence, name));
  }

  private static @Nullable RefusedPlace property(Facts spec, String sentence) {
    Matcher matcher = NAME.matcher(sentence);
    @Nullable RefusedPlace unknown = null;
    while (matcher.find()) {
      String name = firstGroup(matcher).replaceFirst("^(?:\\$\\.|body\\.|request\\.)", "");
      String path = name.replaceAll("\\[\\d*]|\\.\\d+(?=\\.|$)", "[*]");
      List<Place> places = find(spec, path);
      if (!places.isEmpty()) {
        return new RefusedPlace(places, true, without(sentence, name));
      }
      if (unknown == null && !NO_NAMES.contains(name.toLowerCase(Locale.ROOT))) {
        Place place = Place.requestBody(guess(spec, path));
        unknown = new RefusedPlace(List.of(place), false, without(sentence, name));
      }
    }
    return unknown == null ? anywhere(spec, sentence) : unknown;
  }

  private static String firstGroup(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    return matcher.group();
  }

  /** Finds the property by its path from the outside in, or by the end of its path. */
  private static List<Place> find(Facts spec, String path) {
    List<Place> found = new ArrayList<>();
    for (Place place : spec.places().keySet()) {
      String here = place.path();
      if (place.part() == Part.REQUEST_BODY
          && (here.equals("$." + path) || here.endsWith("." + path) || here.equals(path))
          && !here.equals("$")) {
        found.add(place);
      } else if (place.part() == Part.PATH_PARAMETER
          && (here.equals(path) || (path.equals("id") && !spec.has(Place.requestBody("$.id"))))) {
        return List.of(place);
      }
    }
    found.sort(Comparator.comparingInt(place -> place.path().length()));
    if (found.size() < 2 || found.get(0).path().equals("$." + path)) {
      return found.isEmpty() ? found : List.of(found.get(0));
    }
    Facts.@Nullable Origin origin = spec.origin(found.get(0));
    return found.stream()
        .filter(place -> origin != null && origin.equals(spec.origin(place)))
        .toList();
  }

  private static @Nullable RefusedPlace anywhere(Facts spec, String sentence) {
    return spec.places().keySet().stream()
        .filter(place -> place.part() == Part.REQUEST_BODY || place.part() == Part.PATH_PARAMETER)
        .filter(place -> place.name().length() > 1 && !place.path().endsWith(".*"))
        .filter(
            place ->
                Pattern.compile(
                        "(?<![A-Za-z0-9_])" + Pattern.quote(place.name()) + "(?![A-Za-z0-9_])")
                    .matcher(sentence)
                    .find())
        .max(
            Comparator.<Place>comparingInt(place -> place.name().length())
                .thenComparing(place -> -place.path().length()))
        .map(place -> new RefusedPlace(List.of(place), true, without(sentence, place.name())))
        .orElse(null);
  }

  /** Guesses that what has no path stands where most properties stand. */
  private static String guess(Facts spec, String path) {
    String first = path.contains(".") ? path.substring(0, path.indexOf('.')) : "";
    if (!first.isEmpty() && spec.has(Place.requestBody("$." + first))) {
      return "$." + path;
    }
    return Places.fullest(spec, Place.requestBody(Places.ROOT)).path() + "." + path;
  }

  private static String without(String sentence, String name) {
    String predicate = sentence;
    String quoted = "[\"'`]?" + Pattern.quote(name) + "[\"'`]?";
    predicate = predicate.replaceFirst("^" + quoted + ":\\s*", "");
    predicate = predicate.replaceFirst("^" + quoted + "(?![A-Za-z0-9_])", "");
    return predicate.replaceFirst("(?<=property |field |parameter |header )" + quoted, "").strip();
  }
}
