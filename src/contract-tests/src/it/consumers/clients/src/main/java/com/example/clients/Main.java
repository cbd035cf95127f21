package com.example.clients;

import io.contactbridge.client.DocumentedErrors;
import io.contactbridge.client.linq.ContactsApi;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.linq.model.ErrorResponse;
import io.contactbridge.client.linq.model.UpdateContactRequest;
import io.contactbridge.client.linq.model.UpdateContactResponse;
import java.io.IOException;
import retrofit2.Response;

/** Updates a contact with the generated client alone, once well and once at fault. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    ContactsApi contacts = LinqClient.builder(() -> "token").baseUrl(args[0]).build();
    ContactInput ada = ContactInput.builder().email("ada@example.com").build();

    Response<UpdateContactResponse> updated = update(contacts, ada);
    System.out.println(updated.body());

    Response<UpdateContactResponse> refused = update(contacts, ContactInput.builder().build());
    DocumentedErrors.read(refused, ErrorResponse.class)
        .ifPresent(error -> System.out.println(refused.code() + " " + error.message()));
  }

  private static Response<UpdateContactResponse> update(ContactsApi contacts, ContactInput contact)
      throws IOException {
    UpdateContactRequest request = UpdateContactRequest.builder().contact(contact).build();
    return contacts.updateContact(123L, request).execute();
  }
}
