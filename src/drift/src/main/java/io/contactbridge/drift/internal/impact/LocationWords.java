package io.contactbridge.drift.internal.impact;

import io.contactbridge.drift.internal.facts.SpecLocation;
import io.contactbridge.drift.internal.facts.SpecLocation.Part;
import java.util.ArrayList;
import java.util.List;

/** Places in the words of sentences. */
public final class LocationWords {
  private static final int PLACES = 3;

  private LocationWords() {}

  /** Returns a place with what it is, such as {@code the property `$.email` in the request}. */
  public static String of(SpecLocation place) {
    return switch (place.part()) {
      case OPERATION -> place.path().isEmpty() ? "the operation" : "the operation " + name(place);
      case SERVER -> "the server " + name(place);
      case CREDENTIALS -> "the credential in " + name(place);
      case PATH_PARAMETER -> "the path parameter " + name(place);
      case QUERY_PARAMETER -> "the query parameter " + name(place);
      case REQUEST_HEADER -> "the request header " + name(place);
      case COOKIE -> "the cookie " + name(place);
      case REQUEST_BODY -> place.path().isEmpty() ? "the request" : inBody(place, "the request");
      case ANSWER -> name(place);
      case ANSWER_HEADER -> "the header %s of the answer %s".formatted(name(place), place.status());
      case ANSWER_BODY -> inBody(place, "the answer " + place.status());
    };
  }

  /** Returns what a place is called, without what it is. */
  static String name(SpecLocation place) {
    return place.part() == Part.ANSWER ? "the answer " + place.status() : "`" + place.path() + "`";
  }

  /** Returns the places for which the same holds as for the main one, if they are not too many. */
  static String others(SpecLocation main, List<SpecLocation> others) {
    boolean onlyStatuses =
        others.stream()
            .allMatch(place -> place.part() == main.part() && place.path().equals(main.path()));
    List<String> words = new ArrayList<>();
    others.forEach(place -> words.add(onlyStatuses ? place.status() : of(place)));
    if (onlyStatuses) {
      return (words.size() == 1 ? "the answer " : "the answers ") + joined(words);
    }
    if (words.size() > PLACES) {
      int more = words.size() - PLACES + 1;
      words.subList(PLACES - 1, words.size()).clear();
      words.add(more + " other places");
    }
    return joined(words);
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  private static String inBody(SpecLocation place, String holder) {
    String path = place.path();
    if (path.equals("$")) {
      return "the body of " + holder;
    }
    if (path.endsWith("[*]")) {
      return "each element of `%s` in %s".formatted(path.substring(0, path.length() - 3), holder);
    }
    if (path.endsWith(".*")) {
      return "each further property of `%s` in %s"
          .formatted(path.substring(0, path.length() - 2), holder);
    }
    return "the property `%s` in %s".formatted(path, holder);
  }
}
