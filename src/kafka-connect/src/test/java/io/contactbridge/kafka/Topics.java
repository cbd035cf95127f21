package io.contactbridge.kafka;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The topics of a cluster: sends records, and reads dead letters and the lag of a connector. */
final class Topics implements AutoCloseable {
  private final String brokers;
  private @Nullable Admin admin;
  private @Nullable KafkaProducer<String, String> producer;

  Topics(String brokers) {
    this.brokers = brokers;
  }

  void create(String topic, int partitions) throws Exception {
    Cluster.until(
        topic + " is made",
        () -> {
          try {
            admin().createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
            return true;
          } catch (ExecutionException e) {
            return false;
          }
        });
  }

  /** Sends an update of a contact; its value contains the number. */
  void update(String topic, @Nullable String contact, int number) {
    send(topic, contact, "{\"email\":\"r" + number + "@example.com\"}");
  }

  void send(String topic, @Nullable String key, @Nullable String value) {
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", brokers, "linger.ms", 5),
              new StringSerializer(),
              new StringSerializer());
    }
    var unused = producer.send(new ProducerRecord<>(topic, key, value));
  }

  void flush() {
    requireNonNull(producer, "producer").flush();
  }

  /** Returns the lag of a connector: the number of records that it has not committed. */
  long lag(String connector, String topic) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin()
            .listConsumerGroupOffsets("connect-" + connector)
            .partitionsToOffsetAndMetadata()
            .get();
    long lag = 0;
    for (Map.Entry<TopicPartition, Long> end : ends(topic).entrySet()) {
      OffsetAndMetadata offset = committed.get(end.getKey());
      lag += end.getValue() - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  /** Returns the key and the reason of each dead letter. */
  List<String> dead(String topic) throws Exception {
    List<String> dead = new ArrayList<>();
    for (ConsumerRecord<String, String> record : read(topic)) {
      dead.add(
          record.key()
              + " "
              + new String(
                  record.headers().lastHeader("__connect.errors.exception.message").value(),
                  StandardCharsets.UTF_8));
    }
    return dead;
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
    }
    if (producer != null) {
      producer.close(Duration.ZERO);
    }
  }

  private List<ConsumerRecord<String, String>> read(String topic) throws Exception {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    Map<TopicPartition, Long> ends = ends(topic);
    long all = ends.values().stream().mapToLong(Long::longValue).sum();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.assign(ends.keySet());
      consumer.seekToBeginning(ends.keySet());
      while (records.size() < all) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  private Map<TopicPartition, Long> ends(String topic) throws Exception {
    int partitions =
        admin().describeTopics(List.of(topic)).allTopicNames().get().values().stream()
            .mapToInt(described -> described.partitions().size())
            .sum();
    Map<TopicPartition, OffsetSpec> latest = new LinkedHashMap<>();
    for (int i = 0; i < partitions; i++) {
      latest.put(new TopicPartition(topic, i), OffsetSpec.latest());
    }
    Map<TopicPartition, Long> ends = new LinkedHashMap<>();
    admin()
        .listOffsets(latest)
        .all()
        .get()
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private Admin admin() {
    if (admin == null) {
      admin = Admin.create(Map.of("bootstrap.servers", brokers));
    }
    return admin;
  }
}
