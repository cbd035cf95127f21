package com.example.clients;

import io.contactbridge.client.DocumentedErrors;
import io.contactbridge.client.linq.ContactsApi;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.linq.model.ErrorResponse;
import io.contactbridge.client.linq.model.UpdateContactRequest;
import io.contactbridge.client.linq.model.UpdateContactResponse;
import java.io.IOException;
import okhttp3.OkHttpClient;
import retrofit2.Response;

/** Updates a contact with the generated client alone, once well and once at fault. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws IOException {
    System.out.println(update(args[0], new OkHttpClient()).body());

    Response<UpdateContactResponse> refused = update(args[0], askingForA404());
    DocumentedErrors.read(refused, ErrorResponse.class)
        .ifPresent(error -> System.out.println(refused.code() + " " + error.message()));
  }

  private static Response<UpdateContactResponse> update(String url, OkHttpClient client)
      throws IOException {
    ContactsApi contacts =
        LinqClient.builder(() -> "token").baseUrl(url).httpClient(client).build();
    UpdateContactRequest request =
        UpdateContactRequest.builder()
            .contact(ContactInput.builder().email("ada@example.com").build())
            .build();
    return contacts.updateContact(123L, request).execute();
  }

  /** The mock answers with the error that this header asks for. */
  private static OkHttpClient askingForA404() {
    return new OkHttpClient.Builder()
        .addInterceptor(
            chain ->
                chain.proceed(
                    chain.request().newBuilder().header("Prefer", "code=404").build()))
        .build();
  }
}
