package io.contactbridge.bulk;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.Rate;
import io.contactbridge.UpdatePlan;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/** An account by way of {@link Contacts}. */
final class ContactsAccount implements BulkAccount {
  private final Contacts.Builder builder;
  private final Contacts contacts;

  ContactsAccount(Contacts.Builder builder) {
    this.builder = builder;
    this.contacts = builder.build();
  }

  @Override
  public Crm crm() {
    return contacts.crm();
  }

  @Override
  public String to() {
    // Any id and value that every CRM could have.
    String url = plan("1", ContactUpdate.builder().email("ada@example.com").build()).url();
    return url.substring(0, url.lastIndexOf('/'));
  }

  @Override
  public List<Rate> limits() {
    return CrmProfile.of(crm()).rates();
  }

  @Override
  public UpdatePlan plan(String id, ContactUpdate update) {
    return contacts.plan(id, update);
  }

  @Override
  public Sender sender(Collection<Instant> earlier, BooleanSupplier mayBeSent) {
    Contacts sending = builder.earlierCalls(earlier).guard(mayBeSent).build();
    return (id, update) ->
        sending
            .updateAsync(id, update)
            .thenApply(result -> new Sent(result.attempts(), result.outcomes()));
  }
}
