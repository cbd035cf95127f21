package io.contactbridge.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** A fake worker, as a task sees it. */
final class FakeWorker implements SinkTaskContext {
  final Set<TopicPartition> assigned = new LinkedHashSet<>();
  final Set<TopicPartition> paused = new LinkedHashSet<>();
  final Map<SinkRecord, String> dead = new LinkedHashMap<>();
  final Map<String, Gauge<?>> gauges = new HashMap<>();
  final List<Long> timeouts = new ArrayList<>();
  int commitsAsked;
  boolean reports = true;
  Supplier<Future<Void>> stored = () -> CompletableFuture.completedFuture(null);

  FakeWorker() {
    assigned.add(new TopicPartition("contacts", 0));
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {
    throw new AssertionError("the task never asks for records anew");
  }

  @Override
  public void offset(TopicPartition partition, long offset) {
    throw new AssertionError("the task never asks for records anew");
  }

  @Override
  public void timeout(long millis) {
    timeouts.add(millis);
  }

  @Override
  public Set<TopicPartition> assignment() {
    return assigned;
  }

  @Override
  public void pause(TopicPartition... partitions) {
    paused.addAll(List.of(partitions));
  }

  @Override
  public void resume(TopicPartition... partitions) {
    paused.removeAll(List.of(partitions));
  }

  @Override
  public void requestCommit() {
    commitsAsked++;
  }

  @Override
  @SuppressWarnings("NullAway") // Connect answers null where no reporter is configured.
  public ErrantRecordReporter errantRecordReporter() {
    return reports ? this::report : null;
  }

  @Override
  public PluginMetrics pluginMetrics() {
    return new Gauges();
  }

  /** Returns the value of a metric. */
  @SuppressWarnings("NullAway") // Kafka's configuration of metrics matters to none of ours.
  Object gauge(String name) {
    return gauges.get(name).value(null, 0);
  }

  private Future<Void> report(SinkRecord record, Throwable reason) {
    dead.put(record, String.valueOf(reason.getMessage()));
    return stored.get();
  }

  @SuppressWarnings("NonApiType") // The order of tags is part of a metric's name in Kafka.
  private final class Gauges implements PluginMetrics {
    @Override
    public MetricName metricName(
        String name, String description, LinkedHashMap<String, String> tags) {
      return new MetricName(name, "plugins", description, tags);
    }

    @Override
    public void addMetric(MetricName name, MetricValueProvider<?> value) {
      gauges.put(name.name(), (Gauge<?>) value);
    }

    @Override
    public void removeMetric(MetricName name) {
      gauges.remove(name.name());
    }

    @Override
    public Sensor addSensor(String name) {
      throw new AssertionError("no sensors");
    }

    @Override
    public void removeSensor(String name) {}
  }
}
