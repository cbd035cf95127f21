package io.contactbridge.bulk.internal.results;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Bytes that are only appended to, and survive a crash once they are forced. */
public interface Storage extends Closeable {
  /** Reads from the beginning. Closing the stream leaves the storage open. */
  InputStream read() throws IOException;

  long size() throws IOException;

  /** Appends all of {@code bytes}. */
  void append(ByteBuffer bytes) throws IOException;

  /** Cuts off what is beyond a size. */
  void truncate(long size) throws IOException;

  /** Returns when everything appended so far is on the disk. */
  void force() throws IOException;
}
