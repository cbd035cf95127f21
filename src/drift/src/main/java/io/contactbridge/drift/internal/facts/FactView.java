package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions about the places of one operation. */
public interface FactView {
  boolean has(SpecLocation place);

  /** Returns what is said of a place, which is nothing if there is no such place. */
  PlaceFacts at(SpecLocation place);

  /** Returns what is said, or null if nothing is. */
  default @Nullable Object get(SpecLocation place, Aspect aspect) {
    return at(place).get(aspect);
  }

  /** Returns whether something is so; what is not said is not. */
  default boolean is(SpecLocation place, Aspect aspect) {
    return at(place).is(aspect);
  }

  /** Returns a text that is said, or null if none is. */
  default @Nullable String text(SpecLocation place, Aspect aspect) {
    return at(place).text(aspect);
  }

  /** Returns a number that is said, or null if none is. */
  default @Nullable BigDecimal number(SpecLocation place, Aspect aspect) {
    return at(place).number(aspect);
  }

  /** Returns what is listed; nothing if no list is said. */
  default List<String> list(SpecLocation place, Aspect aspect) {
    return at(place).list(aspect);
  }

  /** Returns the JSON types that a value may have; empty stands for any. */
  default Set<String> types(SpecLocation place) {
    return JsonTypes.of(text(place, Aspect.TYPE));
  }
}
