package io.contactbridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class SinkTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void updatesOfAContactReachTheCrmInOrder() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      List<SinkRecord> records = new ArrayList<>();
      for (int number = 1; number <= 200; number++) {
        records.add(rig.update("c" + number % 3, number));
      }

      rig.put(records);
      rig.until(rig::isAllEnded);

      for (String contact : List.of("c0", "c1", "c2")) {
        assertThat(rig.crm.calls().stream().filter(call -> call.contact().equals(contact)))
            .extracting(CrmServer.Call::number)
            .isSorted();
      }
      assertThat(rig.crm.values()).isEqualTo(Map.of("c0", 198, "c1", 199, "c2", 200));
      assertThat(rig.sink.counters().made).hasValue(200);
      assertThat(rig.worker.commitsAsked).isPositive();
    }
  }

  @Test
  void offsetIsCommittedUpToTheOldestUnfinishedRecord() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      CountDownLatch answer = new CountDownLatch(1);
      rig.crm.answering(
          call -> {
            if (call.number() == 2) {
              answer.await();
            }
            return 200;
          });

      rig.put(rig.update("a", 1), rig.update("b", 2), rig.update("c", 3));
      rig.until(() -> rig.sink.counters().made.get() == 2);

      assertThat(rig.committed()).isEqualTo(1);
      answer.countDown();
      rig.until(rig::isAllEnded);
    }
  }

  @Test
  void refusedRecordIsReportedAndTheNextIsSent() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.crm.answering(call -> call.number() == 1 ? 404 : 200);
      SinkRecord refused = rig.update("a", 1);

      rig.put(refused, rig.update("a", 2));
      rig.until(rig::isAllEnded);

      assertThat(rig.worker.dead)
          .isEqualTo(Map.of(refused, "Raze: NOT_FOUND: Raze answered 404: words (NOT_FOUND)"));
      assertThat(rig.crm.values()).isEqualTo(Map.of("a", 2));
    }
  }

  @Test
  void failedRecordEndsOnlyWhenItsReportIsStored() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      CompletableFuture<Void> stored = new CompletableFuture<>();
      rig.worker.stored = () -> stored;
      rig.put(rig.record("a", "no object"), rig.update("b", 2));

      rig.until(() -> rig.sink.counters().made.get() == 1);

      assertThat(rig.committed()).isZero();
      stored.complete(null);
      rig.until(rig::isAllEnded);
    }
  }

  @Test
  void taskStopsIfNobodyAcceptsAFailedRecord() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.worker.reports = false;

      assertThatThrownBy(() -> rig.put(rig.record("a", "no object")))
          .isInstanceOf(ConnectException.class)
          .hasMessage(
              "the record contacts-0@0 failed: Raze: REFUSED: the value is text, but must be an"
                  + " object with fields; set the value.converter that made it; to continue"
                  + " without such records, set errors.tolerance=all and"
                  + " errors.deadletterqueue.topic.name");
      assertThat(rig.committed()).isZero();
    }
  }

  @Test
  void reportThatIsNotStoredStopsTheTask() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.worker.stored = () -> CompletableFuture.failedFuture(new IllegalStateException());

      assertThatThrownBy(() -> rig.put(rig.record("a", "no object")))
          .isInstanceOf(ConnectException.class)
          .hasMessage("the record contacts-0@0 failed and could not be reported");
    }
  }

  @Test
  void noRecordFailsWhileTheCrmIsDown() throws Exception {
    // One at a time, so that the facade's circuit, which keeps real time, stays closed.
    try (SinkRig rig = new SinkRig("max.in.flight", "1")) {
      AtomicBoolean down = new AtomicBoolean(true);
      rig.crm.answering(call -> down.get() ? 503 : 200);
      List<SinkRecord> records = new ArrayList<>();
      for (int number = 1; number <= 50; number++) {
        records.add(rig.update("c" + number, number));
      }

      rig.put(records);
      rig.until(() -> rig.sink.counters().words().equals("held: unavailable"));
      assertThat(rig.worker.gauge("state")).isEqualTo("held: unavailable");
      down.set(false);
      rig.until(rig::isAllEnded, Duration.ofMillis(100));

      assertThat(rig.worker.dead).isEmpty();
      assertThat(rig.crm.values()).hasSize(50);
      assertThat(rig.sink.counters().heldSeconds(System.currentTimeMillis())).isPositive();
    }
  }

  @Test
  void refusedCredentialStopsTheTaskAndLosesNothing() throws Exception {
    try (SinkRig rig = new SinkRig("max.in.flight", "4")) {
      rig.crm.answering(call -> 401);
      List<SinkRecord> records = new ArrayList<>();
      for (int number = 1; number <= 50; number++) {
        records.add(rig.update("c" + number, number));
      }

      assertThatThrownBy(
              () -> {
                rig.put(records);
                rig.until(() -> false, SECOND);
              })
          .isInstanceOf(ConnectException.class)
          .hasMessage(
              "Raze refuses the credential; no record is lost. Renew the credential and restart"
                  + " the task; Connect does not restart it by itself");
      assertThat(rig.worker.dead).isEmpty();
      assertThat(rig.committed()).isZero();
      assertThat(rig.crm.count()).isLessThanOrEqualTo(4 + 2);
    }
  }

  @Test
  void refusedCredentialIsDetectedEvenWithOneContact() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.crm.answering(call -> 401);

      assertThatThrownBy(
              () -> {
                rig.put(rig.update("a", 1));
                rig.until(() -> false, SECOND);
              })
          .isInstanceOf(ConnectException.class)
          .hasMessageStartingWith("Raze refuses the credential");
      assertThat(rig.committed()).isZero();
    }
  }

  @Test
  void credentialRenewedInItsFileIsUsed(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "old\n");
    try (SinkRig rig = new SinkRig("crm.credential", "", "crm.credential.file", file.toString())) {
      rig.crm.answering(call -> call.credential().equals("new") ? 200 : 401);
      rig.put(rig.update("a", 1), rig.update("b", 2), rig.update("c", 3));
      rig.until(() -> rig.sink.counters().words().equals("stopped: credentials"));

      Files.writeString(file, "new\n");
      Files.setLastModifiedTime(file, FileTime.fromMillis(1));
      rig.until(rig::isAllEnded);

      assertThat(rig.worker.dead).isEmpty();
      assertThat(rig.crm.values()).hasSize(3);
    }
  }

  @Test
  void credentialThatIsNotRenewedStopsTheTaskAfterATimeout(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "old");
    try (SinkRig rig = new SinkRig("crm.credential", "", "crm.credential.file", file.toString())) {
      rig.crm.answering(call -> 401);
      rig.put(rig.update("a", 1), rig.update("b", 2));

      assertThatThrownBy(() -> rig.until(() -> false, SECOND))
          .isInstanceOf(ConnectException.class)
          .hasMessageStartingWith("Raze refuses the credential");
    }
  }

  @Test
  void deliveryPausesWhileManyRecordsWait() throws Exception {
    try (SinkRig rig = new SinkRig("max.in.flight", "1")) {
      CountDownLatch answer = new CountDownLatch(1);
      rig.crm.answering(
          call -> {
            answer.await();
            return 200;
          });
      List<SinkRecord> records = new ArrayList<>();
      for (int number = 1; number <= 1100; number++) {
        records.add(rig.update("c", number));
      }

      rig.put(records);

      assertThat(rig.worker.paused).containsExactly(SinkRig.PARTITION);
      answer.countDown();
      rig.until(() -> rig.worker.paused.isEmpty());
      assertThat(rig.sink.counters().made.get()).isGreaterThanOrEqualTo(500);
      rig.until(rig::isAllEnded);
      assertThat(rig.crm.numbers()).isSorted();
    }
  }

  @Test
  void pauseEndsWithARebalance() throws Exception {
    try (SinkRig rig = new SinkRig("max.in.flight", "1", "timeout.ms", "100")) {
      rig.crm.answering(
          call -> {
            Thread.sleep(100_000);
            return 200;
          });
      List<SinkRecord> records = new ArrayList<>();
      for (int number = 1; number <= 1100; number++) {
        records.add(rig.update("c", number));
      }
      rig.put(records);
      assertThat(rig.worker.paused).isNotEmpty();

      rig.rebalance(0);
      rig.put();

      assertThat(rig.worker.paused).isEmpty();
    }
  }

  @Test
  void pauseThatTheWorkerRenewsAfterARebalanceIsLifted() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.sink.close(List.of(SinkRig.PARTITION));
      rig.worker.assigned.clear();
      rig.put();

      rig.worker.assigned.add(SinkRig.PARTITION);
      rig.worker.paused.add(SinkRig.PARTITION);
      rig.sink.open();
      rig.put();

      assertThat(rig.worker.paused).isEmpty();
    }
  }

  @Test
  void recordsOfARevokedPartitionAreForgottenOrAwaited() throws Exception {
    try (SinkRig rig = new SinkRig("max.in.flight", "1")) {
      CountDownLatch came = new CountDownLatch(1);
      rig.crm.answering(
          call -> {
            came.countDown();
            Thread.sleep(200);
            return 200;
          });
      rig.put(rig.update("a", 1), rig.update("a", 2), rig.update("b", 3));
      came.await();

      rig.rebalance(0);

      assertThat(rig.crm.values()).as("what was under way has ended").isEqualTo(Map.of("a", 1));
      rig.put();
      assertThat(rig.crm.numbers()).as("nothing else was sent").containsExactly(1);
    }
  }

  @Test
  void endBeforeARebalanceDoesNotCountForTheSameOffsetAfterIt() throws Exception {
    try (SinkRig rig = new SinkRig("timeout.ms", "100")) {
      CountDownLatch answer = new CountDownLatch(1);
      rig.crm.answering(
          call -> {
            answer.await();
            return 200;
          });
      rig.put(rig.update("a", 1));
      rig.rebalance(0);
      rig.put(rig.update("a", 1));

      assertThat(rig.committed()).isZero();
      answer.countDown();
      rig.until(rig::isAllEnded);
    }
  }

  @Test
  void nothingIsSentAfterASuspensionUntilTheLeaseHasPassed() throws Exception {
    try (SinkRig rig = new SinkRig("lease.ms", "10000")) {
      rig.put(rig.update("a", 1));
      rig.until(rig::isAllEnded);

      rig.pass(Duration.ofSeconds(11));
      rig.put(rig.update("a", 2));
      for (int i = 0; i < 9; i++) {
        assertThat(rig.sink.counters().inFlight).hasValue(0);
        rig.pass(SECOND);
        rig.put();
      }
      assertThat(rig.crm.count()).isEqualTo(1);

      rig.until(rig::isAllEnded, SECOND);
      assertThat(rig.crm.numbers()).containsExactly(1, 2);
    }
  }

  @Test
  void suspendedWorkerDoesNotSendARetry() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.crm.answering(
          call -> {
            rig.pass(Duration.ofMinutes(1));
            return 503;
          });

      rig.put(rig.update("a", 1));
      rig.until(() -> rig.sink.counters().again.get() > 0);

      assertThat(rig.crm.count()).isEqualTo(1);
    }
  }

  @Test
  void workerIsAskedToReturnBeforeTheLeaseEnds() throws Exception {
    try (SinkRig rig = new SinkRig("lease.ms", "8000")) {
      rig.put();

      assertThat(rig.worker.timeouts).containsExactly(2000L);
    }
  }

  @Test
  void differentValueIsReportedIfConfigured() throws Exception {
    try (SinkRig rig = new SinkRig("report.different", "true")) {
      SinkRecord different = rig.record("a", Map.of("email", "ada@example.org"));

      rig.put(different, rig.update("a", 2));
      rig.until(rig::isAllEnded);

      assertThat(rig.worker.dead).containsOnlyKeys(different);
      assertThat(rig.worker.dead.get(different))
          .startsWith(
              "Raze: DIFFERENT: Raze accepted the update, but has other values than those sent:"
                  + " EMAIL")
          .doesNotContain("ada@");
      assertThat(rig.sink.counters().made).hasValue(1);
    }
  }

  @Test
  void differentValueIsCounted() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.put(rig.record("a", Map.of("email", "ada@example.org")));
      rig.until(rig::isAllEnded);

      assertThat(rig.worker.gauge("records-different")).isEqualTo(1L);
      assertThat(rig.worker.dead).isEmpty();
    }
  }

  @Test
  void offsetOfAPartitionOfAnotherTaskIsNotCommitted() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.put(rig.update("a", 1));
      rig.worker.assigned.clear();

      assertThat(rig.sink.committable(Map.of(SinkRig.PARTITION, new OffsetAndMetadata(1))))
          .isEmpty();
    }
  }

  @Test
  void offsetOfARecordThatWasFilteredOutIsCommitted() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.put(rig.update("a", 1));
      SinkRecord keptBackByAConverter = rig.update("a", 2);
      rig.until(rig::isAllEnded);

      assertThat(rig.committed()).isEqualTo(keptBackByAConverter.kafkaOffset() + 1);
    }
  }

  @Test
  void failuresOfOneContactDoNotStopTheOthers() throws Exception {
    try (SinkRig rig = new SinkRig()) {
      rig.crm.answering(call -> call.contact().equals("poison") ? 500 : 200);
      SinkRecord poison = rig.update("poison", 1);
      rig.put(poison);

      int[] number = {1};
      rig.until(
          () -> {
            rig.put(rig.update("c" + number[0], ++number[0]));
            return !rig.worker.dead.isEmpty();
          },
          SECOND);
      rig.until(rig::isAllEnded, SECOND);

      assertThat(rig.worker.dead).containsOnlyKeys(poison);
      assertThat(rig.worker.dead.get(poison)).startsWith("Raze: UNAVAILABLE: Raze answered 500");
      assertThat(rig.crm.values()).hasSize(number[0] - 1);
    }
  }
}
