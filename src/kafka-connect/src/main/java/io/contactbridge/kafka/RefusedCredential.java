package io.contactbridge.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Decides how long a credential that the CRM refuses is waited for to be renewed. */
final class RefusedCredential {
  private static final Duration FOR_RENEWAL = Duration.ofMinutes(5);

  /** How long the records of one contact may all be refused, while no other contact's come. */
  private static final Duration FOR_ANOTHER_CONTACT = Duration.ofSeconds(30);

  private final @Nullable BooleanSupplier renewed;
  private @Nullable Instant since;

  /**
   * @param renewed says whether it was renewed since it was last asked, or null if it cannot be
   */
  RefusedCredential(@Nullable BooleanSupplier renewed) {
    this.renewed = renewed;
  }

  /** Notes that the CRM takes the credential. */
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
   * Returns whether it is not waited for any longer.
   *
   * @param surely whether another contact's record was refused as well
   */
  boolean isGivenUp(boolean surely, Instant now) {
    if (since == null) {
      since = now;
    }
    Duration patience = surely ? Duration.ZERO : FOR_ANOTHER_CONTACT;
    return !now.isBefore(since.plus(renewed == null ? patience : FOR_RENEWAL));
  }
}
