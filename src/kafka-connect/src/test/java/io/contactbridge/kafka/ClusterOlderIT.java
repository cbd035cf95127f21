package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The same plugin on the oldest Kafka that it is made for, which has no metrics of connectors. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class ClusterOlderIT {
  @Test
  void pluginRunsOnAnOlderWorker() throws Exception {
    try (CrmServer crm = new CrmServer();
        Cluster cluster = Cluster.start("older-kafka.classpath", 1)) {
      Topics topics = cluster.topics();
      topics.create("contacts", 1);
      topics.create("contacts-dead", 1);
      for (int number = 1; number <= 100; number++) {
        topics.update("contacts", "c" + number % 10, number);
      }
      topics.send("contacts", "text", "no JSON");
      topics.send("contacts", "unknown", "{\"x\":1}");
      topics.flush();

      cluster.connect().configure("contacts", ConnectorConfigs.raze("contacts", crm.url()));
      Cluster.until("no lag", () -> topics.lag("contacts", "contacts") == 0);

      assertThat(cluster.connect().states("contacts")).isEqualTo(List.of("RUNNING"));
      assertThat(crm.values()).hasSize(10).containsEntry("c0", 100);
      assertThat(topics.dead("contacts-dead")).hasSize(2);
      cluster.connect().delete("contacts");
    }
  }
}
