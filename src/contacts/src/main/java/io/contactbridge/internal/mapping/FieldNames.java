package io.contactbridge.internal.mapping;

import io.contactbridge.ContactField;
import java.util.Collection;
import java.util.stream.Collectors;

/** The names of fields, for people. */
final class FieldNames {
  private FieldNames() {}

  static String list(Collection<ContactField> fields) {
    return fields.stream().map(ContactField::name).collect(Collectors.joining(", "));
  }
}
