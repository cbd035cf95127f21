package io.contactbridge.drift;

import java.util.Optional;

/**
 * A drift, and whether it is known.
 *
 * @param acknowledgement the word about it, expired or not
 * @param expired whether the word holds no longer
 */
record Finding(Drift drift, Optional<Acknowledgement> acknowledgement, boolean expired) {
  boolean isAcknowledged() {
    return acknowledgement.isPresent() && !expired;
  }

  boolean counts(Level failOn) {
    return !isAcknowledged() && drift.level().compareTo(failOn) >= 0;
  }
}
