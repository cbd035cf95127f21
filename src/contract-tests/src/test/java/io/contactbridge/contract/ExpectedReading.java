package io.contactbridge.contract;

import io.contactbridge.ContactField;
import java.util.EnumMap;
import java.util.Map;

/** What the facade reads in a documented answer: these fields and no others. */
record Reading(String example, String id, Map<ContactField, Object> values) {

  /** Returns a reading with one field more. */
  Reading with(ContactField field, Object value) {
    Map<ContactField, Object> more = new EnumMap<>(values);
    more.put(field, value);
    return new Reading(example, id, more);
  }

  @Override
  public String toString() {
    return example;
  }
}
