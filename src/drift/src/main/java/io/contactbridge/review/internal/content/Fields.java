package io.contactbridge.review.internal.content;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.contactbridge.review.internal.content.Library.Entry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which property of a request and which of an answer are the same field, and which normalised field
 * that is, as far as the facade knows; beyond it, what has the same name in the same place.
 */
public final class Fields {
  private final List<Entry> capabilities;
  private final Map<String, Property> request;
  private final Map<String, Property> answer;

  public Fields(List<Entry> capabilities, List<Property> request, List<Property> answer) {
    this.capabilities = capabilities;
    this.request = Property.byPath(request);
    this.answer = Property.byPath(answer);
  }

  /** Returns what stands at the place, be it a property or all further ones of an object. */
  public List<Entry> at(String path) {
    return capabilities.stream()
        .filter(
            capability ->
                places(capability).anyMatch(place -> place.equals(path) || isRest(place, path)))
        .toList();
  }

  /** Returns whether fields stand below the place, so that it is nothing but their wrapping. */
  public boolean isWrapping(String path) {
    return capabilities.stream()
        .flatMap(Fields::places)
        .anyMatch(place -> place.startsWith(path + "."));
  }

  /**
   * Returns where the answer has a property of the request, or nothing if it is not in the answer.
   */
  public Optional<String> answerTo(String path) {
    Optional<String> known =
        at(path).stream()
            .flatMap(capability -> optional(capability.answerPath()).stream())
            .map(place -> path.endsWith(".*") ? place + ".*" : place)
            .filter(answer::containsKey)
            .findFirst();
    return known.or(
        () ->
            wrappings().entrySet().stream()
                .filter(pair -> path.startsWith(pair.getKey() + "."))
                .sorted(Comparator.comparing(pair -> -pair.getKey().length()))
                .map(pair -> pair.getValue() + path.substring(pair.getKey().length()))
                .filter(answer::containsKey)
                .findFirst());
  }

  /** Returns where most of the fields of the answer are. */
  public String mainWrapping() {
    return capabilities.stream()
        .flatMap(capability -> optional(capability.answerPath()).stream())
        .map(Fields::parent)
        .collect(groupingBy(identity(), LinkedHashMap::new, counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("$");
  }

  private boolean isRest(String place, String path) {
    boolean hasRest = request.containsKey(place + ".*") || answer.containsKey(place + ".*");
    return hasRest && path.equals(place + ".*");
  }

  private Map<String, String> wrappings() {
    Map<String, String> wrappings = new LinkedHashMap<>();
    for (Entry capability : capabilities) {
      if (!capability.requestPath().isEmpty() && !capability.answerPath().isEmpty()) {
        wrappings.putIfAbsent(parent(capability.requestPath()), parent(capability.answerPath()));
      }
    }
    return wrappings;
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(1, path.lastIndexOf('.')));
  }

  private static Stream<String> places(Entry capability) {
    return Stream.of(capability.requestPath(), capability.answerPath())
        .filter(place -> !place.isEmpty());
  }

  private static Optional<String> optional(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
