package io.contactbridge.drift;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one source says about one operation. Immutable.
 *
 * <p>A specification says everything; a vendor's page or an answer only a part, and what a partial
 * source does not say is no difference.
 */
final class Facts {
  /**
   * Where a thing is written down.
   *
   * @param file as the caller named it
   * @param pointer the JSON pointer of its definition after all references, so that what stands in
   *     many places but is written once has one origin; or empty
   * @param line from 1, or 0 if there are no lines
   */
  record Origin(String file, String pointer, int line) {}

  private final String source;
  private final SortedMap<Place, Map<Aspect, Object>> places;
  private final Map<Place, Origin> origins;
  private final Map<Place, Integer> order;
  private final Predicate<Place> lists;
  private final BiPredicate<Place, Aspect> tells;

  private Facts(Builder builder) {
    source = builder.source;
    places = Collections.unmodifiableSortedMap(new TreeMap<>(builder.places));
    origins = Map.copyOf(builder.origins);
    order = Map.copyOf(builder.order);
    lists = builder.lists;
    tells = builder.tells;
  }

  /** Starts with what the source is called in reports, such as {@code main:specs/linq.yaml}. */
  static Builder of(String source) {
    return new Builder(source);
  }

  String source() {
    return source;
  }

  SortedMap<Place, Map<Aspect, Object>> places() {
    return places;
  }

  boolean has(Place place) {
    return places.containsKey(place);
  }

  /** Returns what is said, or null if nothing is. */
  @Nullable Object get(Place place, Aspect aspect) {
    Map<Aspect, Object> aspects = places.get(place);
    return aspects == null ? null : aspects.get(aspect);
  }

  @Nullable Origin origin(Place place) {
    return origins.get(place);
  }

  /** Returns where in the source the place stands, counted from its first; what is unknown is 0. */
  int position(Place place) {
    return order.getOrDefault(place, 0);
  }

  /** Returns whether the source would have listed this place if there were such a thing. */
  boolean wouldList(Place place) {
    return lists.test(place);
  }

  /**
   * Returns whether the source would have said it if the aspect of this place were not the default.
   */
  boolean wouldTell(Place place, Aspect aspect) {
    return tells.test(place, aspect);
  }

  /** Collects what a source says. */
  static final class Builder {
    private final String source;
    private final Map<Place, Map<Aspect, Object>> places = new TreeMap<>();
    private final Map<Place, Origin> origins = new TreeMap<>();
    private final Map<Place, Integer> order = new HashMap<>();
    private Predicate<Place> lists = place -> true;
    private BiPredicate<Place, Aspect> tells = (place, aspect) -> true;

    private Builder(String source) {
      this.source = requireNonNull(source, "source");
    }

    Builder place(Place place) {
      order.putIfAbsent(place, order.size());
      places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class));
      return this;
    }

    Builder place(Place place, Origin origin) {
      origins.putIfAbsent(place, origin);
      return place(place);
    }

    Builder fact(Place place, Aspect aspect, Object value) {
      place(place);
      places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class)).put(aspect, value);
      return this;
    }

    /** Adds what holds too: of two that say the same thing the first counts, lists are joined. */
    Builder also(Facts more) {
      more.places()
          .forEach(
              (place, aspects) -> {
                boolean known = places.containsKey(place);
                Origin origin = more.origin(place);
                if (origin != null) {
                  origins.putIfAbsent(place, origin);
                }
                Map<Aspect, Object> own =
                    places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class));
                aspects.forEach(
                    (aspect, value) -> {
                      if (aspect != Aspect.OF_ALTERNATIVE || !known) {
                        own.merge(aspect, value, (first, other) -> both(aspect, first, other));
                      }
                    });
              });
      return this;
    }

    private static Object both(Aspect aspect, Object first, Object other) {
      if (aspect != Aspect.ALTERNATIVES && aspect != Aspect.FURTHER_RULES) {
        return first;
      }
      Set<String> all = new TreeSet<>();
      Stream.of(first, other).forEach(list -> ((List<?>) list).forEach(each -> all.add("" + each)));
      return List.copyOf(all);
    }

    /**
     * Says of which places this source would list all that there are; by default of every place.
     */
    Builder lists(Predicate<Place> lists) {
      this.lists = lists;
      return this;
    }

    /** Says which aspects of which places this source would tell; by default all. */
    Builder tells(BiPredicate<Place, Aspect> tells) {
      this.tells = tells;
      return this;
    }

    Facts build() {
      return new Facts(this);
    }
  }
}
