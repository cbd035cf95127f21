package io.contactbridge.internal.mapping;

import static java.util.Objects.requireNonNull;

import io.contactbridge.Outcome;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of one sent value, and the reason for it.
 *
 * @param reason why it is not confirmed, in words without a value of the contact, or null
 */
record Judgement(Outcome outcome, @Nullable String reason) implements Serializable {
  private static final Map<Outcome, Judgement> WITHOUT_REASON = new EnumMap<>(Outcome.class);

  static {
    for (Outcome outcome : Outcome.values()) {
      WITHOUT_REASON.put(outcome, new Judgement(outcome, null));
    }
  }

  static Judgement of(Outcome outcome) {
    return requireNonNull(WITHOUT_REASON.get(outcome));
  }
}
