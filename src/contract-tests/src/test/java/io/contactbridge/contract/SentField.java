package io.contactbridge.contract;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;

/**
 * Where a field goes.
 *
 * @param update sets the field, and what the CRM wants beside it
 * @param path the place in the request
 * @param body the whole request, byte for byte
 */
record SentField(ContactField field, ContactUpdate update, String path, String body) {

  /** A field that the CRM takes alone. */
  static SentField of(ContactField field, Object value, String path, String body) {
    return new SentField(field, ContactUpdate.builder().set(field, value).build(), path, body);
  }

  @Override
  public String toString() {
    return field + " to " + path;
  }
}
