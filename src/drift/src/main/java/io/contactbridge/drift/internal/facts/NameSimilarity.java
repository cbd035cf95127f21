package io.contactbridge.drift.internal.facts;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Measures how similar two names are, whatever their spelling. */
public final class NameSimilarity {
  /** Words that APIs in general use for one another. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          entry("added", "created"),
          entry("err", "error"),
          entry("family", "last"),
          entry("given", "first"),
          entry("identifier", "id"),
          entry("label", "tag"),
          entry("labels", "tag"),
          entry("link", "url"),
          entry("mail", "email"),
          entry("mobile", "phone"),
          entry("modified", "updated"),
          entry("msg", "message"),
          entry("organisation", "company"),
          entry("organization", "company"),
          entry("postcode", "postal"),
          entry("surname", "last"),
          entry("tags", "tag"),
          entry("telephone", "phone"),
          entry("uri", "url"),
          entry("zip", "postal"));

  private static final double TYPING_ERROR = 0.7;

  private NameSimilarity() {}

  /** Returns the words of a name in lower case, such as first and name of {@code firstName}. */
  public static List<String> words(String name) {
    String spaced =
        name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
            .replaceAll("([A-Z])([A-Z][a-z])", "$1 $2")
            .replaceAll("([A-Za-z])([0-9])", "$1 $2");
    List<String> words = new ArrayList<>();
    for (String word : spaced.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Returns whether the names differ in nothing but capitals and what joins their words. */
  public static boolean sameButSpelling(String one, String other) {
    return bare(one).equals(bare(other));
  }

  /** Returns from 0, nothing in common, to 1, the same but for the spelling. */
  public static double likeness(String one, String other) {
    if (sameButSpelling(one, other)) {
      return 1;
    }
    Set<String> these = meanings(one);
    Set<String> those = meanings(other);
    double shared = shared(these, those);
    double letters = 1 - distance(bare(one), bare(other)) / longest(bare(one), bare(other));
    double likeness = Math.max(shared, letters < TYPING_ERROR ? 0 : letters);
    return digits(one).equals(digits(other)) ? likeness : likeness / 2;
  }

  private static double shared(Set<String> these, Set<String> those) {
    Set<String> both = new HashSet<>(these);
    both.retainAll(those);
    double smaller = Math.max(1, Math.min(these.size(), those.size()));
    double all = Math.max(1, these.size() + those.size() - both.size());
    return (both.size() / smaller + both.size() / all) / 2;
  }

  private static Set<String> meanings(String name) {
    Set<String> meanings = new HashSet<>();
    words(name).forEach(word -> meanings.add(SYNONYMS.getOrDefault(word, word)));
    return meanings;
  }

  private static String bare(String name) {
    return String.join("", words(name));
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }

  private static double longest(String one, String other) {
    return Math.max(1, Math.max(one.length(), other.length()));
  }

  /** Returns how many letters must be put in, taken out or changed. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
