package io.contactbridge.drift.internal.checks;

import io.contactbridge.drift.Drift;
import io.contactbridge.drift.Level;
import java.util.Optional;

/**
 * A drift, and whether it is known.
 *
 * @param acknowledgement the word about it, expired or not
 * @param expired whether the word holds no longer
 */
public record Finding(Drift drift, Optional<Acknowledgement> acknowledgement, boolean expired) {
  public boolean isAcknowledged() {
    return acknowledgement.isPresent() && !expired;
  }

  public boolean counts(Level failOn) {
    return !isAcknowledged() && drift.level().compareTo(failOn) >= 0;
  }
}
