package io.contactbridge.kafka;

import io.contactbridge.ContactUpdate;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record that has not ended. It keeps its partition from the time it arrived: if the partition is
 * revoked and assigned again, the same offset arrives again with a new one.
 */
record PendingRecord(SinkRecord record, PartitionOffsets partition, ContactUpdate update) {
  /** Returns whether the record now belongs to another task, or arrives again. */
  boolean isForgotten() {
    return partition.isClosed();
  }

  /** Names the record and not its content. */
  @Override
  public String toString() {
    return name(record);
  }

  static String name(SinkRecord record) {
    return record.originalTopic()
        + "-"
        + record.originalKafkaPartition()
        + "@"
        + record.originalKafkaOffset();
  }
}
