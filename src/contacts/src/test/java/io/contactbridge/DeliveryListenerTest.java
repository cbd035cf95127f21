package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import okio.ByteString;
import org.junit.jupiter.api.Test;

/** What is told of deliveries beside their results. */
final class DeliveryListenerTest {
  private static final ContactUpdate UPDATE =
      ContactUpdate.builder().email("canary@example.com").phone("+12025550123").build();

  private final List<Object> events = new ArrayList<>();
  private final DeliveryListener listener =
      new DeliveryListener() {
        @Override
        public void attempted(AttemptEvent event) {
          events.add(event);
        }

        @Override
        public void ended(UpdateEvent event) {
          events.add(event);
        }
      };

  @Test
  void attemptsAndTheUpdateAreTold() {
    Contacts linq = failingOnce().listener(listener).build();

    linq.update("123", UPDATE);

    assertThat(events)
        .extracting(Object::toString)
        .containsExactly(
            "Linq attempt 1: 503 after 0 ms",
            "Linq attempt 2: 200 after 0 ms",
            "Linq update: {APPLIED=1, NOT_ECHOED=1} after 2 attempts and 100 ms, of which it"
                + " waited 100 ms");
    assertThat(events.get(0))
        .isInstanceOfSatisfying(
            AttemptEvent.class,
            event -> {
              assertThat(event.method()).isEqualTo("PUT");
              assertThat(event.uri()).isEqualTo("/api/partner/v2/contacts/{contactId}");
              assertThat(event.exception()).isEmpty();
            });
  }

  @Test
  void failureIsToldByItsName() {
    Contacts linq =
        Accounts.at(Crm.LINQ)
            .baseUrl("http://127.0.0.1:1")
            .maxRetries(0)
            .listener(listener)
            .build();

    Throwable thrown = catchThrowable(() -> linq.update("123", UPDATE));

    assertThat(thrown).isInstanceOf(UnavailableException.class);
    assertThat(events)
        .extracting(Object::toString)
        .containsExactly(
            "Linq attempt 1: ConnectException after 0 ms",
            "Linq update: UnavailableException after 1 attempts and 0 ms, of which it waited 0 ms");
  }

  @Test
  void listenerThatThrowsBreaksNothing() {
    DeliveryListener broken =
        new DeliveryListener() {
          @Override
          public void attempted(AttemptEvent event) {
            throw new IllegalStateException("listener");
          }

          @Override
          public void ended(UpdateEvent event) {
            throw new AssertionError("listener");
          }
        };
    Contacts linq = failingOnce().listener(broken).listener(listener).build();

    UpdateResult result = linq.update("123", UPDATE);

    assertThat(result.attempts()).isEqualTo(2);
    assertThat(events).hasSize(3);
  }

  @Test
  void metricsHaveOurOwnNamesAndNoValues() {
    MeterRegistry registry = new SimpleMeterRegistry();
    Contacts linq = failingOnce().listener(new MicrometerMetrics(registry)).build();

    linq.update("123", UPDATE);

    assertThat(registry.getMeters())
        .extracting(DeliveryListenerTest::describe)
        .containsExactlyInAnyOrder(
            "contactbridge.attempts 1 crm=linq exception=none method=PUT"
                + " outcome=SERVER_ERROR status=503 uri=/api/partner/v2/contacts/{contactId}",
            "contactbridge.attempts 1 crm=linq exception=none method=PUT outcome=SUCCESS"
                + " status=200 uri=/api/partner/v2/contacts/{contactId}",
            "contactbridge.updates 1 crm=linq result=none",
            "contactbridge.waits 1 crm=linq",
            "contactbridge.retries 1 crm=linq",
            "contactbridge.outcomes 1 crm=linq outcome=applied",
            "contactbridge.outcomes 1 crm=linq outcome=not_echoed");
  }

  @Test
  void logIsQuietUnlessDetailsAreWanted() {
    Logger logger = Logger.getLogger(Contacts.class.getName());
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    logger.addHandler(handler);
    try {
      failingOnce().build().update("123", UPDATE);
      assertThat(records).isEmpty();

      logger.setLevel(Level.FINE);
      failingOnce().build().update("123", UPDATE);
    } finally {
      logger.setLevel(null);
      logger.removeHandler(handler);
    }

    assertThat(records)
        .extracting(LogRecord::getMessage)
        .hasSize(4)
        .allSatisfy(
            message ->
                assertThat(message)
                    .startsWith("Linq ")
                    .doesNotContain("canary", "+1202", "123", Accounts.CREDENTIAL));
  }

  private static String describe(Meter meter) {
    StringBuilder text = new StringBuilder(meter.getId().getName());
    text.append(" ").append((int) meter.measure().iterator().next().getValue());
    meter
        .getId()
        .getTags()
        .forEach(tag -> text.append(" ").append(tag.getKey()).append("=").append(tag.getValue()));
    return text.toString();
  }

  private static Contacts.Builder failingOnce() {
    AtomicInteger sent = new AtomicInteger();
    ByteString taken = ByteString.encodeUtf8("{\"data\":{\"email\":\"canary@example.com\"}}");
    return Accounts.at(Crm.LINQ)
        .httpClient(
            Accounts.client(
                chain -> Accounts.response(chain, sent.incrementAndGet() == 1 ? 503 : 200, taken)));
  }
}
