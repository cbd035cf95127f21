package io.contactbridge.review.internal.plans;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.UpdatePlan;
import io.contactbridge.review.internal.content.Accounts;
import java.util.Optional;

/** Asks the library what it would do with updates at one CRM. Nothing is sent. */
record OfflinePlans(Crm crm, Contacts library) {
  /** Returns the plan of an update, or nothing if the library refuses the update. */
  Optional<UpdatePlan> of(ContactUpdate update) {
    try {
      return Optional.of(library.plan(Accounts.contactId(), update));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the library's message if it refuses the update. */
  Optional<String> refusal(ContactUpdate update) {
    return refusal(Accounts.contactId(), update);
  }

  Optional<String> refusal(String id, ContactUpdate update) {
    try {
      library.plan(id, update);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Returns what is wrong with a value of the update, if the library refuses the update. */
  Optional<String> fault(ContactUpdate update) {
    String before = crm + " cannot make this update: ";
    return refusal(update)
        .map(message -> message.startsWith(before) ? message.substring(before.length()) : message);
  }
}
