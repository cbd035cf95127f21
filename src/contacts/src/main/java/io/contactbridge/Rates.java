package io.contactbridge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's settings of the rate limit.
 *
 * @param list the limits, or null for none at all
 */
record Rates(@Nullable List<Rate> list) {
  static final Rates UNLIMITED = new Rates(null);
}
