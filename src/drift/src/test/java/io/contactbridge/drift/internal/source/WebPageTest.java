package io.contactbridge.drift.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.drift.CannotCheckException;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebPageTest {
  private final MockWebServer server = new MockWebServer();
  private String url = "";

  @BeforeEach
  void start() throws IOException {
    server.start();
    url = server.url("/page").toString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void pageIsReadAndNothingButTheRequestSent() throws InterruptedException {
    server.enqueue(new MockResponse.Builder().body("# Über").build());

    String page = WebPage.fetch(url);

    assertThat(page).isEqualTo("# Über");
    assertThat(server.takeRequest().getHeaders().names())
        .containsExactlyInAnyOrder("Accept", "Accept-Encoding", "Connection", "Host", "User-Agent");
  }

  @Test
  void redirectIsFollowed() {
    server.enqueue(redirect("/other"));
    server.enqueue(new MockResponse.Builder().body("there").build());

    assertThat(WebPage.fetch(url)).isEqualTo("there");
  }

  @Test
  void redirectToPlainHttpElsewhereIsNotFollowed() {
    server.enqueue(redirect("http://example.com/"));

    assertThatThrownBy(() -> WebPage.fetch(url))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(url + " is not on HTTPS all the way");
  }

  @Test
  void endlessRedirectsAreStopped() {
    for (int i = 0; i < 6; i++) {
      server.enqueue(redirect("/page"));
    }

    assertThatThrownBy(() -> WebPage.fetch(url)).hasMessage(url + " redirects more than 5 times");
  }

  @Test
  void plainHttpIsOnlyForLoopback() {
    assertThatThrownBy(() -> WebPage.fetch("http://example.com/page"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("http://example.com/page is not on HTTPS all the way");
  }

  @ParameterizedTest
  @ValueSource(ints = {304, 401, 404, 503})
  void aStatusThatIsNoSuccessIsReported(int status) {
    server.enqueue(new MockResponse.Builder().code(status).build());

    assertThatThrownBy(() -> WebPage.fetch(url))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(url + " cannot be read: the answer has the status " + status);
  }

  @Test
  void pageHasAnEnd() {
    Buffer body = new Buffer().write(new byte[(16 << 20) + 1]);
    server.enqueue(new MockResponse.Builder().body(body).build());

    assertThatThrownBy(() -> WebPage.fetch(url))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(url + " has more than 16 MiB");
  }

  @Test
  void aServerThatDoesNotAnswerIsReported() {
    server.close();

    assertThatThrownBy(() -> WebPage.fetch(url))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(url + " cannot be read: nothing answers there");
  }

  @Test
  void anUnknownHostIsReported() {
    assertThatThrownBy(() -> WebPage.fetch("https://contactbridge.invalid/page"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage(
            "https://contactbridge.invalid/page cannot be read: its host is not known here");
  }

  @Test
  void anInvalidAddressIsReported() {
    assertThatThrownBy(() -> WebPage.fetch("https://"))
        .isInstanceOf(CannotCheckException.class)
        .hasMessage("https:// is not a URL");
  }

  private static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).setHeader("Location", location).build();
  }
}
