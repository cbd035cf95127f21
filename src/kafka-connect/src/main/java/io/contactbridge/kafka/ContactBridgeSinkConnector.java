package io.contactbridge.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Updates the contacts of one account at a CRM, with one update for each record of the topics.
 *
 * <p>Records about one contact in one partition reach the CRM in order, and offsets are committed
 * only after the CRM has answered. A connector serves one account, whose rate limit is divided
 * among the tasks.
 */
public final class ContactBridgeSinkConnector extends SinkConnector {
  private static final Logger log = LoggerFactory.getLogger(ContactBridgeSinkConnector.class);

  private Map<String, String> properties = Map.of();

  @Override
  public String version() {
    return PluginVersion.TEXT;
  }

  @Override
  public ConfigDef config() {
    return SinkConfig.DEFINITION;
  }

  /** Reports all faults at once, each at its key. It plans no update and does not call the CRM. */
  @Override
  public Config validate(Map<String, String> properties) {
    return ConfigFaults.validate(properties);
  }

  @Override
  public void start(Map<String, String> properties) {
    ConfigFaults.require(properties);
    this.properties = Map.copyOf(properties);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return ContactBridgeSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    Map<String, String> task = new HashMap<>(properties);
    task.put(SinkConfig.TASKS, String.valueOf(maxTasks));
    ConfigFaults.warnings(task).forEach(log::warn);
    List<Map<String, String>> tasks = new ArrayList<>();
    for (int i = 0; i < maxTasks; i++) {
      tasks.add(Map.copyOf(task));
    }
    return tasks;
  }

  @Override
  public void stop() {}
}
