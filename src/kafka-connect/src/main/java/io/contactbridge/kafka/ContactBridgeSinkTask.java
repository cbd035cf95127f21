package io.contactbridge.kafka;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/** Handles some of the partitions; see {@link ContactBridgeSinkConnector}. */
public final class ContactBridgeSinkTask extends SinkTask {
  private @Nullable Sink sink;

  @Override
  public String version() {
    return PluginVersion.TEXT;
  }

  @Override
  public void start(Map<String, String> properties) {
    sink = Sink.of(SinkConfig.of(properties), context);
  }

  @Override
  public void open(Collection<TopicPartition> partitions) {
    sink().open();
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    sink().put(records);
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> delivered) {
    return sink().committable(delivered);
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    sink().close(partitions);
  }

  @Override
  public void stop() {
    // Connect also stops a task that could not be started.
    if (sink != null) {
      sink.stop();
    }
  }

  private Sink sink() {
    if (sink == null) {
      throw new IllegalStateException("the task was not started");
    }
    return sink;
  }
}
