package io.contactbridge.contract;

import io.contactbridge.ContactField;
import io.contactbridge.ContactUpdate;

/**
 * The place of a field in the request.
 *
 * @param update sets the field, and other fields that the CRM requires with it
 * @param path the JSON path in the request
 * @param body the whole request, byte for byte
 */
record SentField(ContactField field, ContactUpdate update, String path, String body) {

  /** A field that the CRM accepts without others. */
  static SentField of(ContactField field, Object value, String path, String body) {
    return new SentField(field, ContactUpdate.builder().set(field, value).build(), path, body);
  }

  @Override
  public String toString() {
    return field + " to " + path;
  }
}
