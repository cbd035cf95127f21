package com.example.boot;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.MicrometerMetrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;

/** Updates a contact before or after Spring's own HTTP client has a meter, and prints the meters. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    Runnable springs = () -> callOfSpringsRestClient(registry);
    Runnable ours = () -> update(args[0], registry);

    for (Runnable next : args[1].equals("after") ? List.of(springs, ours) : List.of(ours, springs)) {
      next.run();
    }

    System.out.print(registry.scrape());
  }

  private static void update(String url, PrometheusMeterRegistry registry) {
    Contacts.linq("token")
        .baseUrl(url)
        .listener(new MicrometerMetrics(registry))
        .build()
        .update("123", ContactUpdate.builder().email("ada@example.com").build());
  }

  /** With the tags of Spring's DefaultClientRequestObservationConvention. */
  private static void callOfSpringsRestClient(PrometheusMeterRegistry registry) {
    List<Tag> tags =
        List.of(
            Tag.of("client.name", "example.com"),
            Tag.of("exception", "none"),
            Tag.of("method", "GET"),
            Tag.of("outcome", "SUCCESS"),
            Tag.of("status", "200"),
            Tag.of("uri", "/orders/{id}"));
    registry.timer("http.client.requests", tags).record(Duration.ofMillis(1));
  }
}
