package io.contactbridge.bulk.internal.input;

import io.contactbridge.ContactUpdate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a file, whose cells are read when they are asked for. */
public interface InputRow {
  /** Returns its place among the rows, from 1 on. */
  long number();

  /** Returns the line of the file on which it begins, from 1 on. */
  long line();

  /**
   * Returns the contact's id.
   *
   * @throws IllegalArgumentException if there is none that can be read
   */
  String id();

  /**
   * Returns the changes, or null if every cell says to leave its field alone.
   *
   * @throws IllegalArgumentException if a cell is not of its field's type
   */
  @Nullable ContactUpdate update();

  /** Returns what stands in the file, by column, as far as it could be read. */
  Map<String, @Nullable Object> cells();
}
