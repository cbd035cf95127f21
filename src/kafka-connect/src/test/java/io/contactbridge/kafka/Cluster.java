package io.contactbridge.kafka;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/**
 * A broker and workers of Kafka Connect, each in its own process, with the packaged plugin and
 * nothing else of ours.
 */
final class Cluster implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The time after which a worker that does not answer is considered dead. */
  static final int SESSION_MILLIS = 6_000;

  private final Path folder;
  private final String classPath;
  private final int brokerPort = freePort();
  private final List<Worker> workers = new ArrayList<>();
  private final Topics topics;
  private @Nullable KafkaProcess broker;

  private Cluster(String classPathFile) throws IOException {
    classPath = Files.readString(PluginFolder.TARGET.resolve(classPathFile)).strip();
    folder = Files.createTempDirectory(PluginFolder.TARGET, "cluster");
    topics = new Topics("127.0.0.1:" + brokerPort);
  }

  /**
   * Starts a cluster.
   *
   * @param classPathFile a file in the target folder with the class path of a version of Kafka
   */
  static Cluster start(String classPathFile, int workers) throws Exception {
    Cluster cluster = new Cluster(classPathFile);
    try {
      cluster.startBroker();
      for (int i = 0; i < workers; i++) {
        Worker worker = cluster.new Worker(i);
        cluster.workers.add(worker);
        worker.start();
      }
      for (Worker worker : cluster.workers) {
        worker.awaitStart();
      }
      return cluster;
    } catch (Exception | Error e) {
      cluster.close();
      throw e;
    }
  }

  List<Worker> workers() {
    return workers;
  }

  Topics topics() {
    return topics;
  }

  /** Returns the REST client of a running worker. */
  ConnectRestClient connect() {
    return workers.stream()
        .filter(worker -> worker.child().isAlive())
        .findFirst()
        .map(worker -> worker.connect)
        .orElseThrow();
  }

  /** Waits until a condition holds. */
  static void until(String what, Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not in " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @Override
  public void close() throws IOException {
    topics.close();
    for (Worker worker : workers) {
      if (worker.child != null) {
        worker.child.kill();
      }
    }
    if (broker != null) {
      broker.kill();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      // The logs are kept to investigate failures.
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.toString().endsWith(".log") || file.startsWith(folder.resolve("data"))) {
          boolean unused = file.toFile().delete();
        }
      }
    }
  }

  private void startBroker() throws Exception {
    int controllerPort = freePort();
    Path properties =
        write(
            "broker",
            """
            process.roles=broker,controller
            node.id=1
            controller.quorum.bootstrap.servers=127.0.0.1:%2$d
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
            controller.listener.names=CONTROLLER
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
            log.dirs=%3$s
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=1
            group.initial.rebalance.delay.ms=0
            auto.create.topics.enable=false
            """
                .formatted(brokerPort, controllerPort, folder.resolve("data")));
    KafkaProcess.start(
            classPath,
            folder,
            "format",
            List.of(
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                properties.toString(),
                "--standalone"))
        .await(PATIENCE);
    broker =
        KafkaProcess.start(
            classPath, folder, "broker", List.of("kafka.Kafka", properties.toString()));
  }

  private Path write(String name, String properties) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".properties"), properties, StandardCharsets.ISO_8859_1);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A worker, which can be killed and started again. */
  final class Worker {
    private final Path properties;
    private final String name;
    private final ConnectRestClient connect;
    private @Nullable KafkaProcess child;

    private Worker(int number) throws IOException {
      int port = freePort();
      name = "worker" + number;
      connect = new ConnectRestClient("http://127.0.0.1:" + port);
      properties =
          write(
              name,
              """
              bootstrap.servers=127.0.0.1:%d
              group.id=workers
              listeners=http://127.0.0.1:%d
              plugin.path=%s
              plugin.discovery=service_load
              key.converter=org.apache.kafka.connect.storage.StringConverter
              value.converter=org.apache.kafka.connect.json.JsonConverter
              value.converter.schemas.enable=false
              config.storage.topic=configs
              offset.storage.topic=offsets
              status.storage.topic=statuses
              config.storage.replication.factor=1
              offset.storage.replication.factor=1
              status.storage.replication.factor=1
              offset.storage.partitions=1
              status.storage.partitions=1
              scheduled.rebalance.max.delay.ms=3000
              session.timeout.ms=%d
              heartbeat.interval.ms=1000
              config.providers=file
              config.providers.file.class=org.apache.kafka.common.config.provider.FileConfigProvider
              """
                  .formatted(brokerPort, port, PluginFolder.path(), SESSION_MILLIS));
    }

    void start() throws IOException {
      child =
          KafkaProcess.start(
              classPath,
              folder,
              name,
              List.of("org.apache.kafka.connect.cli.ConnectDistributed", properties.toString()));
    }

    void awaitStart() throws Exception {
      until(
          name + " answers",
          () -> {
            if (!child().isAlive()) {
              throw new AssertionError(name + " has ended: " + child().log());
            }
            return connect.isReady();
          });
    }

    KafkaProcess child() {
      return requireNonNull(child, "child");
    }

    /** Returns the worker's id in Connect's status of a task. */
    String id() {
      return connect.url().replace("http://", "");
    }
  }
}
