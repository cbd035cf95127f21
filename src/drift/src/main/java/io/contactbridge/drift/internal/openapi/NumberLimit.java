package io.contactbridge.drift.internal.openapi;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The least or the greatest number that a schema admits.
 *
 * @param value null if there is none
 * @param excluded whether the value itself is not admitted; never of integers, whose next one is
 *     the limit
 */
record NumberLimit(@Nullable BigDecimal value, boolean excluded) {
  static NumberLimit least(FlatSchema schema, SchemaTypes types) {
    return of(schema, types, "minimum", "exclusiveMinimum", 1);
  }

  static NumberLimit most(FlatSchema schema, SchemaTypes types) {
    return of(schema, types, "maximum", "exclusiveMaximum", -1);
  }

  /** In OpenAPI 3.0 the second key is a truth about the first, in 3.1 it is a limit of its own. */
  private static NumberLimit of(
      FlatSchema schema, SchemaTypes types, String key, String exclusiveKey, int sign) {
    NumberLimit strictest = new NumberLimit(null, false);
    for (SpecNode part : schema.parts()) {
      NumberLimit plain = new NumberLimit(part.number(key), part.isTrue(exclusiveKey));
      NumberLimit exclusive = new NumberLimit(part.number(exclusiveKey), true);
      strictest = strictest.or(plain, sign).or(exclusive, sign);
    }
    return types.names().equals(Set.of("integer")) ? strictest.ofIntegers(sign) : strictest;
  }

  private NumberLimit or(NumberLimit other, int sign) {
    if (value == null || other.value == null) {
      return value == null ? other : this;
    }
    int order = other.value.compareTo(value) * sign;
    return order > 0 || (order == 0 && other.excluded) ? other : this;
  }

  private NumberLimit ofIntegers(int sign) {
    if (value == null || !excluded) {
      return this;
    }
    RoundingMode mode = sign > 0 ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return new NumberLimit(value.setScale(0, mode).add(BigDecimal.valueOf(sign)), false);
  }

  /** Returns what there is to say beyond the value. */
  List<String> rules(String name) {
    return excluded && value != null ? List.of(name + ": true") : List.of();
  }
}
