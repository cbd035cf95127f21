package io.contactbridge.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RecordReaderTest {
  private static final Schema DATE = org.apache.kafka.connect.data.Date.SCHEMA;

  @Test
  void jsonRecordIsRead() {
    assertThat(
            json(
                """
                {"email":"ada@example.com","first_name":"Ada","Last name":"Lovelace",
                 "phone":12025550123,"tags":["a","b"],"do_not_disturb":true,
                 "date_of_birth":"1815-12-10","custom.score":4.5,"custom.plan":{"a":[1,null]}}
                """))
        .isEqualTo(
            ContactUpdate.builder()
                .email("ada@example.com")
                .firstName("Ada")
                .lastName("Lovelace")
                .phone("12025550123")
                .tags("a", "b")
                .doNotDisturb(true)
                .dateOfBirth(LocalDate.of(1815, 12, 10))
                .customField("score", 4.5)
                .customField("plan", plan())
                .build());
  }

  @Test
  void rowIsReadByTheTypesOfItsSchema() {
    SchemaBuilder schema = SchemaBuilder.struct();
    schema.field("id", Schema.INT32_SCHEMA);
    schema.field("email", Schema.OPTIONAL_STRING_SCHEMA);
    schema.field("date_of_birth", named("io.debezium.time.Date", Schema.Type.INT32));
    schema.field("custom.balance", Decimal.schema(2));
    schema.field("custom.seen", Timestamp.SCHEMA);
    schema.field("custom.wakes", Time.SCHEMA);
    schema.field("custom.since", named("io.debezium.time.MicroTimestamp", Schema.Type.INT64));
    schema.field("custom.joined", DATE);
    schema.field("custom.small", Schema.INT8_SCHEMA);
    schema.field("custom.share", Schema.FLOAT32_SCHEMA);
    schema.field("postal_code", Schema.INT64_SCHEMA);
    Struct row =
        new Struct(schema.build())
            .put("id", 7)
            .put("email", "ada@example.com")
            .put("date_of_birth", (int) LocalDate.of(1815, 12, 10).toEpochDay())
            .put("custom.balance", new BigDecimal("10.50"))
            .put("custom.seen", Date.from(Instant.parse("2026-11-21T10:00:00Z")))
            .put("custom.wakes", Date.from(Instant.ofEpochMilli(25_200_000)))
            .put("custom.since", 1_700_000_000_123_456L)
            .put("custom.joined", Date.from(Instant.parse("2020-02-29T00:00:00Z")))
            .put("custom.small", (byte) 5)
            .put("custom.share", 0.1f)
            .put("postal_code", 12345L);
    Schema keys = SchemaBuilder.struct().field("id", Schema.INT32_SCHEMA).build();

    RecordReader.Update update =
        reader().read(record(keys, new Struct(keys).put("id", 7), row.schema(), row));

    assertThat(update)
        .isEqualTo(
            new RecordReader.Update(
                "7",
                ContactUpdate.builder()
                    .email("ada@example.com")
                    .dateOfBirth(LocalDate.of(1815, 12, 10))
                    .customField("balance", new BigDecimal("10.50"))
                    .customField("seen", "2026-11-21T10:00:00Z")
                    .customField("wakes", "07:00")
                    .customField("since", "2023-11-14T22:13:20.123456")
                    .customField("joined", "2020-02-29")
                    .customField("small", 5L)
                    .customField("share", 0.1)
                    .postalCode("12345")
                    .build()));
  }

  @Test
  void nullLeavesFieldAloneUnlessConfiguredToClear() {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("email", "ada@example.com");
    row.put("city", null);

    assertThat(update(row).cleared()).isEmpty();
    assertThat(update(row, "null.values", "clear").cleared()).containsExactly(ContactField.CITY);
  }

  @Test
  void nullIsNotReplacedByTheDefaultOfItsColumn() {
    Schema schema =
        SchemaBuilder.struct()
            .field("city", SchemaBuilder.string().optional().defaultValue("London").build())
            .field("email", Schema.STRING_SCHEMA)
            .build();
    Struct row = new Struct(schema).put("email", "ada@example.com").put("city", null);

    RecordReader.Update update = reader().read(record(null, "7", schema, row));

    assertThat(requireNonNull(update).update().fields()).containsExactly(ContactField.EMAIL);
  }

  @Test
  void valueThatDebeziumDidNotReadLeavesFieldAlone() {
    assertThat(
            update(Map.of("email", "ada@example.com", "city", "__debezium_unavailable_value"))
                .fields())
        .containsExactly(ContactField.EMAIL);
  }

  @Test
  void recordWithOnlyNullsChangesNothing() {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("city", null);
    row.put("id", "7");

    assertThat(reader().read(record("7", row))).isNull();
  }

  @Test
  void deletedRowMakesNoUpdate() {
    Map<String, Object> deleted = Map.of("email", "ada@example.com", "__deleted", "true");

    assertThat(reader().read(record("7", null))).isNull();
    assertThat(reader().read(record("7", deleted))).isNull();
    assertThat(update(Map.of("email", "ada@example.com", "__deleted", "false", "__op", "u")))
        .isEqualTo(ContactUpdate.builder().email("ada@example.com").build());
    assertThatThrownBy(() -> reader("tombstones", "report").read(record("7", null)))
        .hasMessage("the record has no value, and the sink does not delete contacts");
    assertThatThrownBy(() -> reader("tombstones", "report").read(record("7", deleted)))
        .hasMessage("the record is about a deleted row, and the sink does not delete contacts");
  }

  @ParameterizedTest
  @CsvSource({"key,7", "key.crm_id,7", "value.crm_id,7"})
  void contactIdIsReadFromTheConfiguredPlace(String source, String contact) {
    Map<String, Object> value = Map.of("email", "ada@example.com", "crm_id", 7);
    Object key = source.equals("key.crm_id") ? Map.of("crm_id", 7L, "tenant", 1L) : "7";

    RecordReader.Update update =
        reader("contact.id", source, "ignored.fields", source.equals("key") ? "crm_id" : "")
            .read(record(key, value));

    assertThat(update).extracting(RecordReader.Update::contact).isEqualTo(contact);
  }

  @Test
  void recordWithoutAContactIdIsRefused() {
    Map<String, Object> value = Map.of("email", "ada@example.com");

    refused(
        record(null, value),
        "the record has no key, so the order of the contact's updates is unknown");
    refused(record(null, null), "the record has no value, and no key");
    refused(record(" ", value), "the key has no contact id: it is empty");
    refused(
        record(new byte[] {1}, value),
        "the key is not a contact id: an id is text or an integer, but this is bytes, so a"
            + " converter is missing");
    refused(
        record(1.5, value),
        "the key is not a contact id: an id is text or an integer, but this is a number");
    refused(
        record(new java.util.TreeMap<>(Map.of("id", 1, "tenant", 2)), value),
        "the key has the fields [id, tenant]; name the one with the contact's id in contact.id, as"
            + " key.FIELD");
    refused(
        record("7", value),
        "value.crm_id has no contact id: it is null",
        "contact.id",
        "value.crm_id");
    refused(
        record("7", value),
        "the key has no fields, so it has no crm_id",
        "contact.id",
        "key.crm_id");
  }

  @Test
  void valueThatIsNotARowIsRefused() {
    refused(
        record("7", "text"),
        "the value is text, but must be an object with fields; set the value.converter that made"
            + " it");
    refused(
        record("7", "{}".getBytes(StandardCharsets.UTF_8)),
        "the value is bytes, so a converter is missing, but must be an object with fields; set the"
            + " value.converter that made it");
    refused(
        record("7", Map.of("before", "", "after", Map.of(), "op", "u", "source", "x")),
        "the value is Debezium's envelope and not the row in it; unwrap it with the transform"
            + " io.debezium.transforms.ExtractNewRecordState",
        "unknown.fields",
        "ignore");
    refused(
        record("7", Map.of("schema", Map.of(), "payload", Map.of())),
        "the value is JSON with its schema; set value.converter.schemas.enable=true",
        "unknown.fields",
        "ignore");
  }

  @Test
  void unknownFieldIsReportedOrIgnored() {
    Map<String, Object> value = Map.of("emaill", "ada@example.com", "id", "7");

    refused(
        record("7", value),
        "the value has fields that a contact does not have: \"emaill\" (did you mean email?);"
            + " map them with fields or list them in ignored.fields");
    assertThat(reader("unknown.fields", "ignore").read(record("7", value))).isNull();
    assertThat(reader("ignored.fields", "emaill").read(record("7", value))).isNull();
    assertThat(update(value, "fields", "emaill=email"))
        .isEqualTo(ContactUpdate.builder().email("ada@example.com").build());
  }

  @Test
  void idOfSomethingElseIsAnUnknownField() {
    refused(
        record("7", Map.of("email", "ada@example.com", "id", 8)),
        "the value has fields that a contact does not have: \"id\"; map them with fields or list"
            + " them in"
            + " ignored.fields");
  }

  @Test
  void twoFieldsWithTheSameMeaningAreRefused() {
    refused(
        record("7", new java.util.TreeMap<>(Map.of("email", "a@example.com", "mail", "b@e.com"))),
        "EMAIL",
        "fields",
        "mail=email");
  }

  @ParameterizedTest
  @CsvSource({
    "1815-12-10,1815-12-10",
    "1815-12-10T00:00:00Z,1815-12-10",
    "1815-12-10T00:00:00+02:00,1815-12-10"
  })
  void timestampAtMidnightIsADate(String text, LocalDate date) {
    assertThat(update(Map.of("date_of_birth", text)).get(ContactField.DATE_OF_BIRTH))
        .isEqualTo(date);
  }

  @Test
  void invalidValueIsRefusedWithoutQuotingIt() {
    refused(
        record("7", Map.of("date_of_birth", "1815-12-10T22:00:00Z")),
        "date_of_birth has a time of day, so it is not a date; convert it to a date in the source");
    refused(
        record("7", Map.of("date_of_birth", 7572L)),
        "date_of_birth is a number, not a date; a date has the form 1815-12-10, or a logical"
            + " type, which JSON has only with schemas.enable=true");
    refused(
        record("7", Map.of("city", 1.5)),
        "city is a floating-point number, which has no exact digits; send text");
    refused(
        record("7", Map.of("custom.photo", ByteBuffer.wrap(new byte[] {1}))),
        "custom.photo is bytes, which JSON cannot represent; convert them to text with a"
            + " transform");
    refused(
        record("7", Map.of("email", "not an address")),
        "EMAIL must be an address such as ada@example.com");
    refused(
        record("7", Map.of("do_not_disturb", "x")),
        "do_not_disturb: the value must be true or false");
    refused(record("7", Map.of("tags", "a")), "TAGS is a List, not a String");
  }

  @Test
  void decimalsOfAnyScaleAreRead() {
    Schema schema =
        SchemaBuilder.struct()
            .name("io.debezium.data.VariableScaleDecimal")
            .field("scale", Schema.INT32_SCHEMA)
            .field("value", Schema.BYTES_SCHEMA)
            .build();
    Schema row =
        SchemaBuilder.struct().field("custom.a", schema).field("postal_code", schema).build();
    Struct decimal =
        new Struct(schema).put("scale", 1).put("value", new byte[] {(byte) 0xff, (byte) 0x85});

    RecordReader.Update update =
        reader()
            .read(
                record(
                    null,
                    "7",
                    row,
                    new Struct(row).put("custom.a", decimal).put("postal_code", decimal)));

    assertThat(update)
        .extracting(RecordReader.Update::update)
        .isEqualTo(
            ContactUpdate.builder()
                .customField("a", new BigDecimal("-12.3"))
                .postalCode("-12.3")
                .build());
  }

  private static Map<String, Object> plan() {
    List<@Nullable Object> list = new java.util.ArrayList<>();
    list.add(1L);
    list.add(null);
    return Map.of("a", list);
  }

  private static ContactUpdate update(Map<String, ?> value, String... properties) {
    return requireNonNull(reader(properties).read(record("7", value))).update();
  }

  private static void refused(SinkRecord record, String words, String... properties) {
    assertThatThrownBy(() -> reader(properties).read(record))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .satisfies(
            message ->
                assertThat(message)
                    .isEqualTo(
                        words.equals("EMAIL")
                            ? "the fields email and mail are both EMAIL; list one of them in"
                                + " ignored.fields"
                            : words));
  }

  private static ContactUpdate json(String json) {
    try (JsonConverter converter = new JsonConverter()) {
      converter.configure(Map.of("schemas.enable", "false"), false);
      SchemaAndValue value =
          converter.toConnectData("contacts", json.getBytes(StandardCharsets.UTF_8));
      SinkRecord record = record(null, "7", value.schema(), value.value());
      return requireNonNull(reader().read(record)).update();
    }
  }

  private static RecordReader reader(String... properties) {
    Map<String, String> all = new HashMap<>(Map.of("crm", "raze", "crm.credential", "key"));
    for (int i = 0; i < properties.length; i += 2) {
      all.put(properties[i], properties[i + 1]);
    }
    return new RecordReader(SinkConfig.of(all));
  }

  private static SinkRecord record(@Nullable Object key, @Nullable Object value) {
    return record(null, key, null, value);
  }

  @SuppressWarnings("NullAway") // Connect has null for what a record has not.
  private static SinkRecord record(
      @Nullable Schema keySchema,
      @Nullable Object key,
      @Nullable Schema valueSchema,
      @Nullable Object value) {
    return new SinkRecord(
        "contacts", 0, keySchema, key, valueSchema, value, 0, 0L, TimestampType.CREATE_TIME);
  }

  private static Schema named(String name, Schema.Type type) {
    return SchemaBuilder.type(type).name(name).build();
  }
}
