package io.contactbridge.kafka;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** A task with a fake worker, a fake CRM on loopback, and a clock that the test controls. */
final class SinkRig implements AutoCloseable {
  static final TopicPartition PARTITION = new TopicPartition("contacts", 0);

  final FakeWorker worker = new FakeWorker();
  final CrmServer crm;
  final Sink sink;
  private final AtomicLong passedNanos = new AtomicLong();
  private long next;

  SinkRig(String... properties) throws IOException {
    crm = new CrmServer();
    Map<String, String> all = new HashMap<>();
    all.put("crm", "raze");
    all.put("crm.credential", "key");
    all.put("crm.base.url", crm.url());
    for (int i = 0; i < properties.length; i += 2) {
      all.put(properties[i], properties[i + 1]);
    }
    all.values().removeIf(String::isEmpty);
    SinkConfig config = SinkConfig.of(all);
    sink =
        Sink.of(
            config,
            worker,
            new PassingClock(),
            new Lease(
                config.lease(),
                () -> System.nanoTime() + passedNanos.get(),
                () -> System.currentTimeMillis() + passedNanos.get() / 1_000_000));
    sink.open();
  }

  /** Advances the clock of the task, not of the CRM. */
  void pass(Duration time) {
    passedNanos.addAndGet(time.toNanos());
  }

  /** Returns the next record of the topic, an update with a number. */
  SinkRecord update(String contact, int number) {
    return record(contact, Map.of("email", "r" + number + "@example.com"));
  }

  SinkRecord record(@Nullable Object key, @Nullable Object value) {
    return record(next++, key, value);
  }

  @SuppressWarnings("NullAway") // As a converter without schemas has it.
  static SinkRecord record(long offset, @Nullable Object key, @Nullable Object value) {
    return new SinkRecord(
        "contacts", 0, null, key, null, value, offset, 0L, TimestampType.CREATE_TIME);
  }

  void put(SinkRecord... records) {
    sink.put(List.of(records));
  }

  void put(List<SinkRecord> records) {
    sink.put(new ArrayList<>(records));
  }

  /** Calls the task as a worker does until a condition holds. */
  void until(BooleanSupplier condition) {
    until(condition, Duration.ZERO);
  }

  /** The same, and advances the clock in each round. */
  void until(BooleanSupplier condition, Duration each) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come about in a minute");
      }
      pass(each);
      put();
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Returns the offset that would be committed after the delivery of all records. */
  long committed() {
    return sink.committable(Map.of(PARTITION, new OffsetAndMetadata(next))).values().stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  boolean isAllEnded() {
    return committed() == next;
  }

  /** Revokes the partition and assigns it again, with the records from an offset on. */
  void rebalance(long offset) {
    sink.close(List.of(PARTITION));
    sink.open();
    next = offset;
  }

  @Override
  public void close() {
    sink.stop();
    crm.close();
  }

  private final class PassingClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.now().plusNanos(passedNanos.get());
    }
  }
}
