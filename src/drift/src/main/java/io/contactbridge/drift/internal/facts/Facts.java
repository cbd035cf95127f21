package io.contactbridge.drift.internal.facts;

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
public final class Facts {
  /**
   * Where a thing is written down.
   *
   * @param file as the caller named it
   * @param pointer the JSON pointer of its definition after all references, so that what stands in
   *     many places but is written once has one origin; or empty
   * @param line from 1, or 0 if there are no lines
   */
  public record Origin(String file, String pointer, int line) {}

  private final String source;
  private final SortedMap<SpecLocation, Map<Aspect, Object>> places;
  private final Map<SpecLocation, Origin> origins;
  private final Map<SpecLocation, Integer> order;
  private final Predicate<SpecLocation> lists;
  private final BiPredicate<SpecLocation, Aspect> tells;

  private Facts(Builder builder) {
    source = builder.source;
    places = Collections.unmodifiableSortedMap(new TreeMap<>(builder.places));
    origins = Map.copyOf(builder.origins);
    order = Map.copyOf(builder.order);
    lists = builder.lists;
    tells = builder.tells;
  }

  /** Starts with what the source is called in reports, such as {@code main:specs/linq.yaml}. */
  public static Builder of(String source) {
    return new Builder(source);
  }

  public String source() {
    return source;
  }

  public SortedMap<SpecLocation, Map<Aspect, Object>> places() {
    return places;
  }

  public boolean has(SpecLocation place) {
    return places.containsKey(place);
  }

  /** Returns what is said, or null if nothing is. */
  public @Nullable Object get(SpecLocation place, Aspect aspect) {
    Map<Aspect, Object> aspects = places.get(place);
    return aspects == null ? null : aspects.get(aspect);
  }

  /** Returns whether something is so; what is not said is not. */
  public boolean is(SpecLocation place, Aspect aspect) {
    return Boolean.TRUE.equals(get(place, aspect));
  }

  /** Returns a text that is said, or null if none is. */
  public @Nullable String text(SpecLocation place, Aspect aspect) {
    return get(place, aspect) instanceof String text ? text : null;
  }

  /** Returns what is listed; nothing if no list is said. */
  public List<String> list(SpecLocation place, Aspect aspect) {
    return get(place, aspect) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  public @Nullable Origin origin(SpecLocation place) {
    return origins.get(place);
  }

  /** Returns where in the source the place stands, counted from its first; what is unknown is 0. */
  public int position(SpecLocation place) {
    return order.getOrDefault(place, 0);
  }

  /** Returns whether the source would have listed this place if there were such a thing. */
  public boolean wouldList(SpecLocation place) {
    return lists.test(place);
  }

  /**
   * Returns whether the source would have said it if the aspect of this place were not the default.
   */
  public boolean wouldTell(SpecLocation place, Aspect aspect) {
    return tells.test(place, aspect);
  }

  /** Collects what a source says. */
  public static final class Builder {
    private final String source;
    private final Map<SpecLocation, Map<Aspect, Object>> places = new TreeMap<>();
    private final Map<SpecLocation, Origin> origins = new TreeMap<>();
    private final Map<SpecLocation, Integer> order = new HashMap<>();
    private Predicate<SpecLocation> lists = place -> true;
    private BiPredicate<SpecLocation, Aspect> tells = (place, aspect) -> true;

    private Builder(String source) {
      this.source = requireNonNull(source, "source");
    }

    public Builder place(SpecLocation place) {
      order.putIfAbsent(place, order.size());
      places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class));
      return this;
    }

    public Builder place(SpecLocation place, Origin origin) {
      origins.putIfAbsent(place, origin);
      return place(place);
    }

    public Builder fact(SpecLocation place, Aspect aspect, Object value) {
      aspect.requireKind(value);
      place(place);
      places.computeIfAbsent(place, ignored -> new EnumMap<>(Aspect.class)).put(aspect, value);
      return this;
    }

    /** Adds what holds too: of two that say the same thing the first counts, lists are joined. */
    public Builder also(Facts more) {
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
    public Builder lists(Predicate<SpecLocation> lists) {
      this.lists = lists;
      return this;
    }

    /** Says which aspects of which places this source would tell; by default all. */
    public Builder tells(BiPredicate<SpecLocation, Aspect> tells) {
      this.tells = tells;
      return this;
    }

    public Facts build() {
      return new Facts(this);
    }
  }
}
