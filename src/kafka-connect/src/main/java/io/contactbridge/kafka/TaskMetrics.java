package io.contactbridge.kafka;

import java.util.LinkedHashMap;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds a task's counters to the worker's metrics, by connector and task. */
final class TaskMetrics {
  private static final Logger log = LoggerFactory.getLogger(TaskMetrics.class);

  private TaskMetrics() {}

  /** Adds the metrics, if the worker is new enough to support them. */
  static void add(SinkTaskContext context, TaskCounters counters) {
    try {
      addTo(context.pluginMetrics(), counters);
    } catch (NoSuchMethodError | NoClassDefFoundError e) {
      log.info("this worker is older than Kafka 4.1, which first supports metrics of connectors");
    }
  }

  private static void addTo(PluginMetrics metrics, TaskCounters counters) {
    add(metrics, "records-made", "Updates that the CRM accepted", counters.made::get);
    add(
        metrics,
        "records-different",
        "Updates that the CRM accepted, but with another value for a field",
        counters.different::get);
    add(metrics, "records-failed", "Records that failed for good", counters.failed::get);
    add(metrics, "records-nothing", "Records with nothing to change", counters.nothing::get);
    add(metrics, "updates-again", "Updates that were sent again", counters.again::get);
    add(metrics, "updates-in-flight", "Updates under way", counters.inFlight::get);
    add(
        metrics,
        "answers-unspecified",
        "Differences between answers and the specification",
        counters.observations::get);
    add(
        metrics,
        "held-seconds",
        "How long nothing could be sent",
        () -> counters.heldSeconds(System.currentTimeMillis()));
    add(metrics, "state", "Whether records are sent, or why not", counters::words);
  }

  private static void add(
      PluginMetrics metrics, String name, String words, java.util.function.Supplier<?> value) {
    Gauge<Object> gauge = (config, now) -> value.get();
    metrics.addMetric(metrics.metricName(name, words, new LinkedHashMap<>()), gauge);
  }
}
