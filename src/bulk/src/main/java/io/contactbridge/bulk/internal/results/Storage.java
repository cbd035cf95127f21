package io.contactbridge.bulk.internal.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Append-only storage, whose content survives a crash after a force. */
public interface Storage extends Closeable {
  /** Reads from the beginning. Closing the stream leaves the storage open. */
  InputStream read() throws IOException;

  long size() throws IOException;

  /** Appends all of {@code bytes}. */
  void append(ByteBuffer bytes) throws IOException;

  /** Truncates the content to a size. */
  void truncate(long size) throws IOException;

  /** Blocks until everything appended so far is on the disk. */
  void force() throws IOException;
}
