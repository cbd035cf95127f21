package io.contactbridge.kafka;

import static java.util.stream.Collectors.joining;

import io.contactbridge.Capability;
import io.contactbridge.ContactField;
import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.Rate;
import io.contactbridge.bulk.internal.input.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/** Finds every fault of a configuration at once, those between two keys included. */
final class ConfigFaults {
  /** What one task makes without a limit, on loopback; more tasks do not help below it. */
  private static final int ONE_TASK = 500;

  /** Of the consumer, unless the connector or the worker overrides it. */
  private static final String SESSION_TIMEOUT = "consumer.override.session.timeout.ms";

  private static final long DEFAULT_SESSION_TIMEOUT = 45_000;

  private final Map<String, String> properties;
  private final Map<String, ConfigValue> values = new LinkedHashMap<>();

  private ConfigFaults(Map<String, String> properties) {
    this.properties = properties;
    SinkConfig.DEFINITION.validate(properties).forEach(value -> values.put(value.name(), value));
  }

  /** Returns the value of each key with its faults. */
  static Config validate(Map<String, String> properties) {
    ConfigFaults faults = new ConfigFaults(properties);
    faults.find();
    return new Config(
        faults.values.values().stream()
            .filter(value -> SinkConfig.DEFINITION.names().contains(value.name()))
            .collect(Collectors.toCollection(ArrayList::new)));
  }

  /**
   * Refuses a configuration that has a fault.
   *
   * @throws ConfigException with all of them
   */
  static void require(Map<String, String> properties) {
    String faults =
        validate(properties).configValues().stream()
            .flatMap(value -> value.errorMessages().stream())
            .collect(joining("; "));
    if (!faults.isEmpty()) {
      throw new ConfigException(faults);
    }
  }

  /**
   * Returns what is no fault but hardly meant.
   *
   * @param properties without a fault
   */
  static List<String> warnings(Map<String, String> properties) {
    List<String> warnings = new ArrayList<>();
    SinkConfig config = SinkConfig.of(properties);
    List<Rate> limits = config.limits();
    if (config.tasks() > 1 && Limits.perSecond(limits) < ONE_TASK) {
      warnings.add(
          "tasks.max is %d, and each task gets that part of the limit of %s; one task makes many"
                  .formatted(config.tasks(), limits)
              + " times the limit, so tasks.max=1 uses the whole of it at any time");
    }
    if ("all".equals(properties.get("errors.tolerance"))
        && properties.getOrDefault("errors.deadletterqueue.topic.name", "").isBlank()) {
      warnings.add(
          "errors.tolerance is all and errors.deadletterqueue.topic.name is not set: records that"
              + " fail are lost but for a line in the log, or stop the task if errors.log.enable is"
              + " not set either");
    }
    return warnings;
  }

  private void find() {
    findMisspelt();
    findCredential();
    findAccount();
    findUnsupported();
    findLimits();
    findLease();
  }

  private void findMisspelt() {
    for (String key : properties.keySet()) {
      for (String ours : SinkConfig.DEFINITION.names()) {
        if (!SinkConfig.DEFINITION.names().contains(key)
            && !properties.containsKey(ours)
            && isNear(key, ours)) {
          fault(ours, "there is no key " + key + "; did you mean " + ours + "?");
        }
      }
    }
  }

  private static boolean isNear(String key, String ours) {
    return Math.abs(key.length() - ours.length()) <= 2
        && ours.length() > 3
        && EditDistance.between(key.replace('_', '.'), ours) <= 2;
  }

  private void findCredential() {
    boolean literal = properties.containsKey(SinkConfig.CREDENTIAL);
    boolean file = properties.containsKey(SinkConfig.CREDENTIAL_FILE);
    if (literal == file) {
      fault(
          SinkConfig.CREDENTIAL,
          literal
              ? "%s and %s are both set; set one of them"
                  .formatted(SinkConfig.CREDENTIAL, SinkConfig.CREDENTIAL_FILE)
              : "the CRM needs a credential: set %s to ${file:...} or ${env:...}, or set %s"
                  .formatted(SinkConfig.CREDENTIAL, SinkConfig.CREDENTIAL_FILE));
    }
  }

  private void findAccount() {
    Crm crm = crm();
    if (crm == null) {
      return;
    }
    List<String> wanted = AddressKeys.of(crm);
    for (String key : AddressKeys.all()) {
      boolean named = properties.containsKey(key);
      if (!named && wanted.contains(key)) {
        fault(key, crm + " needs " + key + ", a part of the account's address");
      } else if (named && !wanted.contains(key)) {
        fault(key, key + " is for another CRM than " + crm + "; remove it");
      }
    }
  }

  private void findUnsupported() {
    Crm crm = crm();
    if (crm == null
        || !isValid(SinkConfig.FIELDS)
        || "drop".equals(value(SinkConfig.ON_UNSUPPORTED))) {
      return;
    }
    Set<ContactField> set =
        CrmProfile.of(crm).capabilities().stream()
            .filter(Capability::canSet)
            .map(Capability::field)
            .collect(Collectors.toSet());
    if (set.contains(ContactField.FULL_NAME)) {
      // Where there are only full names, the two halves together are one.
      set.add(ContactField.FIRST_NAME);
      set.add(ContactField.LAST_NAME);
    }
    for (ContactField field : FieldMapping.fields(list(SinkConfig.FIELDS))) {
      if (!set.contains(field)) {
        fault(
            SinkConfig.FIELDS,
            "%s cannot store %s, so each record would fail; leave it out, or set %s=drop"
                .formatted(crm, field, SinkConfig.ON_UNSUPPORTED));
      }
    }
  }

  private void findLimits() {
    Crm crm = crm();
    if (crm == null || !isValid(SinkConfig.RATE_LIMIT)) {
      return;
    }
    List<String> texts = list(SinkConfig.RATE_LIMIT);
    List<Rate> limits = texts.isEmpty() ? CrmProfile.of(crm).rates() : Limits.parse(texts);
    int tasks = number("tasks.max", 1);
    if (!Limits.areEnoughFor(limits, tasks)) {
      fault(
          SinkConfig.RATE_LIMIT,
          "tasks.max is %d, but the limit of %s cannot be divided by so many; set tasks.max=1"
              .formatted(tasks, limits));
    }
  }

  private void findLease() {
    if (!isValid(SinkConfig.LEASE) || !(value(SinkConfig.LEASE) instanceof Long lease)) {
      return;
    }
    long session = number(SESSION_TIMEOUT, (int) DEFAULT_SESSION_TIMEOUT);
    if (lease >= session) {
      fault(
          SinkConfig.LEASE,
          "%s is %d, but must be less than the consumer's session.timeout.ms, which is %d: after that another task may have the partitions"
              .formatted(SinkConfig.LEASE, lease, session));
    }
  }

  private @Nullable Crm crm() {
    Object value = isValid(SinkConfig.CRM) ? value(SinkConfig.CRM) : null;
    return value == null ? null : Crm.valueOf(value.toString().toUpperCase(Locale.ROOT));
  }

  private int number(String key, int byDefault) {
    try {
      return Math.max(1, Integer.parseInt(properties.getOrDefault(key, "").strip()));
    } catch (NumberFormatException e) {
      return byDefault;
    }
  }

  private boolean isValid(String key) {
    ConfigValue value = values.get(key);
    return value != null && value.errorMessages().isEmpty();
  }

  private @Nullable Object value(String key) {
    ConfigValue value = values.get(key);
    return value == null ? null : value.value();
  }

  private List<String> list(String key) {
    return value(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  private void fault(String key, String words) {
    ConfigValue value = values.get(key);
    if (value != null) {
      value.addErrorMessage(words);
    }
  }
}
