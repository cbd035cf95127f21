package io.contactbridge.kafka;

import static java.util.Comparator.comparing;

import io.contactbridge.Contacts;
import io.contactbridge.Rate;
import io.contactbridge.bulk.CredentialFile;
import io.contactbridge.bulk.engine.InFlightLimit;
import io.contactbridge.client.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * The account at the CRM, with this task's share of its limits.
 *
 * @param inFlight how many updates can be under way at once
 * @param renewed returns whether the credential has changed since the last call, or null if it
 *     cannot change
 */
record SinkAccount(Contacts contacts, int inFlight, @Nullable BooleanSupplier renewed) {
  /** The longest period for which a task waits when it starts; it does not wait for a day. */
  private static final Duration SHORT = Duration.ofMinutes(1);

  /**
   * @param mayBeSent returns whether an attempt may be made; called before each attempt
   */
  static SinkAccount of(
      SinkConfig config, BooleanSupplier mayBeSent, Consumer<Observation> onObservation) {
    Path path = config.credentialFile();
    CredentialFile file = path == null ? null : ConfigChecks.openCredential(path);
    Contacts.Builder builder = contacts(config, file == null ? literal(config) : file);
    builder
        .guard(mayBeSent)
        .onObservation(onObservation)
        .timeout(config.timeout())
        .onUnsupported(config.onUnsupported());
    if (config.deadline() != null) {
      builder.deadline(config.deadline());
    }
    if (config.baseUrl() != null) {
      builder.baseUrl(config.baseUrl());
    }
    if (config.defaultRegion() != null) {
      builder.defaultRegion(config.defaultRegion());
    }
    if (config.allowsUndocumentedClear()) {
      builder.allowUndocumentedClear();
    }
    List<Rate> share = RateLimits.share(config.limits(), config.tasks());
    limit(builder, config, share);
    return new SinkAccount(
        builder.build(),
        InFlightLimit.within(share, config.maxInFlight()),
        file == null ? null : file::isRenewed);
  }

  private static Contacts.Builder contacts(SinkConfig config, Supplier<String> credential) {
    return Contacts.of(
        config.crm(),
        variable -> {
          String key = AddressKeys.key(variable);
          return AddressKeys.all().contains(key)
              ? String.valueOf(config.partOfAddress(key))
              : credential.get();
        });
  }

  private static Supplier<String> literal(SinkConfig config) {
    Password credential = config.credential();
    String value = credential == null ? "" : credential.value();
    return () -> value;
  }

  /** Counts one share as used, because this task's predecessor may just have used it. */
  private static void limit(Contacts.Builder builder, SinkConfig config, List<Rate> share) {
    if (config.hasNoLimits()) {
      builder.noRateLimit();
    }
    if (share.isEmpty()) {
      return;
    }
    if (config.tasks() > 1 || config.hasOwnLimits()) {
      builder.rateLimits(share);
    }
    Rate shortest = Collections.min(share, comparing(Rate::per));
    if (shortest.per().compareTo(SHORT) <= 0) {
      builder.earlierCalls(Collections.nCopies(shortest.calls(), Instant.now()));
    }
  }
}
