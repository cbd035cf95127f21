package io.contactbridge.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides how long to wait for the renewal of a credential that the CRM refuses. */
final class RefusedCredential {
  private static final Duration FOR_RENEWAL = Duration.ofMinutes(5);

  /** How long all records of one contact may be refused while no other contact's records arrive. */
  private static final Duration FOR_ANOTHER_CONTACT = Duration.ofSeconds(30);

  private final @Nullable BooleanSupplier renewed;
  private @Nullable Instant since;

  /**
   * @param renewed returns whether the credential has changed since the last call, or null if it
   *     cannot change
   */
  RefusedCredential(@Nullable BooleanSupplier renewed) {
    this.renewed = renewed;
  }

  /** Notes that the CRM accepts the credential. */
  void works() {
    since = null;
  }

  boolean isRenewed() {
    boolean now = renewed != null && renewed.getAsBoolean();
    if (now) {
      since = null;
    }
    return now;
  }

  /**
   * Returns whether the wait is over.
   *
   * @param surely whether another contact's record was refused too
   */
  boolean isGivenUp(boolean surely, Instant now) {
    if (since == null) {
      since = now;
    }
    Duration patience = surely ? Duration.ZERO : FOR_ANOTHER_CONTACT;
    return !now.isBefore(since.plus(renewed == null ? patience : FOR_RENEWAL));
  }
}
