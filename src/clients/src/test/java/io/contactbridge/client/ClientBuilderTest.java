package io.contactbridge.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.contactbridge.client.linq.ContactsApi;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.model.ApiErrorResponse;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.linq.model.ErrorResponse;
import io.contactbridge.client.linq.model.UpdateContactRequest;
import io.contactbridge.client.linq.model.UpdateContactResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import retrofit2.Response;

/** A generated client on its own, without the facade. */
final class ClientBuilderTest {
  private static final UpdateContactRequest REQUEST =
      UpdateContactRequest.builder()
          .contact(ContactInput.builder().email("ada@example.com").build())
          .build();

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void credentialIsAskedForEachRequest() throws Exception {
    List<String> tokens = new ArrayList<>(List.of("first", "second"));
    ContactsApi contacts = builder(() -> tokens.remove(0)).build();

    update(contacts, 200, "{}");
    update(contacts, 200, "{}");

    assertThat(server.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN"))
        .isEqualTo("first");
    assertThat(server.takeRequest().getHeaders().get("X-LINQ-INTEGRATION-TOKEN"))
        .isEqualTo("second");
  }

  @Test
  @SuppressWarnings("NullAway") // What NullAway tells us it does not tell everybody.
  void missingCredentialIsRefusedAtOnce() {
    assertThatNullPointerException()
        .isThrownBy(() -> LinqClient.create(null))
        .withMessage("integrationToken");
  }

  @Test
  void redirectIsNotFollowed() throws Exception {
    MockResponse redirect =
        new MockResponse.Builder().code(307).addHeader("Location", server.url("/other")).build();
    server.enqueue(redirect);

    assertThat(client().build().updateContact(1L, REQUEST).execute().code()).isEqualTo(307);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void ownHttpClientIsUsed() throws Exception {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    chain.proceed(chain.request().newBuilder().header("X-Own", "here").build()))
            .build();

    update(client().httpClient(own).build(), 200, "{}");

    assertThat(server.takeRequest().getHeaders().get("X-Own")).isEqualTo("here");
  }

  @Test
  void adapterOfTheCallersMoshiGoesBeforeOurs() throws Exception {
    UpdateContactResponse fixed = UpdateContactResponse.builder().build();
    Moshi moshi =
        new Moshi.Builder()
            .add(
                UpdateContactResponse.class,
                new JsonAdapter<UpdateContactResponse>() {
                  @Override
                  public UpdateContactResponse fromJson(JsonReader reader) throws IOException {
                    reader.skipValue();
                    return fixed;
                  }

                  @Override
                  public void toJson(JsonWriter writer, @Nullable UpdateContactResponse value) {
                    throw new UnsupportedOperationException();
                  }
                })
            .build();

    assertThat(update(client().moshi(moshi).build(), 200, "{\"data\":1}").body()).isSameAs(fixed);
  }

  @Test
  void whatIsNotAsSpecifiedIsTold() throws Exception {
    List<Observation> observations = new ArrayList<>();

    update(client().onObservation(observations::add).build(), 200, "{\"data\":1}");

    assertThat(observations).extracting(Observation::path).containsExactly("$.data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com", "ftp://localhost", "https://a@b.c", "nowhere"})
  void credentialGoesToNoOtherServerThanASafeOne(String url) {
    assertThatIllegalArgumentException().isThrownBy(() -> client().baseUrl(url));
  }

  @Test
  void documentedErrorIsReadAsItsModel() throws Exception {
    Response<?> notFound =
        update(client().build(), 404, "{\"error\":{\"message\":\"none\"},\"message\":\"none\"}");

    assertThat(DocumentedErrors.read(notFound, ErrorResponse.class)).isPresent();
    assertThat(DocumentedErrors.read(notFound, Model.class))
        .containsInstanceOf(ErrorResponse.class);
    assertThat(DocumentedErrors.read(notFound, ApiErrorResponse.class)).isEmpty();
    assertThat(DocumentedErrors.read(notFound, Map.class)).isEmpty();
    assertThat(errorBody(notFound)).startsWith("{\"error\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[1]", "\"text\"", "{\"error\":"})
  void errorInAnotherFormIsNoDocumentedOne(String body) throws Exception {
    Response<?> response = update(client().build(), 404, body);

    assertThat(DocumentedErrors.read(response, Model.class)).isEmpty();
    assertThat(errorBody(response)).isEqualTo(body);
  }

  @Test
  void successAndUndocumentedStatusAreNoDocumentedErrors() throws Exception {
    assertThat(DocumentedErrors.read(update(client().build(), 200, "{}"), Model.class)).isEmpty();
    assertThat(DocumentedErrors.read(update(client().build(), 418, "{}"), Model.class)).isEmpty();
    assertThat(DocumentedErrors.read(Response.success("made by hand"), Model.class)).isEmpty();
  }

  private static String errorBody(Response<?> response) throws IOException {
    return requireNonNull(response.errorBody()).string();
  }

  private ClientBuilder<ContactsApi> client() {
    return builder(() -> "token");
  }

  private ClientBuilder<ContactsApi> builder(Supplier<String> token) {
    return LinqClient.builder(token).baseUrl(server.url("/").toString());
  }

  private Response<UpdateContactResponse> update(ContactsApi contacts, int status, String body)
      throws IOException {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
    return contacts.updateContact(123L, REQUEST).execute();
  }
}
