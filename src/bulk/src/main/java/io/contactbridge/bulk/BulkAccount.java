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

/** The account whose contacts are updated, as far as a run needs to know it. */
interface BulkAccount {
  Crm crm();

  /** Returns where the updates go: the CRM's address with the account, or a mock's. */
  String to();

  /** Returns the limits of the account, the shortest first; none if none is known. */
  List<Rate> limits();

  UpdatePlan plan(String id, ContactUpdate update);

  /**
   * Returns the way to send updates.
   *
   * @param earlier when calls were made before, which count against the limits
   * @param mayBeSent is asked before each attempt
   */
  Sender sender(Collection<Instant> earlier, BooleanSupplier mayBeSent);

  /** Sends updates. */
  interface Sender {
    CompletableFuture<Sent> send(String id, ContactUpdate update);
  }

  /** The CRM's reaction to an update. */
  record Sent(int attempts, Map<ContactField, Outcome> outcomes) {}
}
