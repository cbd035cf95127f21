package io.contactbridge.bench;

import io.contactbridge.kafka.ContactBridgeSinkTask;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Does with a task what a worker does, without a broker: records come from memory at once. */
final class TaskLoop implements SinkTaskContext {
  /** As many as a consumer brings at once by default. */
  private static final int BATCH = 500;

  private static final int CONTACTS = 100_000;
  private static final TopicPartition PARTITION = new TopicPartition("contacts", 0);

  private final ContactBridgeSinkTask task = new ContactBridgeSinkTask();
  private final long end;
  private long next;
  private boolean paused;
  private boolean commitAsked;
  private long timeout;

  TaskLoop(String url, long from, long end) {
    this.next = from;
    this.end = end;
    task.initialize(this);
    task.start(
        Map.of(
            "crm",
            "highlevel",
            "crm.credential",
            Sample.TOKEN,
            "crm.base.url",
            url,
            "rate.limit",
            "none",
            "max.in.flight",
            String.valueOf(BulkWorker.IN_FLIGHT)));
    task.open(Set.of(PARTITION));
  }

  /** Returns when the offset of the last record was committed. */
  void run(LongConsumer committed) {
    long last = -1;
    while (last < end) {
      List<SinkRecord> batch = batch();
      task.put(batch);
      if (commitAsked) {
        commitAsked = false;
        last = committable();
        committed.accept(last);
      }
      if (batch.isEmpty()) {
        // As long as a consumer waits that gets nothing.
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(timeout));
      }
    }
    task.close(Set.of(PARTITION));
    task.stop();
  }

  private long committable() {
    return task.preCommit(Map.of(PARTITION, new OffsetAndMetadata(next))).values().stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  private List<SinkRecord> batch() {
    List<SinkRecord> batch = new ArrayList<>();
    while (!paused && batch.size() < BATCH && next < end) {
      batch.add(record(next++));
    }
    return batch;
  }

  @SuppressWarnings("NullAway") // As a converter without schemas has it.
  private static SinkRecord record(long offset) {
    return new SinkRecord(
        PARTITION.topic(),
        PARTITION.partition(),
        null,
        Sample.id((int) (offset % CONTACTS)),
        null,
        Map.of("email", Sample.EMAIL),
        offset,
        0L,
        TimestampType.CREATE_TIME);
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void offset(TopicPartition partition, long offset) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void timeout(long millis) {
    timeout = millis;
  }

  @Override
  public Set<TopicPartition> assignment() {
    return Set.of(PARTITION);
  }

  @Override
  public void pause(TopicPartition... partitions) {
    paused = true;
  }

  @Override
  public void resume(TopicPartition... partitions) {
    paused = false;
  }

  @Override
  public void requestCommit() {
    commitAsked = true;
  }

  @Override
  public ErrantRecordReporter errantRecordReporter() {
    return (record, reason) -> CompletableFuture.failedFuture(reason);
  }

  @Override
  public PluginMetrics pluginMetrics() {
    // As an older worker has none.
    throw new NoSuchMethodError();
  }
}
