package io.contactbridge.drift.internal.facts;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers questions about the places of one operation. */
public interface FactView {
  boolean has(SpecLocation place);

  /** Returns the facts about a place; there are none if there is no such place. */
  PlaceFacts at(SpecLocation place);

  /** Returns the value of an aspect, or null if it is not given. */
  default @Nullable Object get(SpecLocation place, Aspect aspect) {
    return at(place).get(aspect);
  }

  /** Returns whether an aspect is true; one that is not given is false. */
  default boolean is(SpecLocation place, Aspect aspect) {
    return at(place).is(aspect);
  }

  /** Returns an aspect that is a text, or null if it is not given. */
  default @Nullable String text(SpecLocation place, Aspect aspect) {
    return at(place).text(aspect);
  }

  /** Returns an aspect that is a number, or null if it is not given. */
  default @Nullable BigDecimal number(SpecLocation place, Aspect aspect) {
    return at(place).number(aspect);
  }

  /** Returns an aspect that is a list, which is empty if it is not given. */
  default List<String> list(SpecLocation place, Aspect aspect) {
    return at(place).list(aspect);
  }

  /** Returns the JSON types that a value may have; empty stands for any. */
  default Set<String> types(SpecLocation place) {
    return JsonTypes.of(text(place, Aspect.TYPE));
  }
}
