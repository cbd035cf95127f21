package io.contactbridge.kafka;

import io.contactbridge.ContactUpdate;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A record on its way. It knows its partition as it was when the record came: if the partition goes
 * and comes back, the same offset comes anew.
 */
record Pending(SinkRecord record, PartitionOffsets partition, ContactUpdate update) {
  /** Returns whether the record is another task's by now, or comes again. */
  boolean isForgotten() {
    return partition.isClosed();
  }

  /** Names the record and not what is in it. */
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
