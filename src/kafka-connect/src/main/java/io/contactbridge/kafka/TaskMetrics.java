package io.contactbridge.kafka;

import java.util.LinkedHashMap;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what a task has done among the worker's metrics, by connector and task. */
final class Metrics {
  private static final Logger log = LoggerFactory.getLogger(Metrics.class);

  private Metrics() {}

  /** Adds the metrics, if the worker is new enough to have a place for them. */
  static void add(SinkTaskContext context, Counters counters) {
    try {
      addTo(context.pluginMetrics(), counters);
    } catch (NoSuchMethodError | NoClassDefFoundError e) {
      log.info("this worker is older than Kafka 4.1 and has no metrics of connectors");
    }
  }

  private static void addTo(PluginMetrics metrics, Counters counters) {
    add(metrics, "records-made", "Updates that the CRM took", counters.made::get);
    add(
        metrics,
        "records-different",
        "Updates that the CRM took, of which a field has another value",
        counters.different::get);
    add(metrics, "records-failed", "Records that failed for good", counters.failed::get);
    add(metrics, "records-nothing", "Records that asked for no change", counters.nothing::get);
    add(metrics, "updates-again", "Updates that were sent once more", counters.again::get);
    add(metrics, "updates-in-flight", "Updates under way", counters.inFlight::get);
    add(
        metrics,
        "answers-unspecified",
        "What was not as specified in answers",
        counters.observations::get);
    add(
        metrics,
        "held-seconds",
        "For how long nothing could be sent",
        () -> counters.heldSeconds(System.currentTimeMillis()));
    add(metrics, "state", "Whether records are sent, or why not", counters::words);
  }

  private static void add(
      PluginMetrics metrics, String name, String words, java.util.function.Supplier<?> value) {
    Gauge<Object> gauge = (config, now) -> value.get();
    metrics.addMetric(metrics.metricName(name, words, new LinkedHashMap<>()), gauge);
  }
}
