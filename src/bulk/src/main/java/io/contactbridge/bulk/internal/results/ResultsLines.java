package io.contactbridge.bulk.internal.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads the complete lines of results, up to the first incomplete one. */
final class ResultsLines {
  private static final int LONGEST = 64 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long whole;

  ResultsLines(InputStream in) {
    this.in = in;
  }

  /** Returns the next line, or null after the last complete one. */
  @Nullable ResultsLine next() throws IOException {
    int newline = find(start);
    while (newline < 0) {
      int seen = end - start;
      if (!fill()) {
        return null;
      }
      newline = find(start + seen);
    }
    ResultsLine line = ResultsLine.parse(buffer, start, newline);
    if (line != null) {
      whole += newline + 1 - start;
      start = newline + 1;
    }
    return line;
  }

  /** Returns the total size of the returned lines in bytes. */
  long whole() {
    return whole;
  }

  private int find(int from) {
    for (int i = from; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end >= LONGEST) {
        return false;
      }
      buffer = Arrays.copyOf(buffer, end * 2);
    }
    int read = in.read(buffer, end, buffer.length - end);
    end += Math.max(read, 0);
    return read > 0;
  }
}
