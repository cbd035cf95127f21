package io.contactbridge.kafka;

import java.util.TreeSet;

/** The records of a partition that have not ended, while the partition belongs to this task. */
final class PartitionOffsets {
  private final TreeSet<Long> open = new TreeSet<>();
  private boolean closed;

  void begin(long offset) {
    open.add(offset);
  }

  void end(long offset) {
    open.remove(offset);
  }

  /** Returns the offset up to which every record has ended. */
  long committable(long delivered) {
    return open.isEmpty() ? delivered : Math.min(delivered, open.first());
  }

  void close() {
    closed = true;
  }

  /** Returns whether the partition was taken from this task, even if it came back later. */
  boolean isClosed() {
    return closed;
  }
}
