package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;

/**
 * Records metrics with Micrometer, which is for the caller to have on the class path.
 *
 * <ul>
 *   <li>{@code http.client.requests}, a timer per attempt, with the tags {@code client.name} (the
 *       CRM), {@code method}, {@code uri} (without the id), {@code status}, {@code outcome} and
 *       {@code exception}, as other HTTP clients have them
 *   <li>{@code contactbridge.updates}, a timer per update, with {@code crm} and {@code result}: the
 *       exception's simple name, or {@code none}
 *   <li>{@code contactbridge.waits}, a timer of what updates waited, with {@code crm}
 *   <li>{@code contactbridge.retries}, a counter of attempts after the first, with {@code crm}
 *   <li>{@code contactbridge.outcomes}, a counter of fields, with {@code crm} and {@code outcome}
 * </ul>
 */
public final class MicrometerMetrics implements DeliveryListener {
  private static final String NONE = "none";

  private final MeterRegistry registry;

  public MicrometerMetrics(MeterRegistry registry) {
    this.registry = requireNonNull(registry, "registry");
  }

  @Override
  public void attempted(AttemptEvent event) {
    Timer.builder("http.client.requests")
        .tag("client.name", word(event.crm()))
        .tag("method", event.method())
        .tag("uri", event.uri())
        .tag("status", event.status() == 0 ? "CLIENT_ERROR" : Integer.toString(event.status()))
        .tag("outcome", outcome(event.status()))
        .tag("exception", event.exception().orElse(NONE))
        .register(registry)
        .record(event.duration());
  }

  @Override
  public void ended(UpdateEvent event) {
    Tags crm = Tags.of("crm", word(event.crm()));
    registry
        .timer("contactbridge.updates", crm.and("result", event.exception().orElse(NONE)))
        .record(event.duration());
    registry.timer("contactbridge.waits", crm).record(event.waited());
    registry.counter("contactbridge.retries", crm).increment(Math.max(0, event.attempts() - 1));
    event
        .outcomes()
        .forEach(
            (outcome, fields) -> {
              String name = outcome.name().toLowerCase(Locale.ROOT);
              Counter counter =
                  registry.counter("contactbridge.outcomes", crm.and("outcome", name));
              counter.increment(fields);
            });
  }

  private static String word(Crm crm) {
    return crm.name().toLowerCase(Locale.ROOT);
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 1 -> "INFORMATIONAL";
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "UNKNOWN";
    };
  }
}
