package io.contactbridge.internal.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.Accounts;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.ManualTime;
import io.contactbridge.Samples;
import io.contactbridge.client.CredentialHeader;
import io.contactbridge.internal.answer.Secrets;
import io.contactbridge.internal.mapping.PlannedUpdate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

final class HttpAttemptTest {
  @Test
  void attemptThatExpiresBeforeItIsEnqueuedIsTold() throws IOException {
    List<AttemptResult> replies = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.start();
      PlannedUpdate plan =
          (PlannedUpdate)
              Accounts.at(Crm.LINQ)
                  .baseUrl(server.url("/").toString())
                  .build()
                  .plan("1", Samples.update(ContactField.EMAIL));
      Transport transport =
          new Transport(
              OkHttpClient::new,
              new CredentialHeader("X-Key", ""),
              () -> "key",
              new DeliveryOptions());
      Deadline deadline =
          new Deadline(new DeadlineOption(Duration.ofSeconds(1), true), new ManualTime(), now -> 0);
      HttpAttempt attempt =
          new HttpAttempt(
              transport,
              plan,
              1_000_000_000,
              deadline,
              null,
              Secrets.NONE,
              (ended, reply) -> replies.add(reply));

      attempt.expire();
      attempt.enqueue();

      assertThat(replies).singleElement().satisfies(reply -> assertThat(reply.timeout()).isTrue());
      assertThat(server.getRequestCount()).isZero();
    }
  }
}
