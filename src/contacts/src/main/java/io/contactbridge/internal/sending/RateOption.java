package io.contactbridge.internal.sending;

import io.contactbridge.Rate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The caller's settings of the rate limit.
 *
 * @param list the limits, or null for none at all
 */
public record RateOption(@Nullable List<Rate> list) {
  public static final RateOption UNLIMITED = new RateOption(null);
}
