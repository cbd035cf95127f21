package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.Rate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.sink.SinkConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigTest {
  private final ContactBridgeSinkConnector connector = new ContactBridgeSinkConnector();

  @Test
  void allFaultsAreReportedAtOnce() {
    Map<String, String> properties =
        Map.ofEntries(
            Map.entry("crm", "hubspot"),
            Map.entry("crm.credential", "a token"),
            Map.entry("crm.base.url", "http://example.com/"),
            Map.entry("acquire.account.id", "a.b"),
            Map.entry("contact.id", "id"),
            Map.entry("fields", "mail=emaill,x,a=city,b=city,a=phone"),
            Map.entry("unknown.fields", "drop"),
            Map.entry("null.values", "null"),
            Map.entry("tombstones", "delete"),
            Map.entry("on.unsupported", "fail"),
            Map.entry("allow.undocumented.clear", "yes"),
            Map.entry("default.region", "USA"),
            Map.entry("rate.limit", "100 per 10s"),
            Map.entry("max.in.flight", "0"),
            Map.entry("timeout.ms", "30s"),
            Map.entry("deadline.ms", "5"),
            Map.entry("commit.interval.ms", "1"),
            Map.entry("lease.ms", "1"),
            Map.entry("report.diferent", "true"));

    assertThat(faults(properties))
        .containsExactlyInAnyOrder(
            "Invalid value hubspot for configuration crm: it must be one of acquire, highlevel,"
                + " linq,"
                + " raze",
            "crm.credential is not a valid credential: it is empty, or has a space, a line break"
                + " or a character that is not ASCII. If it is ${file:...} or ${env:...}, check"
                + " the value there",
            "crm.base.url: credentials are sent over HTTPS, or over HTTP to loopback, unlike"
                + " http://example.com",
            "Invalid value a.b for configuration acquire.account.id: account_id is one DNS label"
                + " (letters, digits and inner hyphens, at most 63), unlike what was given",
            "Invalid value id for configuration contact.id: it must be key, key.FIELD or"
                + " value.FIELD",
            "Invalid value [mail=emaill, x, a=city, b=city, a=phone] for configuration fields:"
                + " there is no field \"emaill\" (did you mean email?); \"x\" does not have the"
                + " form from=field; \"a\" and \"b\" are both CITY; \"a\" is listed twice",
            "Invalid value drop for configuration unknown.fields: it must be one of report, ignore",
            "Invalid value null for configuration null.values: it must be one of absent, clear",
            "Invalid value delete for configuration tombstones: it must be one of ignore, report",
            "Invalid value fail for configuration on.unsupported: it must be one of refuse, drop",
            "Invalid value yes for configuration allow.undocumented.clear: Expected value to be"
                + " either true or false",
            "Invalid value USA for configuration default.region: a region is a code of ISO 3166-1"
                + " alpha-2 such as US, unlike \"USA\"",
            "Invalid value [100 per 10s] for configuration rate.limit: \"100 per 10s\" is not a"
                + " limit; write one limit as 100/10s, several as 100/10s,200000/1d, and no"
                + " limit as none",
            "Invalid value 0 for configuration max.in.flight: it must be from 1 to 1000",
            "Invalid value 30s for configuration timeout.ms: Not a number of type LONG",
            "Invalid value 5 for configuration deadline.ms: it must be from 100 to 3600000",
            "Invalid value 1 for configuration commit.interval.ms: it must be from 10 to 60000",
            "Invalid value 1 for configuration lease.ms: it must be from 1000 to 300000",
            "there is no key report.diferent; did you mean report.different?");
  }

  @Test
  void smallestConfigurationIsValid() {
    assertThat(faults(properties())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm.credential||the CRM needs a credential: set crm.credential to ${file:...} or"
            + " ${env:...}, or set crm.credential.file",
        "crm|acquire|Acquire needs acquire.account.id, a part of the account's address",
        "acquire.account.id|example|acquire.account.id is not a setting of HighLevel; remove"
            + " it",
        "fields|title=job-title|HighLevel cannot store JOB_TITLE, so each record would fail; leave"
            + " it out, or set on.unsupported=drop",
        "lease.ms|45000|lease.ms is 45000, but must be less than the consumer's"
            + " session.timeout.ms, which is 45000: after that time another task may have the"
            + " partitions",
        "consumer.override.session.timeout.ms|6000|lease.ms is 10000, but must be less than the"
            + " consumer's session.timeout.ms, which is 6000: after that time another task may"
            + " have the"
            + " partitions",
        "rate.limit|1/10s|tasks.max is 2, but the limit of [1 call per 10 seconds] cannot be"
            + " divided among so many tasks; set tasks.max=1",
      })
  void conflictOfTwoKeysIsReported(String key, String value, String fault) {
    Map<String, String> properties = properties("tasks.max", "2");
    if (value == null) {
      properties.remove(key);
    } else {
      properties.put(key, value);
    }

    assertThat(faults(properties)).containsExactly(fault);
  }

  @Test
  void credentialIsEitherInTheConfigurationOrInAFile(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("token"), "token\n");

    assertThat(faults(properties("crm.credential.file", file.toString())))
        .containsExactly("crm.credential and crm.credential.file are both set; set one of them");
    assertThat(faults(properties("crm.credential", "", "crm.credential.file", file + "x")))
        .contains(
            "Invalid value "
                + file
                + "x for configuration crm.credential.file: the worker cannot read this file");
  }

  @Test
  void credentialIsNeverShown() {
    Map<String, String> properties = properties("crm.credential", "s3cret");

    assertThat(connector.validate(properties).configValues().toString()).doesNotContain("s3cret");
    assertThat(
            new ContactBridgeSinkConnector()
                    .validate(properties("crm.base.url", "http://ada:s3cret@example.com/"))
                    .configValues()
                    .stream()
                    .map(ConfigValue::errorMessages)
                    .toList()
                    .toString())
        .contains("crm.base.url")
        .doesNotContain("s3cret");
    assertThat(SinkConfig.of(properties).values().toString()).doesNotContain("s3cret");
    assertThat(SinkConfig.DEFINITION.configKeys().values())
        .filteredOn(key -> key.name.equals("crm.credential"))
        .extracting(key -> key.type)
        .containsExactly(ConfigDef.Type.PASSWORD);
    properties.put("crm.credential", "s3 cret");
    assertThat(faults(properties).toString()).doesNotContain("s3 cret");
  }

  @Test
  void connectorThatCannotStartSaysWhy() {
    assertThatThrownBy(() -> connector.start(Map.of("crm", "linq", "null.values", "x")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("null.values")
        .hasMessageContaining("crm.credential");
  }

  @Test
  void tasksShareTheLimitOfTheAccount() {
    connector.start(properties());

    List<Map<String, String>> tasks = connector.taskConfigs(3);

    assertThat(tasks).hasSize(3);
    for (Map<String, String> task : tasks) {
      SinkConfig config = SinkConfig.of(task);
      assertThat(RateLimits.share(config.limits(), config.tasks()))
          .containsExactly(
              new Rate(33, Duration.ofSeconds(10)), new Rate(66_666, Duration.ofDays(1)));
    }
  }

  @Test
  void severalTasksWithOneLimitGetAWarning() {
    assertThat(ConfigFaults.warnings(properties(SinkConfig.TASKS, "2")))
        .containsExactly(
            "tasks.max is 2, so each task gets only a part of the limit of [100 calls per 10"
                + " seconds, 200000 calls per 86400 seconds]; a single task can use the whole"
                + " limit: set tasks.max=1");
    assertThat(ConfigFaults.warnings(properties(SinkConfig.TASKS, "2", "rate.limit", "none")))
        .isEmpty();
  }

  @Test
  void missingDeadLetterTopicGetsAWarning() {
    Map<String, String> properties = properties("errors.tolerance", "all");

    assertThat(ConfigFaults.warnings(properties))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("errors.tolerance is all, but errors.deadletterqueue.topic.name is not set");
    properties.put("errors.deadletterqueue.topic.name", "dead");
    assertThat(ConfigFaults.warnings(properties)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"100/10s,100,PT10S", "1/500ms,1,PT0.5S", "5/2m,5,PT2M", "7/1h,7,PT1H", "9/1d,9,P1D"})
  void limitIsWrittenAsCallsAndPeriod(String text, int calls, Duration per) {
    assertThat(RateLimits.parse(List.of(text))).containsExactly(new Rate(calls, per));
  }

  @Test
  void connectFindsTheConnector() {
    assertThat(ServiceLoader.load(SinkConnector.class))
        .anyMatch(found -> found instanceof ContactBridgeSinkConnector);
    assertThat(connector.version()).isNotEmpty();
  }

  private List<String> faults(Map<String, String> properties) {
    List<String> faults = new ArrayList<>();
    for (ConfigValue value : connector.validate(properties).configValues()) {
      faults.addAll(value.errorMessages());
    }
    return faults;
  }

  private static Map<String, String> properties(String... more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("crm", "highlevel");
    properties.put("crm.credential", "token");
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    properties.values().removeIf(String::isEmpty);
    return properties;
  }
}
