package io.contactbridge.bench;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdateResult;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The facade, with its plan before the call and its verdict after it. */
final class FacadeClient implements Client {
  private final Contacts contacts;

  FacadeClient(String url) {
    contacts = Contacts.highLevel(Sample.TOKEN).baseUrl(url).noRateLimit().build();
  }

  @Override
  public @Nullable String update(String id) {
    return contacts.update(id, update()).requireApplied().contact().email().orElse(null);
  }

  @Override
  public void updateAsync(String id, Consumer<@Nullable String> done) {
    CompletableFuture<UpdateResult> unused =
        contacts
            .updateAsync(id, update())
            .whenComplete(
                (result, e) ->
                    done.accept(
                        result == null
                            ? null
                            : result.requireApplied().contact().email().orElse(null)));
  }

  static ContactUpdate update() {
    return ContactUpdate.builder()
        .firstName(Sample.FIRST_NAME)
        .lastName(Sample.LAST_NAME)
        .email(Sample.EMAIL)
        .phone(Sample.PHONE)
        .company(Sample.COMPANY)
        .street(Sample.STREET)
        .city(Sample.CITY)
        .region(Sample.STATE)
        .postalCode(Sample.POSTAL_CODE)
        .also(UpdateContactRequest.builder().dndSettings(GeneratedClient.dndSettings()).build())
        .build();
  }
}
