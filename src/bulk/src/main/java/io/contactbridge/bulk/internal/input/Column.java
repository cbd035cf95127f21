package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactField;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a column of a file.
 *
 * @param name the name in the file
 * @param meaning the field's name, {@code id}, {@code custom.KEY}, or an empty string if the column
 *     is not read
 * @param field null for the contact's id and for a column that is not read
 * @param key the key of a custom field, or null if it is another field or all custom fields
 * @param clearsIfEmpty whether an empty cell clears the field
 */
public record Column(
    String name,
    String meaning,
    @Nullable ContactField field,
    @Nullable String key,
    boolean clearsIfEmpty) {
  static final String ID = "id";

  static Column ignored(String name) {
    return new Column(name, "", null, null, false);
  }

  static Column id(String name) {
    return new Column(name, ID, null, null, false);
  }

  boolean isId() {
    return meaning.equals(ID);
  }
}
