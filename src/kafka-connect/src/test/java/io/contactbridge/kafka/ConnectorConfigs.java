package io.contactbridge.kafka;

import java.util.HashMap;
import java.util.Map;

/** Configurations of connectors with short timeouts, so that failures show soon. */
final class ConnectorConfigs {
  private ConnectorConfigs() {}

  /**
   * Returns the configuration of a connector for the topic of its name, with a dead letter topic.
   */
  static Map<String, String> raze(String name, String url, String... more) {
    Map<String, String> properties = new HashMap<>();
    properties.put("connector.class", ContactBridgeSinkConnector.class.getName());
    properties.put("topics", name);
    properties.put("tasks.max", "1");
    properties.put("crm", "raze");
    properties.put("crm.credential", "key");
    properties.put("crm.base.url", url);
    properties.put("lease.ms", "3000");
    properties.put("consumer.override.session.timeout.ms", String.valueOf(Cluster.SESSION_MILLIS));
    properties.put("consumer.override.heartbeat.interval.ms", "1000");
    properties.put("consumer.override.auto.offset.reset", "earliest");
    properties.put("errors.tolerance", "all");
    properties.put("errors.deadletterqueue.topic.name", name + "-dead");
    properties.put("errors.deadletterqueue.topic.replication.factor", "1");
    properties.put("errors.deadletterqueue.context.headers.enable", "true");
    for (int i = 0; i < more.length; i += 2) {
      properties.put(more[i], more[i + 1]);
    }
    return properties;
  }
}
