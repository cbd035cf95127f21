package io.contactbridge;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.Locale;

/**
 * Records metrics with Micrometer 1.13 or newer, which the application must have on its class path.
 *
 * <ul>
 *   <li>{@code contactbridge.attempts}, a timer per attempt, with {@code crm}, {@code method},
 *       {@code uri} (without the id), {@code status}, {@code outcome} and {@code exception}, whose
 *       values are those of Spring's {@code http.client.requests}
 *   <li>{@code contactbridge.updates}, a timer per update, with {@code crm} and {@code result}: the
 *       exception's simple name, or {@code none}
 *   <li>{@code contactbridge.waits}, a timer of the time that updates waited, with {@code crm}
 *   <li>{@code contactbridge.retries}, a counter of attempts after the first, with {@code crm}
 *   <li>{@code contactbridge.outcomes}, a counter of fields, with {@code crm} and {@code outcome}
 * </ul>
 *
 * <p>All names begin with {@code contactbridge}: a Prometheus registry drops a meter that shares
 * its name with a meter with other tags.
 */
public final class MicrometerMetrics implements DeliveryListener {
  private static final String NONE = "none";

  private final MeterRegistry registry;

  public MicrometerMetrics(MeterRegistry registry) {
    this.registry = requireNonNull(registry, "registry");
  }

  @Override
  public void attempted(AttemptEvent event) {
    Iterable<Tag> tags =
        List.of(
            crm(event.crm()),
            Tag.of("method", event.method()),
            Tag.of("uri", event.uri()),
            Tag.of(
                "status", event.status() == 0 ? "CLIENT_ERROR" : Integer.toString(event.status())),
            Tag.of("outcome", outcome(event.status())),
            Tag.of("exception", event.exception().orElse(NONE)));
    registry.timer("contactbridge.attempts", tags).record(event.duration());
  }

  @Override
  public void ended(UpdateEvent event) {
    Tag crm = crm(event.crm());
    Iterable<Tag> crmAlone = List.of(crm);
    Iterable<Tag> result = List.of(crm, Tag.of("result", event.exception().orElse(NONE)));
    registry.timer("contactbridge.updates", result).record(event.duration());
    registry.timer("contactbridge.waits", crmAlone).record(event.waited());
    registry
        .counter("contactbridge.retries", crmAlone)
        .increment(Math.max(0, event.attempts() - 1));
    event.outcomes().forEach((outcome, fields) -> count(crm, outcome, fields));
  }

  private void count(Tag crm, Outcome outcome, int fields) {
    Iterable<Tag> tags = List.of(crm, Tag.of("outcome", outcome.name().toLowerCase(Locale.ROOT)));
    registry.counter("contactbridge.outcomes", tags).increment(fields);
  }

  private static Tag crm(Crm crm) {
    return Tag.of("crm", crm.name().toLowerCase(Locale.ROOT));
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
