package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactUpdate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file; its cells are parsed on demand. */
public interface InputRow {
  /** Returns the number of the row in the file, from 1. */
  long number();

  /** Returns the line of the file on which the row begins, from 1. */
  long line();

  /**
   * Returns the contact's id.
   *
   * @throws IllegalArgumentException if the row has no valid id
   */
  String id();

  /**
   * Returns the changes, or null if every cell leaves its field alone.
   *
   * @throws IllegalArgumentException if a cell is not a valid value of its field
   */
  @Nullable ContactUpdate update();

  /** Returns the values in the file, by column, as far as they could be read. */
  Map<String, @Nullable Object> cells();
}
