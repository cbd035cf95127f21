package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The facts of one source about one place. Immutable; two with the same facts are equal. */
public final class PlaceFacts {
  public static final PlaceFacts NONE = new PlaceFacts(new EnumMap<>(Aspect.class));

  private static final Set<Aspect> JOINED = EnumSet.of(Aspect.ALTERNATIVES, Aspect.FURTHER_RULES);

  private final EnumMap<Aspect, Object> values;

  private PlaceFacts(EnumMap<Aspect, Object> values) {
    this.values = values;
  }

  /** Returns the value of an aspect, or null if the source does not give it. */
  public @Nullable Object get(Aspect aspect) {
    return values.get(aspect);
  }

  /** Returns whether an aspect is true; one that is not given is false. */
  public boolean is(Aspect aspect) {
    return Boolean.TRUE.equals(get(aspect));
  }

  /** Returns an aspect that is a text, or null if it is not given. */
  public @Nullable String text(Aspect aspect) {
    return get(aspect) instanceof String text ? text : null;
  }

  /** Returns an aspect that is a number, or null if it is not given. */
  public @Nullable BigDecimal number(Aspect aspect) {
    return get(aspect) instanceof BigDecimal number ? number : null;
  }

  /** Returns an aspect that is a list of texts, which is empty if it is not given. */
  public List<String> list(Aspect aspect) {
    return get(aspect) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** Returns the aspects that are given. */
  public Set<Aspect> aspects() {
    return Collections.unmodifiableSet(values.keySet());
  }

  public void forEach(BiConsumer<? super Aspect, Object> action) {
    values.forEach(action);
  }

  /**
   * Returns the same with another value of one aspect, or without the aspect if the value is null.
   *
   * @throws IllegalArgumentException if the value is not of the aspect's kind
   */
  public PlaceFacts with(Aspect aspect, @Nullable Object value) {
    EnumMap<Aspect, Object> copy = new EnumMap<>(values);
    if (value == null) {
      copy.remove(aspect);
    } else {
      aspect.requireKind(value);
      copy.put(aspect, value);
    }
    return new PlaceFacts(copy);
  }

  public PlaceFacts without(Set<Aspect> aspects) {
    EnumMap<Aspect, Object> copy = new EnumMap<>(values);
    copy.keySet().removeAll(aspects);
    return new PlaceFacts(copy);
  }

  /** Returns both: where they differ the first counts, and lists of rules are joined. */
  PlaceFacts also(PlaceFacts more) {
    EnumMap<Aspect, Object> both = new EnumMap<>(values);
    more.forEach(
        (aspect, value) ->
            both.merge(
                aspect,
                value,
                (first, other) -> JOINED.contains(aspect) ? joined(aspect, more) : first));
    return new PlaceFacts(both);
  }

  private List<String> joined(Aspect aspect, PlaceFacts more) {
    Set<String> all = new TreeSet<>(list(aspect));
    all.addAll(more.list(aspect));
    return List.copyOf(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PlaceFacts that && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
