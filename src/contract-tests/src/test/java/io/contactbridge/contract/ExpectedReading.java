package io.contactbridge.contract;

import io.contactbridge.ContactField;
import java.util.EnumMap;
import java.util.Map;

/** The fields that the facade must read from a documented answer; it must read no others. */
record ExpectedReading(String example, String id, Map<ContactField, Object> values) {

  /** Returns this reading with an additional field. */
  ExpectedReading with(ContactField field, Object value) {
    Map<ContactField, Object> more = new EnumMap<>(values);
    more.put(field, value);
    return new ExpectedReading(example, id, more);
  }

  @Override
  public String toString() {
    return example;
  }
}
