package io.contactbridge.bulk;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.Crm;
import io.contactbridge.Outcome;
import io.contactbridge.Rate;
import io.contactbridge.UpdatePlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The account whose contacts a run updates. */
interface BulkAccount {
  Crm crm();

  /** Returns the URL of the updates without the id: the CRM's, with the account, or a mock's. */
  String to();

  /** Returns the limits of the account, the shortest first; none if none is known. */
  List<Rate> limits();

  UpdatePlan plan(String id, ContactUpdate update);

  /**
   * Returns a sender of updates.
   *
   * @param earlier the times of earlier calls, which count against the limits
   * @param mayBeSent returns whether an attempt may be made; called before each attempt
   */
  Sender sender(Collection<Instant> earlier, BooleanSupplier mayBeSent);

  /** Sends updates. */
  interface Sender {
    CompletableFuture<Sent> send(String id, ContactUpdate update);
  }

  /** The CRM's reaction to an update. */
  record Sent(int attempts, Map<ContactField, Outcome> outcomes) {}
}
