package io.contactbridge.kafka;

import io.contactbridge.Crm;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.engine.Ending;
import io.contactbridge.bulk.engine.Engine;
import io.contactbridge.bulk.engine.FailureLimit;
import io.contactbridge.bulk.engine.HaltReason;
import io.contactbridge.bulk.engine.QueuedRow;
import io.contactbridge.bulk.engine.SendingState;
import io.contactbridge.client.Observation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives the engine with the records of a task. Everything except sending runs on the thread of the
 * task: finished updates go to a queue, from which that thread takes them. It never blocks for
 * long: if too many records wait, it asks the worker to pause delivery.
 */
final class Sink {
  private static final Logger log = LoggerFactory.getLogger(Sink.class);

  /** The number of records that may wait to be sent. The worker delivers some hundred at once. */
  private static final int MOST_WAITING = 1024;

  /** The longest time for which a call handles updates before it returns to the worker. */
  private static final Duration MOMENT = Duration.ofMillis(20);

  /** How long the worker may wait for records before it calls again to handle updates. */
  private static final Duration BUSY = Duration.ofMillis(5);

  private static final Duration WAITING = Duration.ofMillis(50);

  private final SinkConfig config;
  private final SinkTaskContext context;
  private final Clock clock;
  private final Lease lease;
  private final Crm crm;
  private final SinkAccount account;
  private final RefusedCredential credential;
  private final RecordReader reader;
  private final DeadLetters deadLetters;
  private final Backpressure flow;
  private final Partitions partitions = new Partitions();
  private final Engine<PendingRecord> engine;
  private final Map<QueuedRow<PendingRecord>, CompletableFuture<UpdateResult>> inFlight =
      new HashMap<>();
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final TaskCounters counters;
  private volatile boolean silenced;
  private boolean ended;
  private Instant committed = Instant.EPOCH;
  private @Nullable Throwable bug;

  private Sink(SinkConfig config, SinkTaskContext context, Clock clock, Lease lease) {
    this.config = config;
    this.context = context;
    this.clock = clock;
    this.lease = lease;
    this.crm = config.crm();
    this.account = SinkAccount.of(config, this::mayBeSent, this::observe);
    this.credential = new RefusedCredential(account.renewed());
    this.reader = new RecordReader(config);
    this.deadLetters = new DeadLetters(context);
    this.flow = new Backpressure(context);
    // The stream never ends, so no share of failures proves that the whole input is wrong.
    this.engine = new Engine<>(account.inFlight(), MOST_WAITING, FailureLimit.percent(100));
    this.counters = new TaskCounters(engine.state());
  }

  static Sink of(SinkConfig config, SinkTaskContext context) {
    return of(config, context, Clock.systemUTC(), Lease.of(config.lease()));
  }

  static Sink of(SinkConfig config, SinkTaskContext context, Clock clock, Lease lease) {
    Sink sink = new Sink(config, context, clock, lease);
    TaskMetrics.add(context, sink.counters);
    return sink;
  }

  /** Starts with partitions, or continues with additional ones. */
  void open() {
    flow.opened();
    silenced = false;
    if (partitions.isEmpty() && inFlight.isEmpty()) {
      // No earlier record is left that another task could have by now.
      lease.begin();
    }
  }

  /** Accepts records, and handles the updates of earlier ones. */
  void put(Collection<SinkRecord> records) {
    if (lease.renew()) {
      log.warn(
          "nothing is sent for {} ms: this worker was suspended, and others may have its records now",
          config.lease().toMillis());
    }
    records.forEach(this::take);
    work();
    ended |= deadLetters.settle();
    look();
    flow.balance(engine.room() <= 0, engine.room() >= MOST_WAITING / 2);
    commit();
    context.timeout(untilNext().toMillis());
  }

  /**
   * Returns the offsets before which every record has ended. This handles no updates: if it threw
   * an exception, the worker would deliver all records since the last commit again, in addition to
   * those here.
   */
  Map<TopicPartition, OffsetAndMetadata> committable(
      Map<TopicPartition, OffsetAndMetadata> delivered) {
    return partitions.committable(context.assignment(), delivered);
  }

  /**
   * Forgets the records of partitions that move to another task. Waits for those that are being
   * sent, so that they cannot overtake the next task's.
   */
  void close(Collection<TopicPartition> closed) {
    partitions.close(closed);
    silenced = partitions.isEmpty();
    forget();
    awaitForgotten();
    forget();
  }

  /** Stops sending. */
  void stop() {
    silenced = true;
    inFlight.values().forEach(update -> update.cancel(true));
    inFlight.clear();
  }

  TaskCounters counters() {
    return counters;
  }

  private boolean mayBeSent() {
    return !silenced && lease.isHeld();
  }

  private void observe(Observation observation) {
    if (counters.observations.incrementAndGet() == 1) {
      log.warn(
          "an answer of {} differs from the specification: {}; further differences are only counted",
          crm,
          observation);
    }
  }

  private void take(SinkRecord record) {
    PartitionOffsets partition = partitions.begin(record);
    try {
      RecordReader.Update update = reader.read(record);
      if (update == null) {
        counters.nothing.incrementAndGet();
        end(record, partition);
      } else {
        engine.offer(update.contact(), new PendingRecord(record, partition, update.update()));
      }
    } catch (IllegalArgumentException e) {
      fail(record, partition, FailureReasons.of(e));
    }
  }

  /**
   * Replaces updates that end by new ones for a moment, because waiting for the worker is too slow.
   */
  private void work() {
    long end = System.nanoTime() + MOMENT.toNanos();
    drain();
    send();
    for (End next = nextUntil(end); next != null; next = nextUntil(end)) {
      ended(next);
      drain();
      send();
    }
  }

  private @Nullable End nextUntil(long end) {
    long left = end - System.nanoTime();
    boolean waiting = engine.room() < MOST_WAITING;
    try {
      return waiting && !inFlight.isEmpty() && left > 0
          ? ends.poll(left, TimeUnit.NANOSECONDS)
          : null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private void send() {
    Instant now = clock.instant();
    // An update that the lease holds back must not look like a CRM that does not answer.
    for (QueuedRow<PendingRecord> queued = next(now); queued != null; queued = next(now)) {
      send(queued);
    }
    counters.inFlight.set(inFlight.size());
  }

  private @Nullable QueuedRow<PendingRecord> next(Instant now) {
    return mayBeSent() ? engine.next(now) : null;
  }

  private void send(QueuedRow<PendingRecord> queued) {
    CompletableFuture<UpdateResult> update;
    try {
      update = account.contacts().updateAsync(queued.contact(), queued.row().update());
    } catch (RuntimeException e) {
      ends.add(new End(queued, null, e));
      return;
    }
    inFlight.put(queued, update);
    var unused = update.whenComplete((result, thrown) -> ends.add(new End(queued, result, thrown)));
  }

  private void drain() {
    for (End end = ends.poll(); end != null; end = ends.poll()) {
      ended(end);
    }
  }

  private void ended(End end) {
    QueuedRow<PendingRecord> queued = end.queued();
    PendingRecord pending = queued.row();
    inFlight.remove(queued);
    String different =
        end.result() == null || !config.reportsDifferent()
            ? null
            : FailureReasons.different(end.result());
    Ending ending = ending(end, different);
    if (ending.kind() == Ending.Kind.BUG) {
      bug = end.thrown();
    }
    switch (engine.ended(queued, ending, clock.instant())) {
      case RETRY -> {
        counters.again.incrementAndGet();
        if (pending.isForgotten()) {
          forget();
        }
      }
      case MADE -> {
        engine.settle(queued);
        counters.made.incrementAndGet();
        counters.different.addAndGet(isDifferent(end) ? 1 : 0);
        end(pending.record(), pending.partition());
      }
      case FAILED -> {
        engine.settle(queued);
        if (!pending.isForgotten()) {
          String reason = different == null ? FailureReasons.of(end.thrown()) : different;
          fail(pending.record(), pending.partition(), reason);
        }
      }
    }
  }

  private static Ending ending(End end, @Nullable String different) {
    if (end.result() != null) {
      return different == null ? Ending.MADE : Ending.REJECTED;
    }
    // An update that failed because it was withdrawn says nothing about the CRM.
    return end.queued().row().isForgotten() ? Ending.REFUSED : Ending.of(end.thrown());
  }

  private static boolean isDifferent(End end) {
    return end.result() != null && FailureReasons.different(end.result()) != null;
  }

  private void fail(SinkRecord record, PartitionOffsets partition, String reason) {
    counters.failed.incrementAndGet();
    deadLetters.report(record, partition, crm + ": " + reason);
  }

  private void end(SinkRecord record, PartitionOffsets partition) {
    partition.end(record.originalKafkaOffset());
    ended = true;
  }

  /** Reacts to the engine's state: logs its changes, and stops the task if necessary. */
  private void look() {
    SendingState state = engine.state();
    if (counters.note(state, clock.millis())) {
      if (state.isHeld()) {
        log.warn("records for {} are held until {}: {}", crm, state.until(), state.reason());
      } else if (!state.isStopped()) {
        log.info("records are sent to {} again", crm);
      }
    }
    if (state.reason() == HaltReason.CREDENTIALS) {
      lookAfterCredential(state);
    } else if (state.isStopped()) {
      silenced = true;
      throw new ConnectException(
          "an update failed because of a bug and not because of its record", bug);
    } else {
      credential.works();
    }
  }

  private void lookAfterCredential(SendingState state) {
    Instant now = clock.instant();
    if (credential.isRenewed()) {
      engine.credentialRenewed(now);
    } else if (credential.isGivenUp(state.isStopped(), now)) {
      silenced = true;
      throw new ConnectException(
          crm
              + " refuses the credential; no record is lost. Renew the credential and restart the task;"
              + " Connect does not restart it by itself");
    }
  }

  private void commit() {
    Instant now = clock.instant();
    boolean due = !now.isBefore(committed.plus(config.commitInterval()));
    if (ended && due) {
      committed = now;
      ended = false;
      context.requestCommit();
    }
  }

  /** Never exceeds the lease, because a worker without a heartbeat must not send. */
  private Duration untilNext() {
    if (!inFlight.isEmpty()) {
      return BUSY;
    }
    boolean open = !engine.isIdle() || !deadLetters.isEmpty() || ended;
    return open ? WAITING : config.lease().dividedBy(4);
  }

  private void forget() {
    engine.withdraw(PendingRecord::isForgotten);
  }

  private void awaitForgotten() {
    Instant end = clock.instant().plus(config.timeout());
    try {
      while (isForgottenInFlight() && clock.instant().isBefore(end)) {
        End next = ends.poll(50, TimeUnit.MILLISECONDS);
        if (next != null) {
          ended(next);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // None of them is sent after this returns; the next task sends the records again.
    inFlight.forEach(
        (queued, update) -> {
          if (queued.row().isForgotten()) {
            update.cancel(true);
          }
        });
    drain();
  }

  private boolean isForgottenInFlight() {
    return inFlight.keySet().stream().anyMatch(queued -> queued.row().isForgotten());
  }

  /** The end of an update; it may come from any thread. */
  private record End(
      QueuedRow<PendingRecord> queued, @Nullable UpdateResult result, @Nullable Throwable failure) {
    Throwable thrown() {
      if (failure instanceof CompletionException && failure.getCause() != null) {
        return failure.getCause();
      }
      return failure == null ? new IllegalStateException("no end") : failure;
    }
  }
}
