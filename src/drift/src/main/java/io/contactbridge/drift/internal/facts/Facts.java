package io.contactbridge.drift.internal.facts;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that one source says about one operation. Immutable.
 *
 * <p>A specification says everything; a vendor's page or an answer only a part, and what a partial
 * source does not say is no difference.
 */
public final class Facts implements FactView {
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
  private final NavigableMap<SpecLocation, PlaceFacts> places;
  private final Map<SpecLocation, Origin> origins;
  private final Map<SpecLocation, Integer> order;
  private final Predicate<SpecLocation> lists;
  private final BiPredicate<SpecLocation, Aspect> tells;

  private Facts(Builder builder) {
    source = builder.source;
    places = Collections.unmodifiableNavigableMap(new TreeMap<>(builder.places));
    origins = Map.copyOf(builder.origins);
    order = Map.copyOf(builder.order);
    lists = builder.lists;
    tells = builder.tells;
  }

  /** Starts with the name of the source in reports, such as {@code main:specs/linq.yaml}. */
  public static Builder of(String source) {
    return new Builder(source);
  }

  public String source() {
    return source;
  }

  /** Returns all places, in their order. */
  public SortedSet<SpecLocation> places() {
    return places.navigableKeySet();
  }

  @Override
  public boolean has(SpecLocation place) {
    return places.containsKey(place);
  }

  @Override
  public PlaceFacts at(SpecLocation place) {
    return places.getOrDefault(place, PlaceFacts.NONE);
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
    private final Map<SpecLocation, PlaceFacts> places = new TreeMap<>();
    private final Map<SpecLocation, Origin> origins = new TreeMap<>();
    private final Map<SpecLocation, Integer> order = new HashMap<>();
    private Predicate<SpecLocation> lists = place -> true;
    private BiPredicate<SpecLocation, Aspect> tells = (place, aspect) -> true;

    private Builder(String source) {
      this.source = requireNonNull(source, "source");
    }

    public Builder place(SpecLocation place) {
      order.putIfAbsent(place, order.size());
      places.putIfAbsent(place, PlaceFacts.NONE);
      return this;
    }

    public Builder place(SpecLocation place, Origin origin) {
      origins.putIfAbsent(place, origin);
      return place(place);
    }

    public Builder fact(SpecLocation place, Aspect aspect, Object value) {
      place(place);
      places.compute(
          place, (same, said) -> (said == null ? PlaceFacts.NONE : said).with(aspect, value));
      return this;
    }

    /** Adds all that is said of a place. */
    Builder facts(SpecLocation place, PlaceFacts facts) {
      facts.forEach((aspect, value) -> fact(place, aspect, value));
      return place(place);
    }

    /** Adds what holds too: of two that say the same thing the first counts, lists are joined. */
    public Builder also(Facts more) {
      more.places.forEach(
          (place, facts) -> {
            Origin origin = more.origin(place);
            if (origin != null) {
              origins.putIfAbsent(place, origin);
            }
            PlaceFacts own = places.get(place);
            places.put(
                place, own == null ? facts : own.also(facts.with(Aspect.OF_ALTERNATIVE, null)));
          });
      return this;
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
