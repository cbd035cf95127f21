package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.contactbridge.kafka.CrmServer.Call;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Holds the connector's promises on a broker and two workers. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class ClusterIT {
  private static Cluster cluster;

  private CrmServer crm;

  @BeforeAll
  static void start() throws Exception {
    cluster = Cluster.start("kafka.classpath", 2);
  }

  @AfterAll
  static void stop() throws Exception {
    if (cluster != null) {
      cluster.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    crm = new CrmServer();
  }

  @AfterEach
  void close() {
    crm.close();
  }

  @Test
  void workerShowsTheConnectorAndEveryFaultOfAConfiguration() throws Exception {
    JsonNode plugins = cluster.connect().get("/connector-plugins");
    JsonNode validated =
        cluster
            .connect()
            .validate(
                Map.of(
                    "name", "faulty",
                    "connector.class", ContactBridgeSinkConnector.class.getName(),
                    "topics", "faulty",
                    "crm", "hubspot",
                    "null.value", "clear",
                    "lease.ms", "0"));

    assertThat(plugins.toString()).contains(ContactBridgeSinkConnector.class.getName());
    assertThat(validated.path("error_count").asInt()).isEqualTo(4);
    assertThat(validated.toString())
        .contains("it must be one of acquire, highlevel, linq, raze")
        .contains("did you mean null.values?")
        .contains("the CRM needs a credential")
        .contains("it must be from 1000 to 300000");
  }

  @Test
  void killedWorkersLoseNothingAndKeepTheOrder() throws Exception {
    int updates = 20_000;
    int contacts = 500;
    topics("killed", 4);
    crm.taking(20);
    cluster
        .connect()
        .configure("killed", connector("killed", "tasks.max", "2", "max.in.flight", "16"));

    for (int part = 0; part < 4; part++) {
      int made = crm.count() + 2_000;
      produce("killed", part * 5_000 + 1, (part + 1) * 5_000, contacts);
      Cluster.until(made + " updates", () -> crm.count() >= made);
      if (part < 3) {
        Cluster.Worker worker = cluster.workers().get(part % 2);
        worker.child().kill();
        worker.start();
        Cluster.until("the other makes the rest", () -> lagOf("killed") == 0);
        worker.awaitStart();
      }
    }
    awaitNoLag("killed");

    assertThat(crm.values()).isEqualTo(last(updates, contacts));
    assertThat(cluster.topics().dead("killed-dead")).isEmpty();
    assertThat(crm.numbers()).as("each update was sent").contains(numbers(updates));
    int again = crm.count() - updates;
    System.out.printf("%d of %,d updates were sent again after three kill -9%n", again, updates);
    cluster.connect().delete("killed");
  }

  @Test
  void suspendedWorkerDoesNotRestoreAnOlderValue() throws Exception {
    int contacts = 200;
    topics("suspended", 2);
    crm.taking(100);
    cluster
        .connect()
        .configure("suspended", connector("suspended", "tasks.max", "2", "max.in.flight", "8"));
    produce("suspended", 1, 2_000, contacts);
    Cluster.until("100 updates", () -> crm.count() >= 100);
    Cluster.Worker worker = cluster.workers().get(0);

    worker.child().suspend();
    try {
      crm.taking(0);
      produce("suspended", 2_001, 4_000, contacts);
      // The other task has all partitions after a session, and makes everything.
      Cluster.until("the others' task has made all", () -> lagOf("suspended") == 0);
    } finally {
      worker.child().wake();
    }
    int atWake = crm.count();
    Cluster.until(
        "the worker has its tasks again",
        () -> cluster.connect().tasks("suspended", "worker_id").contains(worker.id()));
    produce("suspended", 4_001, 4_400, contacts);
    awaitNoLag("suspended");

    List<Call> calls = crm.calls();
    assertThat(calls.subList(atWake, calls.size()))
        .as("no call of before the suspension")
        .extracting(Call::number)
        .allMatch(number -> number > 2_000);
    assertThat(crm.values()).isEqualTo(last(4_400, contacts));
    assertThat(cluster.topics().dead("suspended-dead")).isEmpty();
    cluster.connect().delete("suspended");
  }

  @Test
  void noRecordFailsWhileTheCrmIsDown() throws Exception {
    topics("down", 1);
    AtomicBoolean down = new AtomicBoolean();
    crm.answering(call -> down.get() ? 503 : 200).taking(5);
    cluster.connect().configure("down", connector("down"));
    produce("down", 1, 2_000, 100);
    Cluster.until("some updates", () -> crm.count() > 200);

    down.set(true);
    int before = crm.count();
    long end = System.nanoTime() + Duration.ofSeconds(45).toNanos();
    Cluster.until("the CRM was down for 45 s", () -> System.nanoTime() > end);
    int calls = crm.count() - before;
    assertThat(cluster.connect().states("down")).containsExactly("RUNNING");
    down.set(false);
    awaitNoLag("down");

    System.out.printf("%d calls in 45 s without an answer%n", calls);
    assertThat(calls).isLessThan(400);
    assertThat(crm.values()).isEqualTo(last(2_000, 100));
    assertThat(cluster.topics().dead("down-dead")).isEmpty();
    cluster.connect().delete("down");
  }

  @Test
  void refusedCredentialStopsTheTaskAndLosesNothing(@TempDir Path folder) throws Exception {
    Path secrets = Files.writeString(folder.resolve("secrets.properties"), "key=old\n");
    String reference = "${file:" + secrets + ":key}";
    topics("refused", 1);
    crm.answering(call -> call.credential().equals("renewed") ? 200 : 401);
    cluster.connect().configure("refused", connector("refused", "crm.credential", reference));
    produce("refused", 1, 500, 50);

    Cluster.until(
        "the task has failed", () -> cluster.connect().states("refused").equals(List.of("FAILED")));
    assertThat(cluster.connect().tasks("refused", "trace").get(0))
        .contains("Raze refuses the credential; no record is lost");
    assertThat(crm.count()).isLessThanOrEqualTo(64 + 2);
    assertThat(cluster.connect().get("/connectors/refused/config").toString())
        .contains(reference)
        .doesNotContain("old\"");
    Files.writeString(secrets, "key=renewed\n");
    cluster.connect().post("/connectors/refused/restart?includeTasks=true&onlyFailed=true");
    // Connect tells of a restart through a topic, and until it has read it says FAILED.
    Cluster.until(
        "the task runs again",
        () -> cluster.connect().states("refused").equals(List.of("RUNNING")));
    awaitNoLag("refused");

    assertThat(crm.values()).isEqualTo(last(500, 50));
    assertThat(cluster.topics().dead("refused-dead")).isEmpty();
    cluster.connect().delete("refused");
  }

  @Test
  void failedRecordIsADeadLetterWithItsReason() throws Exception {
    topics("poison", 1);
    crm.answering(call -> call.contact().equals("missing") ? 404 : 200);
    Topics topics = cluster.topics();
    topics.update("poison", "c1", 1);
    topics.update("poison", null, 2);
    topics.send("poison", "gone", null);
    topics.send("poison", "text", "no JSON");
    topics.send("poison", "list", "[1]");
    topics.send("poison", "type", "{\"email\":{}}");
    topics.send("poison", "unknown", "{\"emaill\":\"ada@example.com\"}");
    topics.update("poison", "missing", 3);
    topics.update("poison", "c2", 4);

    cluster.connect().configure("poison", connector("poison", "tombstones", "report"));
    awaitNoLag("poison");

    assertThat(topics.dead("poison-dead"))
        .hasSize(7)
        .anySatisfy(
            dead -> assertThat(dead).startsWith("null Raze: REFUSED: the record has no key"))
        .contains(
            "gone Raze: REFUSED: the record has no value, and the sink does not delete contacts")
        .anySatisfy(dead -> assertThat(dead).startsWith("text Converting"))
        .anySatisfy(dead -> assertThat(dead).startsWith("list Raze: REFUSED: the value is a list"))
        .contains("type Raze: REFUSED: email is not text; write it as a JSON string")
        .anySatisfy(dead -> assertThat(dead).startsWith("unknown ").contains("did you mean email?"))
        .contains("missing Raze: NOT_FOUND: Raze answered 404: words (NOT_FOUND)");
    assertThat(crm.values()).isEqualTo(Map.of("c1", 1, "c2", 4));
    cluster.connect().delete("poison");
  }

  @Test
  void tasksTogetherRespectTheLimitOfTheAccount() throws Exception {
    topics("limited", 2);
    cluster
        .connect()
        .configure("limited", connector("limited", "tasks.max", "2", "rate.limit", "100/10s"));
    produce("limited", 1, 300, 300);
    awaitNoLag("limited");

    List<Long> times = crm.calls().stream().map(Call::nanos).sorted().toList();
    assertThat(times).hasSize(300);
    for (int i = 100; i < times.size(); i++) {
      assertThat(times.get(i) - times.get(i - 100))
          .as("calls %d to %d", i - 100, i)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(10).toNanos());
    }
    cluster.connect().delete("limited");
  }

  @Test
  void nothingIsLostWhenTheConnectorIsPausedReconfiguredOrDeleted() throws Exception {
    topics("changed", 4);
    crm.taking(10);
    cluster.connect().configure("changed", connector("changed"));
    produce("changed", 1, 6_000, 100);
    Cluster.until("some updates", () -> crm.count() > 200);

    cluster.connect().put("/connectors/changed/pause");
    Cluster.until(
        "it is paused", () -> cluster.connect().states("changed").equals(List.of("PAUSED")));
    cluster.connect().put("/connectors/changed/resume");
    int resumed = crm.count();
    Cluster.until("it goes on", () -> crm.count() > resumed + 500);
    cluster
        .connect()
        .configure("changed", connector("changed", "tasks.max", "3", "max.in.flight", "16"));
    int reconfigured = crm.count();
    Cluster.until("it goes on", () -> crm.count() > reconfigured + 500);
    cluster.connect().delete("changed");
    cluster.connect().configure("changed", connector("changed", "tasks.max", "2"));
    awaitNoLag("changed");

    assertThat(crm.values()).isEqualTo(last(6_000, 100));
    assertThat(cluster.topics().dead("changed-dead")).isEmpty();
    System.out.printf("%d of 6,000 updates were sent again after changes%n", crm.count() - 6_000);
    cluster.connect().delete("changed");
  }

  private static void topics(String name, int partitions) throws Exception {
    cluster.topics().create(name, partitions);
    cluster.topics().create(name + "-dead", 1);
  }

  private static void produce(String topic, int from, int to, int contacts) {
    for (int number = from; number <= to; number++) {
      cluster.topics().update(topic, "c" + number % contacts, number);
    }
    cluster.topics().flush();
  }

  private static long lagOf(String connector) throws Exception {
    return cluster.topics().lag(connector, connector);
  }

  private static void awaitNoLag(String connector) throws Exception {
    Cluster.until(
        connector + " has no lag",
        () -> {
          if (cluster.connect().states(connector).contains("FAILED")) {
            throw new AssertionError(cluster.connect().tasks(connector, "trace"));
          }
          return lagOf(connector) == 0;
        });
  }

  private static Map<String, Integer> last(int updates, int contacts) {
    Map<String, Integer> last = new HashMap<>();
    for (int number = updates - contacts + 1; number <= updates; number++) {
      last.put("c" + number % contacts, number);
    }
    return last;
  }

  private static List<Integer> numbersTo(int updates) {
    List<Integer> numbers = new ArrayList<>();
    for (int number = 1; number <= updates; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  private static Integer[] numbers(int updates) {
    return numbersTo(updates).toArray(Integer[]::new);
  }

  private Map<String, String> connector(String name, String... more) {
    return ConnectorConfigs.raze(name, crm.url(), more);
  }
}
