package io.contactbridge.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;

/** The partitions of a task, by their names in Kafka and not those that a transform gives them. */
final class Partitions {
  private final Map<TopicPartition, PartitionOffsets> open = new HashMap<>();

  /** Notes that a record has arrived, and returns its partition. */
  PartitionOffsets begin(SinkRecord record) {
    PartitionOffsets partition =
        open.computeIfAbsent(
            new TopicPartition(record.originalTopic(), record.originalKafkaPartition()),
            name -> new PartitionOffsets());
    partition.begin(record.originalKafkaOffset());
    return partition;
  }

  void close(Collection<TopicPartition> partitions) {
    for (TopicPartition name : partitions) {
      PartitionOffsets partition = open.remove(name);
      if (partition != null) {
        partition.close();
      }
    }
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  /**
   * Returns the offsets that may be committed.
   *
   * @param assigned the partitions of the task; the worker may still know of others
   * @param delivered the offsets after the last records that arrived or that a converter or a
   *     transform removed
   */
  Map<TopicPartition, OffsetAndMetadata> committable(
      Set<TopicPartition> assigned, Map<TopicPartition, OffsetAndMetadata> delivered) {
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(delivered);
    offsets.keySet().retainAll(assigned);
    offsets.replaceAll(
        (name, next) -> {
          PartitionOffsets partition = open.get(name);
          return partition == null
              ? next
              : new OffsetAndMetadata(partition.committable(next.offset()));
        });
    return offsets;
  }
}
