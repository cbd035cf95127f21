package io.contactbridge.kafka;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;
import io.contactbridge.bulk.internal.input.Cells;
import io.contactbridge.bulk.internal.input.Column;
import io.contactbridge.bulk.internal.input.ReadingOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Reads the update in a record. The messages do not repeat values, which are personal data. */
final class RecordReader {
  /** Debezium's placeholder for a large value that was not changed. */
  private static final String UNAVAILABLE = "__debezium_unavailable_value";

  /** The prefix of fields that Debezium adds to a row, such as {@code __op}. */
  private static final String METADATA = "__";

  private static final String DELETED = "__deleted";

  private final ContactIdSource id;
  private final FieldMapping fields;
  private final boolean clearsOnNull;
  private final boolean reportsTombstones;
  private final Cells cells = new Cells(ReadingOptions.DEFAULT);

  RecordReader(SinkConfig config) {
    id = config.contactId();
    fields = config.fields();
    clearsOnNull = config.clearsOnNull();
    reportsTombstones = config.reportsTombstones();
  }

  /**
   * Returns the update, or null if the record changes nothing.
   *
   * @throws IllegalArgumentException if the record cannot be read as an update
   */
  @Nullable Update read(SinkRecord record) {
    if (record.value() == null) {
      return deleted(record, "the record has no value");
    }
    Map<String, @Nullable Object> value = members(record);
    requireRow(record, value);
    Object deleted = value.get(DELETED);
    if (deleted != null && deleted.toString().equals("true")) {
      return deleted(record, "the record is about a deleted row");
    }
    String contact = id.read(record, value);
    ContactUpdate update = update(record, contact, value);
    return update == null ? null : new Update(contact, update);
  }

  private @Nullable Update deleted(SinkRecord record, String words) {
    if (record.key() == null) {
      throw new IllegalArgumentException(words + (record.value() == null ? ", and no key" : ""));
    }
    if (reportsTombstones) {
      throw new IllegalArgumentException(words + ", and the sink does not delete contacts");
    }
    return null;
  }

  private static Map<String, @Nullable Object> members(SinkRecord record) {
    Object value = RecordValues.plain(record.valueSchema(), record.value());
    if (!(value instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(
          "the value is "
              + RecordValues.kind(value)
              + ", but must be an object with fields; set the value.converter that made it");
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    map.forEach((name, member) -> members.put((String) name, member));
    return members;
  }

  /** Refuses the wrapper of a row, because as a row it would have no known field. */
  private static void requireRow(SinkRecord record, Map<String, @Nullable Object> value) {
    String schema = record.valueSchema() == null ? null : record.valueSchema().name();
    if ((schema != null && schema.endsWith(".Envelope"))
        || value.keySet().containsAll(Set.of("before", "after", "op"))) {
      throw new IllegalArgumentException(
          "the value is Debezium's envelope and not the row in it; unwrap it with the transform"
              + " io.debezium.transforms.ExtractNewRecordState");
    }
    if (record.valueSchema() == null && value.keySet().equals(Set.of("schema", "payload"))) {
      throw new IllegalArgumentException(
          "the value is JSON with its schema; set value.converter.schemas.enable=true");
    }
  }

  private @Nullable ContactUpdate update(
      SinkRecord record, String contact, Map<String, @Nullable Object> value) {
    ContactUpdate.Builder update = ContactUpdate.builder();
    Map<String, String> set = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    value.forEach(
        (name, member) -> {
          Column column = fields.column(name);
          if (column != null) {
            requireOnce(set.put(column.meaning(), name), column);
            set(update, column, member);
          } else if (fields.isUnknown(name)
              && !name.startsWith(METADATA)
              && !id.isRepeatedBy(name, member, contact, record)) {
            unknown.add(name);
          }
        });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(FieldMapping.unknown(unknown));
    }
    return isEmpty(update) ? null : update.build();
  }

  private static void requireOnce(@Nullable String before, Column column) {
    if (before != null) {
      throw new IllegalArgumentException(
          "the fields %s and %s are both %s; list one of them in %s"
              .formatted(before, column.name(), column.meaning(), SinkConfig.IGNORED_FIELDS));
    }
  }

  private void set(ContactUpdate.Builder update, Column column, @Nullable Object value) {
    if (UNAVAILABLE.equals(value) || (value == null && !clearsOnNull)) {
      return;
    }
    boolean custom = column.field() == ContactField.CUSTOM_FIELDS;
    if (column.field() == ContactField.DATE_OF_BIRTH && value != null) {
      update.set(ContactField.DATE_OF_BIRTH, DateValues.date(column.name(), value));
    } else {
      cells.setJson(
          update,
          column,
          custom ? CellValues.json(column.name(), value) : CellValues.text(column.name(), value));
    }
  }

  private static boolean isEmpty(ContactUpdate.Builder update) {
    try {
      return update.build().fields().isEmpty();
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /**
   * The update in a record.
   *
   * @param contact the contact's id
   */
  record Update(String contact, ContactUpdate update) {
    /** Names no value, which is personal data. */
    @Override
    public String toString() {
      return "Update";
    }
  }
}
