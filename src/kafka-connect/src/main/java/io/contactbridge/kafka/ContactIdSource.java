package io.contactbridge.kafka;

import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The place of the contact's id in a record.
 *
 * @param inKey whether the id is in the record's key rather than in its value
 * @param field the field with the id, or null if the whole key is the id
 */
record ContactIdSource(boolean inKey, @Nullable String field) {
  private static final String KEY = "key";
  private static final String VALUE = "value";

  /**
   * Reads {@code key}, {@code key.FIELD} or {@code value.FIELD}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  static ContactIdSource parse(String text) {
    if (text.equals(KEY)) {
      return new ContactIdSource(true, null);
    }
    for (String part : new String[] {KEY, VALUE}) {
      if (text.startsWith(part + ".") && text.length() > part.length() + 1) {
        return new ContactIdSource(part.equals(KEY), text.substring(part.length() + 1));
      }
    }
    throw new IllegalArgumentException("it must be key, key.FIELD or value.FIELD");
  }

  /**
   * Returns the contact's id.
   *
   * @param value the members of the record's value
   * @throws IllegalArgumentException if there is none that can be read
   */
  String read(SinkRecord record, Map<String, @Nullable Object> value) {
    Object key = RecordValues.plain(record.keySchema(), record.key());
    if (key == null) {
      throw new IllegalArgumentException(
          "the record has no key, so the order of the contact's updates is unknown");
    }
    return inKey ? text("the key", ofKey(key)) : text("value." + field, value.get(field));
  }

  /** Returns whether a field of the value repeats the id, as the row of a table does. */
  boolean isRepeatedBy(String name, @Nullable Object value, String id, SinkRecord record) {
    boolean named = name.equals("id") || name.equals(field) || isNameOfKey(name, record);
    return named && value != null && id.equals(value.toString());
  }

  private static boolean isNameOfKey(String name, SinkRecord record) {
    return RecordValues.plain(record.keySchema(), record.key()) instanceof Map<?, ?> key
        && key.containsKey(name);
  }

  private @Nullable Object ofKey(Object key) {
    if (!(key instanceof Map<?, ?> members)) {
      if (field != null) {
        throw new IllegalArgumentException("the key has no fields, so it has no " + field);
      }
      return key;
    }
    if (field != null) {
      return members.get(field);
    }
    if (members.size() != 1) {
      throw new IllegalArgumentException(
          "the key has the fields %s; name the one with the contact's id in %s, as key.FIELD"
              .formatted(members.keySet(), SinkConfig.CONTACT_ID));
    }
    return members.values().iterator().next();
  }

  private static String text(String where, @Nullable Object id) {
    if (id == null) {
      throw new IllegalArgumentException(where + " has no contact id: it is null");
    }
    if (!(id instanceof String) && !(id instanceof Long)) {
      throw new IllegalArgumentException(
          where
              + " is not a contact id: an id is text or an integer, but this is "
              + RecordValues.kind(id));
    }
    String text = id.toString();
    if (text.isBlank()) {
      throw new IllegalArgumentException(where + " has no contact id: it is empty");
    }
    return text;
  }
}
