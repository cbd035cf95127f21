package io.contactbridge.drift.internal.compare;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The units and forms that descriptions speak of. */
public final class UnitWords {
  /** The words for each unit, by what is measured or written in it. */
  private static final Map<String, List<Pattern>> UNITS =
      Map.ofEntries(
          entry(
              "time",
              words("milliseconds?|millis|ms", "seconds?|secs?", "minutes?", "hours?", "days?")),
          entry("size", words("bytes?", "kilobytes?|kb", "megabytes?|mb")),
          entry("money", words("cents?", "dollars?", "euros?")),
          entry("share", words("percent", "fraction")),
          entry("phone", words("e\\.?164|international", "national|local")),
          entry("country", words("alpha-2|two letters", "alpha-3|three letters")),
          entry("date", words("iso 8601", "unix|epoch|since 1970", "yyyy-mm-dd", "mm/dd/yyyy")));

  private UnitWords() {}

  /** Returns whether a unit in the one has given way to another of its kind in the other. */
  public static boolean differ(@Nullable Object old, @Nullable Object now) {
    return !gone(old, now).isEmpty();
  }

  /** Returns the words of {@code text} that {@code other} has another unit for. */
  public static Set<String> gone(@Nullable Object text, @Nullable Object other) {
    Map<String, Map<Integer, String>> these = in(text);
    Map<String, Map<Integer, String>> those = in(other);
    Set<String> gone = new TreeSet<>();
    these.forEach(
        (kind, units) -> {
          Map<Integer, String> others = those.getOrDefault(kind, Map.of());
          if (!units.keySet().containsAll(others.keySet())) {
            Set<Integer> missing = new HashSet<>(units.keySet());
            missing.removeAll(others.keySet());
            missing.forEach(unit -> gone.add(Objects.requireNonNull(units.get(unit))));
          }
        });
    return gone;
  }

  private static Map<String, Map<Integer, String>> in(@Nullable Object text) {
    Map<String, Map<Integer, String>> found = new TreeMap<>();
    UNITS.forEach(
        (kind, units) -> {
          for (int i = 0; i < units.size(); i++) {
            Matcher matcher = units.get(i).matcher(Objects.toString(text, ""));
            if (matcher.find()) {
              found.computeIfAbsent(kind, ignored -> new TreeMap<>()).put(i, matcher.group());
            }
          }
        });
    return found;
  }

  private static List<Pattern> words(String... words) {
    List<Pattern> patterns = new ArrayList<>();
    for (String word : words) {
      patterns.add(Pattern.compile("(?<![\\w-])(?:" + word + ")(?!\\w)", Pattern.CASE_INSENSITIVE));
    }
    return patterns;
  }
}
