package io.contactbridge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CredentialHeaderTest {
  private static final CredentialHeader KEY = new CredentialHeader("X-Key", "Key ");

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
  void supplierIsAskedForEachRequest() throws Exception {
    Iterator<String> credentials = List.of("first", "second").iterator();
    OkHttpClient client = client(credentials::next);

    send(client);
    send(client);

    assertThat(server.takeRequest().getHeaders().values("X-Key")).containsExactly("Key first");
    assertThat(server.takeRequest().getHeaders().values("X-Key")).containsExactly("Key second");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret\n", "sec ret", "sécret", "secret\r\nX-Other: 1"})
  void unfitCredentialIsRefusedAndNotQuoted(String credential) {
    OkHttpClient client = client(() -> credential);

    assertThatThrownBy(() -> send(client))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the credential for the header X-Key is empty or has a blank, a line break or another"
                + " character that is not visible ASCII");
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  @SuppressWarnings("NullAway")
  void missingCredentialIsRefused() {
    OkHttpClient client = client(() -> null);

    assertThatThrownBy(() -> send(client))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("there is no credential for the header X-Key");
  }

  private static OkHttpClient client(Supplier<String> credential) {
    return new OkHttpClient.Builder().addInterceptor(KEY.with(credential)).build();
  }

  private void send(OkHttpClient client) throws IOException {
    server.enqueue(new MockResponse.Builder().build());
    try (Response response = client.newCall(request()).execute()) {
      assertThat(response.code()).isEqualTo(200);
    }
  }

  private Request request() {
    return new Request.Builder().url(server.url("/")).header("X-Key", "of someone else").build();
  }
}
