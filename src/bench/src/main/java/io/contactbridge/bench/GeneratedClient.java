package io.contactbridge.bench;

import io.contactbridge.client.JsonConverterFactory;
import io.contactbridge.client.highlevel.ContactsApi;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.highlevel.model.Contact;
import io.contactbridge.client.highlevel.model.DndSetting;
import io.contactbridge.client.highlevel.model.DndSettings;
import io.contactbridge.client.highlevel.model.DndStatus;
import io.contactbridge.client.highlevel.model.UpdateContactRequest;
import io.contactbridge.client.highlevel.model.UpdateContactResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import retrofit2.Response;
import retrofit2.Retrofit;

/** The generated client as one uses it without the facade. */
final class GeneratedClient implements Client {
  private final ContactsApi api;

  GeneratedClient(String url) {
    api =
        new Retrofit.Builder()
            .baseUrl(url)
            .client(
                Http.client()
                    .newBuilder()
                    .addInterceptor(HighLevelClient.ACCESS_TOKEN.with(() -> Sample.TOKEN))
                    .build())
            .addConverterFactory(JsonConverterFactory.create())
            .build()
            .create(ContactsApi.class);
  }

  @Override
  public @Nullable String update(String id) throws IOException {
    Response<UpdateContactResponse> response = api.updateContact(id, request()).execute();
    UpdateContactResponse answer = response.body();
    Contact contact = answer == null ? null : answer.contact();
    return contact == null ? null : contact.email();
  }

  static UpdateContactRequest request() {
    return UpdateContactRequest.builder()
        .firstName(Sample.FIRST_NAME)
        .lastName(Sample.LAST_NAME)
        .email(Sample.EMAIL)
        .phone(Sample.PHONE)
        .companyName(Sample.COMPANY)
        .address1(Sample.STREET)
        .city(Sample.CITY)
        .state(Sample.STATE)
        .postalCode(Sample.POSTAL_CODE)
        .dndSettings(dndSettings())
        .build();
  }

  static DndSettings dndSettings() {
    return DndSettings.builder()
        .email(
            DndSetting.builder()
                .status(DndStatus.ACTIVE)
                .message(Sample.DND_MESSAGE)
                .code(Sample.DND_CODE)
                .build())
        .build();
  }
}
