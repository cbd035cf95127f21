package io.contactbridge.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.client.CredentialHeader;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** The client that a {@link Transport} makes of the caller's. */
final class DerivedClientTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void nothingButTheTimeoutEndsAnAttemptThatWaits() {
    OkHttpClient client = transport(new OkHttpClient.Builder().callTimeout(SECOND).build());

    assertThat(client.callTimeoutMillis()).isZero();
    assertThat(client.readTimeoutMillis()).isZero();
    assertThat(client.writeTimeoutMillis()).isZero();
  }

  @Test
  void connectionThatIsDeadIsNoticedWithinAnAttempt() {
    int half = (int) DeliveryOptions.TIMEOUT.toMillis() / 2;

    assertThat(transport(new OkHttpClient()).pingIntervalMillis()).isBetween(1, half);
    assertThat(
            transport(new OkHttpClient.Builder().pingInterval(SECOND).build()).pingIntervalMillis())
        .isEqualTo(1000);
  }

  private static OkHttpClient transport(OkHttpClient client) {
    return new Transport(
            () -> client, new CredentialHeader("X-Key", ""), () -> "", new DeliveryOptions())
        .client();
  }
}
