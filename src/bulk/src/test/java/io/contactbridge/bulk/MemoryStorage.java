package io.contactbridge.bulk;

import io.contactbridge.bulk.internal.results.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A fake disk that can simulate a power loss. */
final class MemoryStorage implements Storage {
  private byte[] bytes;
  private int forced;
  private int writesLeft = Integer.MAX_VALUE;
  private int forcesLeft = Integer.MAX_VALUE;

  MemoryStorage(byte... bytes) {
    this.bytes = bytes;
    this.forced = bytes.length;
  }

  synchronized byte[] bytes() {
    return bytes.clone();
  }

  /** Returns how many bytes survive a power loss. */
  synchronized int forced() {
    return forced;
  }

  synchronized String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Simulates a disk that is full after this number of writes. */
  synchronized MemoryStorage fullAfter(int writes) {
    writesLeft = writes;
    return this;
  }

  /** Simulates a disk that fails after this number of forces. */
  synchronized MemoryStorage brokenAfter(int forces) {
    forcesLeft = forces;
    return this;
  }

  @Override
  public synchronized InputStream read() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public synchronized long size() {
    return bytes.length;
  }

  @Override
  public synchronized void append(ByteBuffer more) throws IOException {
    if (writesLeft-- <= 0) {
      // A full disk stores only half the line.
      append(more, more.remaining() / 2);
      throw new IOException("No space left on device");
    }
    append(more, more.remaining());
  }

  @Override
  public synchronized void truncate(long size) {
    bytes = Arrays.copyOf(bytes, (int) size);
    forced = Math.min(forced, bytes.length);
  }

  @Override
  public synchronized void force() throws IOException {
    if (forcesLeft-- <= 0) {
      throw new IOException("Input/output error");
    }
    forced = bytes.length;
  }

  @Override
  public void close() {}

  private void append(ByteBuffer more, int length) {
    int end = bytes.length;
    bytes = Arrays.copyOf(bytes, end + length);
    more.get(bytes, end, length);
  }
}
