package io.contactbridge.bulk.internal.input;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a file one after the other. */
public interface RowReader extends Closeable {
  /**
   * Returns the next row, or null after the last.
   *
   * @throws InputException if the rest of the file cannot be divided into rows
   */
  @Nullable InputRow next() throws IOException;
}
