package io.contactbridge.client;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.acquire.AcquireClient;
import io.contactbridge.client.acquire.model.ContactFieldsInput;
import io.contactbridge.client.highlevel.HighLevelClient;
import io.contactbridge.client.linq.LinqClient;
import io.contactbridge.client.linq.model.ContactInput;
import io.contactbridge.client.raze.RazeClient;
import io.contactbridge.client.torture.ThingsApi;
import io.contactbridge.client.torture.TortureClient;
import io.contactbridge.client.torture.model.Thing;
import java.io.IOException;
import java.util.Set;
import java.util.stream.StreamSupport;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import retrofit2.Call;
import retrofit2.Retrofit;

/** Holds what is sent for one set field to every byte: that field and nothing else. */
final class RequestTest {
  private static final Set<String> HEADERS_OF_OKHTTP =
      Set.of("Host", "Connection", "Accept-Encoding", "User-Agent", "Content-Length");

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
  void acquireGetsTheOneField() throws Exception {
    var api = api(io.contactbridge.client.acquire.ContactsApi.class, AcquireClient.API_KEY);
    var request =
        io.contactbridge.client.acquire.model.UpdateContactRequest.builder()
            .fields(ContactFieldsInput.builder().email("ada@example.com").build())
            .build();

    assertThat(sent(api.updateContact(2L, request)))
        .isEqualTo(
            """
            PUT /base/crm/objects/contact/2
            Authorization: Bearer secret
            Content-Type: application/json

            {"fields":{"email":"ada@example.com"}}""");
  }

  @Test
  void highLevelGetsTheOneField() throws Exception {
    var api =
        api(io.contactbridge.client.highlevel.ContactsApi.class, HighLevelClient.ACCESS_TOKEN);
    var request =
        io.contactbridge.client.highlevel.model.UpdateContactRequest.builder()
            .email("ada@example.com")
            .build();

    assertThat(sent(api.updateContact("ocQHyuzHvuMOe5N5jjXF", request)))
        .isEqualTo(
            """
            PUT /base/contacts/ocQHyuzHvuMOe5N5jjXF
            Authorization: Bearer secret
            Content-Type: application/json
            Version: 2021-07-28

            {"email":"ada@example.com"}""");
  }

  @Test
  void linqGetsTheOneField() throws Exception {
    var api = api(io.contactbridge.client.linq.ContactsApi.class, LinqClient.INTEGRATION_TOKEN);
    var request =
        io.contactbridge.client.linq.model.UpdateContactRequest.builder()
            .contact(ContactInput.builder().email("ada@example.com").build())
            .build();

    assertThat(sent(api.updateContact(123L, request)))
        .isEqualTo(
            """
            PUT /base/contacts/123
            Content-Type: application/json
            X-LINQ-INTEGRATION-TOKEN: secret

            {"contact":{"email":"ada@example.com"}}""");
  }

  @Test
  void razeGetsTheOneField() throws Exception {
    var api = api(io.contactbridge.client.raze.ContactsApi.class, RazeClient.API_KEY);
    var request =
        io.contactbridge.client.raze.model.UpdateContactRequest.builder()
            .email("ada@example.com")
            .build();

    assertThat(sent(api.updateContact("cnt_abc123def456", request)))
        .isEqualTo(
            """
            PUT /base/contacts/cnt_abc123def456
            Content-Type: application/json
            X-API-Key: secret

            {"email":"ada@example.com"}""");
  }

  @Test
  void parametersStandInPathQueryAndHeader() throws Exception {
    ThingsApi api = api(ThingsApi.class, TortureClient.TOKEN);
    Thing thing = Thing.builder().id(1L).name("Ada").build();

    assertThat(sent(api.updateThing(1L, "a/b?c", true, "request", thing)))
        .isEqualTo(
            """
            PUT /base/things/1/parts/a%2Fb%3Fc?dry_run=true
            Content-Type: application/json
            Version: 2021-07-28
            X-Request-Id: request
            X-Token: secret

            {"id":1,"name":"Ada"}""");
  }

  @Test
  void optionalParametersMayBeMissing() throws Exception {
    ThingsApi api = api(ThingsApi.class, TortureClient.ACCESS_TOKEN);
    Thing thing = Thing.builder().id(1L).name("Ada").build();

    assertThat(sent(api.updateThing(1L, "p", null, null, thing)))
        .isEqualTo(
            """
            PUT /base/things/1/parts/p
            Authorization: Bearer secret
            Content-Type: application/json
            Version: 2021-07-28

            {"id":1,"name":"Ada"}""");
    assertThat(sent(api.deleteThing(1L)))
        .isEqualTo("DELETE /base/things/1\nAuthorization: Bearer secret\n\n");
  }

  private <A> A api(Class<A> api, CredentialHeader credential) {
    return new Retrofit.Builder()
        .baseUrl(server.url("/base/"))
        .client(new OkHttpClient.Builder().addInterceptor(credential.with(() -> "secret")).build())
        .addConverterFactory(JsonConverterFactory.create())
        .build()
        .create(api);
  }

  /** Returns the request line, the headers in alphabetical order and the body. */
  private String sent(Call<?> call) throws Exception {
    server.enqueue(new MockResponse.Builder().body("{}").build());

    assertThat(call.execute().code()).isEqualTo(200);

    RecordedRequest request = server.takeRequest();
    String headers =
        StreamSupport.stream(request.getHeaders().spliterator(), false)
            .filter(header -> !HEADERS_OF_OKHTTP.contains(header.getFirst()))
            .map(header -> header.getFirst() + ": " + header.getSecond() + "\n")
            .sorted()
            .collect(joining());
    String body = request.getBody() == null ? "" : request.getBody().utf8();
    return request.getMethod() + " " + request.getTarget() + "\n" + headers + "\n" + body;
  }
}
