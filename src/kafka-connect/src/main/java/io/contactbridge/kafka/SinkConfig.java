package io.contactbridge.kafka;

import io.contactbridge.Crm;
import io.contactbridge.CrmProfile;
import io.contactbridge.OnUnsupported;
import io.contactbridge.Rate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** What a user says about the connector, by key. */
final class SinkConfig extends AbstractConfig {
  static final String CRM = "crm";
  static final String CREDENTIAL = "crm.credential";
  static final String CREDENTIAL_FILE = "crm.credential.file";
  static final String BASE_URL = "crm.base.url";
  static final String CONTACT_ID = "contact.id";
  static final String FIELDS = "fields";
  static final String IGNORED_FIELDS = "ignored.fields";
  static final String UNKNOWN_FIELDS = "unknown.fields";
  static final String NULL_VALUES = "null.values";
  static final String TOMBSTONES = "tombstones";
  static final String ON_UNSUPPORTED = "on.unsupported";
  static final String ALLOW_UNDOCUMENTED_CLEAR = "allow.undocumented.clear";
  static final String DEFAULT_REGION = "default.region";
  static final String RATE_LIMIT = "rate.limit";
  static final String MAX_IN_FLIGHT = "max.in.flight";
  static final String TIMEOUT = "timeout.ms";
  static final String DEADLINE = "deadline.ms";
  static final String COMMIT_INTERVAL = "commit.interval.ms";
  static final String LEASE = "lease.ms";
  static final String REPORT_DIFFERENT = "report.different";

  /** How many tasks share the account: the connector says so to each, and no user does. */
  static final String TASKS = "contactbridge.tasks";

  static final String REPORT = "report";
  static final String IGNORE = "ignore";
  static final String ABSENT = "absent";
  static final String CLEAR = "clear";

  private static final String ACCOUNT = "Account";
  private static final String RECORDS = "Records";
  private static final String SENDING = "Sending";

  static final ConfigDef DEFINITION = account(records(sending(new ConfigDef())));

  private SinkConfig(Map<String, String> properties) {
    super(DEFINITION, properties, false);
  }

  /**
   * Reads a configuration.
   *
   * @throws org.apache.kafka.common.config.ConfigException if it has a fault
   */
  static SinkConfig of(Map<String, String> properties) {
    ConfigFaults.require(properties);
    return new SinkConfig(properties);
  }

  Crm crm() {
    return Crm.valueOf(getString(CRM).toUpperCase(Locale.ROOT));
  }

  /** Returns the credential, or null if it is in a file. */
  @Nullable Password credential() {
    return getPassword(CREDENTIAL);
  }

  @Nullable Path credentialFile() {
    String file = getString(CREDENTIAL_FILE);
    return file == null ? null : Path.of(file);
  }

  /** Returns a part of the account's address, or null if there is none. */
  @Nullable String partOfAddress(String key) {
    return getString(key);
  }

  @Nullable String baseUrl() {
    return getString(BASE_URL);
  }

  ContactIdSource contactId() {
    return ContactIdSource.parse(getString(CONTACT_ID));
  }

  FieldMapping fields() {
    return FieldMapping.of(
        getList(FIELDS), getList(IGNORED_FIELDS), getString(UNKNOWN_FIELDS).equals(IGNORE));
  }

  boolean clearsOnNull() {
    return getString(NULL_VALUES).equals(CLEAR);
  }

  boolean reportsTombstones() {
    return getString(TOMBSTONES).equals(REPORT);
  }

  OnUnsupported onUnsupported() {
    return OnUnsupported.valueOf(getString(ON_UNSUPPORTED).toUpperCase(Locale.ROOT));
  }

  boolean allowsUndocumentedClear() {
    return getBoolean(ALLOW_UNDOCUMENTED_CLEAR);
  }

  @Nullable String defaultRegion() {
    return getString(DEFAULT_REGION);
  }

  /** Returns the limits of the account, whose calls the tasks share; none if there are none. */
  List<Rate> limits() {
    List<String> limits = getList(RATE_LIMIT);
    return limits.isEmpty() ? CrmProfile.of(crm()).rates() : Limits.parse(limits);
  }

  /** Returns whether the limits are the user's and not the documented ones. */
  boolean hasOwnLimits() {
    return !getList(RATE_LIMIT).isEmpty();
  }

  boolean hasNoLimits() {
    return hasOwnLimits() && limits().isEmpty();
  }

  int tasks() {
    return getInt(TASKS);
  }

  int maxInFlight() {
    return getInt(MAX_IN_FLIGHT);
  }

  Duration timeout() {
    return Duration.ofMillis(getLong(TIMEOUT));
  }

  /** Returns how long an update may take, or null for the library's own choice. */
  @Nullable Duration deadline() {
    Long deadline = getLong(DEADLINE);
    return deadline == null ? null : Duration.ofMillis(deadline);
  }

  Duration commitInterval() {
    return Duration.ofMillis(getLong(COMMIT_INTERVAL));
  }

  Duration lease() {
    return Duration.ofMillis(getLong(LEASE));
  }

  boolean reportsDifferent() {
    return getBoolean(REPORT_DIFFERENT);
  }

  private static ConfigDef account(ConfigDef definition) {
    String[] crms =
        Arrays.stream(Crm.values())
            .map(crm -> crm.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new);
    Keys keys = new Keys(definition, ACCOUNT);
    keys.add(
        CRM,
        ConfigDef.Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        ConfigChecks.oneOf(crms),
        ConfigDef.Importance.HIGH,
        "The CRM: " + String.join(", ", crms) + ".");
    keys.add(
        CREDENTIAL,
        ConfigDef.Type.PASSWORD,
        null,
        ConfigChecks::credential,
        ConfigDef.Importance.HIGH,
        "The API key or token. Write ${file:...} or ${env:...}: Connect shows what stands here.");
    keys.add(
        CREDENTIAL_FILE,
        ConfigDef.Type.STRING,
        null,
        ConfigChecks::credentialFile,
        ConfigDef.Importance.HIGH,
        "A file with the API key or token, in place of crm.credential. It is read again when it"
            + " changes, which suits tokens that expire.");
    for (Crm crm : Crm.values()) {
      for (String key : AddressKeys.of(crm)) {
        keys.add(
            key,
            ConfigDef.Type.STRING,
            null,
            ConfigChecks.partOfAddress(crm),
            ConfigDef.Importance.MEDIUM,
            "For " + crm + ": a part of the account's address.");
      }
    }
    keys.add(
        BASE_URL,
        ConfigDef.Type.STRING,
        null,
        ConfigChecks::baseUrl,
        ConfigDef.Importance.LOW,
        "Sends elsewhere, such as to a mock or a proxy; HTTPS, or HTTP to loopback.");
    return definition;
  }

  private static ConfigDef records(ConfigDef definition) {
    Keys keys = new Keys(definition, RECORDS);
    keys.add(
        CONTACT_ID,
        ConfigDef.Type.STRING,
        "key",
        ConfigChecks::contactId,
        ConfigDef.Importance.HIGH,
        "Where the contact's id is: key, key.FIELD or value.FIELD. Records have to be keyed by it"
            + " in any case: order holds within a partition.");
    keys.add(
        FIELDS,
        ConfigDef.Type.LIST,
        List.of(),
        ConfigChecks::fields,
        ConfigDef.Importance.HIGH,
        "What fields of the value are called otherwise than the contact's, as from=field, such as"
            + " mail=email,nps=custom.nps.");
    keys.add(
        IGNORED_FIELDS,
        ConfigDef.Type.LIST,
        List.of(),
        null,
        ConfigDef.Importance.MEDIUM,
        "The fields of the value that are not read, such as updated_at.");
    keys.add(
        UNKNOWN_FIELDS,
        ConfigDef.Type.STRING,
        REPORT,
        ConfigChecks.oneOf(REPORT, IGNORE),
        ConfigDef.Importance.MEDIUM,
        "What becomes of a record with a field that is no contact's: report it as failed, or ignore"
            + " the field.");
    keys.add(
        NULL_VALUES,
        ConfigDef.Type.STRING,
        ABSENT,
        ConfigChecks.oneOf(ABSENT, CLEAR),
        ConfigDef.Importance.HIGH,
        "What a null in the value means: absent leaves the contact's field alone, clear empties"
            + " it.");
    keys.add(
        TOMBSTONES,
        ConfigDef.Type.STRING,
        IGNORE,
        ConfigChecks.oneOf(IGNORE, REPORT),
        ConfigDef.Importance.LOW,
        "What becomes of a record without a value: ignore it, or report it as failed.");
    keys.add(
        ON_UNSUPPORTED,
        ConfigDef.Type.STRING,
        "refuse",
        ConfigChecks.oneOf("refuse", "drop"),
        ConfigDef.Importance.MEDIUM,
        "What to do if the CRM cannot store a field: refuse the update, or drop the field.");
    keys.add(
        ALLOW_UNDOCUMENTED_CLEAR,
        ConfigDef.Type.BOOLEAN,
        false,
        null,
        ConfigDef.Importance.LOW,
        "Whether to clear fields where the CRM does not document that it may be done.");
    keys.add(
        DEFAULT_REGION,
        ConfigDef.Type.STRING,
        null,
        ConfigChecks::region,
        ConfigDef.Importance.LOW,
        "Where phone numbers without a country code are from, such as US.");
    return definition;
  }

  private static ConfigDef sending(ConfigDef definition) {
    Keys keys = new Keys(definition, SENDING);
    keys.add(
        RATE_LIMIT,
        ConfigDef.Type.LIST,
        List.of(),
        ConfigChecks::limits,
        ConfigDef.Importance.MEDIUM,
        "How many calls the account makes, such as 100/10s, or none; what the CRM documents by"
            + " default. The tasks share it.");
    keys.add(
        MAX_IN_FLIGHT,
        ConfigDef.Type.INT,
        64,
        ConfigChecks.between(1, 1000),
        ConfigDef.Importance.LOW,
        "How many updates a task has under way at once.");
    keys.add(
        TIMEOUT,
        ConfigDef.Type.LONG,
        30_000L,
        ConfigChecks.between(100, 600_000),
        ConfigDef.Importance.LOW,
        "How long one attempt to send an update may take.");
    keys.add(
        DEADLINE,
        ConfigDef.Type.LONG,
        null,
        ConfigChecks.between(100, 3_600_000),
        ConfigDef.Importance.LOW,
        "How long an update may take with all its attempts; 60000 by default, without the time for"
            + " which it waits for the limit.");
    keys.add(
        COMMIT_INTERVAL,
        ConfigDef.Type.LONG,
        1_000L,
        ConfigChecks.between(10, 60_000),
        ConfigDef.Importance.LOW,
        "How often offsets are committed. What was made since is sent again after a crash.");
    keys.add(
        LEASE,
        ConfigDef.Type.LONG,
        10_000L,
        ConfigChecks.between(1_000, 300_000),
        ConfigDef.Importance.LOW,
        "For how long a task may not have been heard of before it stops sending, since another may"
            + " have its partitions; less than the consumer's session.timeout.ms.");
    keys.add(
        REPORT_DIFFERENT,
        ConfigDef.Type.BOOLEAN,
        false,
        null,
        ConfigDef.Importance.MEDIUM,
        "Whether a record is reported as failed if the CRM has another value of a field"
            + " afterwards.");
    definition.defineInternal(TASKS, ConfigDef.Type.INT, 1, ConfigDef.Importance.LOW);
    return definition;
  }

  /** Adds keys in the order in which they are shown. */
  private static final class Keys {
    private final ConfigDef definition;
    private final String group;
    private int order;

    private Keys(ConfigDef definition, String group) {
      this.definition = definition;
      this.group = group;
    }

    @SuppressWarnings("NullAway") // Kafka takes null for no default and for no check.
    void add(
        String name,
        ConfigDef.Type type,
        @Nullable Object byDefault,
        ConfigDef.@Nullable Validator check,
        ConfigDef.Importance importance,
        String words) {
      definition.define(
          name,
          type,
          byDefault,
          check,
          importance,
          words,
          group,
          ++order,
          ConfigDef.Width.MEDIUM,
          name,
          List.of(),
          check instanceof ConfigChecks.OneOf choice ? choice : null);
    }
  }
}
