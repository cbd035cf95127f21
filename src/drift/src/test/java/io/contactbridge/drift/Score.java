package io.contactbridge.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.drift.mutation.Mutation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How many of the mutations a comparison caught. */
final class Score {
  private static final String BEGIN = "<!-- score -->";
  private static final String END = "<!-- /score -->";
  private static final Path README = Path.of("README.md");

  private final String comparison;
  private final Map<Mutation, String> missed = new LinkedHashMap<>();
  private final Map<String, Integer> caught = new TreeMap<>();
  private final Set<String> operators = new TreeSet<>();
  private int unplaced;
  private int hidden;

  /** Starts with the name of a comparison, and how it was made after a comma. */
  Score(String comparison) {
    this.comparison = comparison.replaceFirst("^[^,]*", "`$0`");
  }

  /**
   * Counts one mutation.
   *
   * @param fault why it was not caught, or null if it was
   * @param found whether something was said all the same, without its place, or that it could not
   *     be checked
   */
  void count(Mutation mutation, @Nullable String fault, boolean found) {
    operators.add(mutation.operator());
    if (fault == null) {
      caught.merge(mutation.operator(), 1, Integer::sum);
    } else {
      missed.put(mutation, fault);
      unplaced += found ? 1 : 0;
    }
  }

  /** Counts one mutation of which nothing that was asked and answered shows anything. */
  void countHidden(Mutation mutation) {
    operators.add(mutation.operator());
    hidden++;
  }

  /** Prints the score, and fails if the README has another. */
  @SuppressWarnings("SystemOut") // The score is what one runs these tests for.
  void printAndCheck() {
    missed().forEach(miss -> System.out.println("missed: " + miss));
    System.out.println(row());
    if ("rewrite".equals(System.getProperty("score"))) {
      record();
    }

    assertThat(recorded())
        .as("the README has another score: -Dscore=rewrite records one that rose")
        .contains(row());
  }

  /** Returns what was not caught, and what was said instead. */
  List<String> missed() {
    return missed.entrySet().stream().map(miss -> miss.getKey() + ": " + miss.getValue()).toList();
  }

  /** Returns the row for the README: what is caught at every place, at some, nowhere. */
  String row() {
    Set<String> lost = new TreeSet<>();
    missed.keySet().forEach(mutation -> lost.add(mutation.operator()));
    Set<String> everywhere = new TreeSet<>(caught.keySet());
    everywhere.removeAll(lost);
    int mutations = caught.values().stream().mapToInt(Integer::intValue).sum();
    return "| %s | %d of %d | %d | %d | %d of %d | %d | %d |"
        .formatted(
            comparison,
            everywhere.size(),
            operators.size(),
            caught.size() - everywhere.size(),
            operators.size() - caught.size(),
            mutations,
            mutations + missed.size(),
            unplaced,
            hidden);
  }

  /** Returns the rows that the README has. */
  static List<String> recorded() {
    return section().lines().filter(line -> line.startsWith("| `")).toList();
  }

  /** Puts this row in the place of the one that the README has for the comparison. */
  void record() {
    String text = readme();
    String section = section();
    String start = "| " + comparison + " ";
    Stream<String> lines =
        recorded().stream().anyMatch(line -> line.startsWith(start))
            ? section.lines().map(line -> line.startsWith(start) ? row() : line)
            : Stream.concat(section.stripTrailing().lines(), Stream.of(row(), ""));
    String now = String.join("\n", lines.toList()) + "\n";
    try {
      Files.writeString(README, text.replace(section, now));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section() {
    String text = readme();
    return text.substring(text.indexOf(BEGIN) + BEGIN.length() + 1, text.indexOf(END));
  }

  private static String readme() {
    try {
      return Files.readString(README);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
