package io.contactbridge.kafka;

import io.contactbridge.Crm;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.engine.Ending;
import io.contactbridge.bulk.engine.Engine;
import io.contactbridge.bulk.engine.FailureLimit;
import io.contactbridge.bulk.engine.QueuedRow;
import io.contactbridge.bulk.engine.State;
import io.contactbridge.bulk.engine.Why;
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
 * Drives the engine with the records of a task. All of it runs on the thread of the task, but for
 * the sending: updates end in a queue, from which that thread takes them. It never blocks for
 * longer than a moment: where too many wait, it asks the worker to bring no more.
 */
final class Sink {
  private static final Logger log = LoggerFactory.getLogger(Sink.class);

  /** So many records may wait for being sent. The worker brings some hundred at once. */
  private static final int MOST_WAITING = 1024;

  /** How long updates are looked after at once while others wait, before the worker goes on. */
  private static final Duration MOMENT = Duration.ofMillis(20);

  /** How long the worker may wait for records before it asks what is under way. */
  private static final Duration BUSY = Duration.ofMillis(5);

  private static final Duration WAITING = Duration.ofMillis(50);

  private final SinkConfig config;
  private final SinkTaskContext context;
  private final Clock clock;
  private final Lease lease;
  private final Crm crm;
  private final Account account;
  private final RefusedCredential credential;
  private final RecordReader reader;
  private final DeadLetters deadLetters;
  private final Flow flow;
  private final Partitions partitions = new Partitions();
  private final Engine<Pending> engine;
  private final Map<QueuedRow<Pending>, CompletableFuture<UpdateResult>> inFlight = new HashMap<>();
  private final BlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private final Counters counters;
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
    this.account = Account.of(config, this::mayBeSent, this::observe);
    this.credential = new RefusedCredential(account.renewed());
    this.reader = new RecordReader(config);
    this.deadLetters = new DeadLetters(context);
    this.flow = new Flow(context);
    // The stream never ends, so no share of failures says that it is all wrong.
    this.engine = new Engine<>(account.inFlight(), MOST_WAITING, FailureLimit.percent(100));
    this.counters = new Counters(engine.state());
  }

  static Sink of(SinkConfig config, SinkTaskContext context) {
    return of(config, context, Clock.systemUTC(), Lease.of(config.lease()));
  }

  static Sink of(SinkConfig config, SinkTaskContext context, Clock clock, Lease lease) {
    Sink sink = new Sink(config, context, clock, lease);
    Metrics.add(context, sink.counters);
    return sink;
  }

  /** Begins with partitions, or goes on with more of them. */
  void open() {
    flow.opened();
    silenced = false;
    if (partitions.isEmpty() && inFlight.isEmpty()) {
      // Nothing is left from before, which somebody else could have by now.
      lease.begin();
    }
  }

  /** Takes records, and looks after those that came before. */
  void put(Collection<SinkRecord> records) {
    if (lease.renew()) {
      log.warn(
          "nothing is sent for {} ms: this worker was not running, and others may have its records",
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
   * Returns the offsets before which every record has ended. Nothing is looked after here: if this
   * threw, the worker would bring all records since the last commit again, beside those here.
   */
  Map<TopicPartition, OffsetAndMetadata> committable(
      Map<TopicPartition, OffsetAndMetadata> delivered) {
    return partitions.committable(context.assignment(), delivered);
  }

  /**
   * Forgets the records of partitions that go to another task, and waits for those that are being
   * sent, so that the next task cannot be overtaken.
   */
  void close(Collection<TopicPartition> closed) {
    partitions.close(closed);
    silenced = partitions.isEmpty();
    forget();
    awaitForgotten();
    forget();
  }

  /** Has nothing more be sent. */
  void stop() {
    silenced = true;
    inFlight.values().forEach(update -> update.cancel(true));
    inFlight.clear();
  }

  Counters counters() {
    return counters;
  }

  private boolean mayBeSent() {
    return !silenced && lease.isHeld();
  }

  private void observe(Observation observation) {
    if (counters.observations.incrementAndGet() == 1) {
      log.warn(
          "an answer of {} is not as specified: {}; further ones are counted", crm, observation);
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
        engine.offer(update.contact(), new Pending(record, partition, update.update()));
      }
    } catch (IllegalArgumentException e) {
      fail(record, partition, Reasons.of(e));
    }
  }

  /** Fills the places of updates that end, for a moment: a worker that comes back is too slow. */
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
    // What would be kept back by the lease should not look like a CRM that does not answer.
    for (QueuedRow<Pending> turn = next(now); turn != null; turn = next(now)) {
      send(turn);
    }
    counters.inFlight.set(inFlight.size());
  }

  private @Nullable QueuedRow<Pending> next(Instant now) {
    return mayBeSent() ? engine.next(now) : null;
  }

  private void send(QueuedRow<Pending> turn) {
    CompletableFuture<UpdateResult> update;
    try {
      update = account.contacts().updateAsync(turn.contact(), turn.row().update());
    } catch (RuntimeException e) {
      ends.add(new End(turn, null, e));
      return;
    }
    inFlight.put(turn, update);
    var unused = update.whenComplete((result, thrown) -> ends.add(new End(turn, result, thrown)));
  }

  private void drain() {
    for (End end = ends.poll(); end != null; end = ends.poll()) {
      ended(end);
    }
  }

  private void ended(End end) {
    QueuedRow<Pending> turn = end.turn();
    Pending pending = turn.row();
    inFlight.remove(turn);
    String different =
        end.result() == null || !config.reportsDifferent() ? null : Reasons.different(end.result());
    Ending ending = ending(end, different);
    if (ending.kind() == Ending.Kind.BUG) {
      bug = end.thrown();
    }
    switch (engine.ended(turn, ending, clock.instant())) {
      case AGAIN -> {
        counters.again.incrementAndGet();
        if (pending.isForgotten()) {
          forget();
        }
      }
      case MADE -> {
        engine.settle(turn);
        counters.made.incrementAndGet();
        counters.different.addAndGet(isDifferent(end) ? 1 : 0);
        end(pending.record(), pending.partition());
      }
      case DEAD -> {
        engine.settle(turn);
        if (!pending.isForgotten()) {
          String reason = different == null ? Reasons.of(end.thrown()) : different;
          fail(pending.record(), pending.partition(), reason);
        }
      }
    }
  }

  private static Ending ending(End end, @Nullable String different) {
    if (end.result() != null) {
      return different == null ? Ending.MADE : Ending.REJECTED;
    }
    // What failed because it is not wanted any more tells nothing about the CRM.
    return end.turn().row().isForgotten() ? Ending.REFUSED : Ending.of(end.thrown());
  }

  private static boolean isDifferent(End end) {
    return end.result() != null && Reasons.different(end.result()) != null;
  }

  private void fail(SinkRecord record, PartitionOffsets partition, String reason) {
    counters.failed.incrementAndGet();
    deadLetters.report(record, partition, crm + ": " + reason);
  }

  private void end(SinkRecord record, PartitionOffsets partition) {
    partition.end(record.originalKafkaOffset());
    ended = true;
  }

  /** Looks after the engine's state: says when it changes, and stops the task where it must. */
  private void look() {
    State state = engine.state();
    if (counters.note(state, clock.millis())) {
      if (state.isHeld()) {
        log.warn("records for {} are held until {}: {}", crm, state.until(), state.why());
      } else if (!state.isStopped()) {
        log.info("records are sent to {} again", crm);
      }
    }
    if (state.why() == Why.CREDENTIALS) {
      lookAfterCredential(state);
    } else if (state.isStopped()) {
      silenced = true;
      throw new ConnectException("an update ended in a way that is no record's fault", bug);
    } else {
      credential.works();
    }
  }

  private void lookAfterCredential(State state) {
    Instant now = clock.instant();
    if (credential.isRenewed()) {
      engine.credentialRenewed(now);
    } else if (credential.isGivenUp(state.isStopped(), now)) {
      silenced = true;
      throw new ConnectException(
          crm
              + " refuses the credential; no record is lost: renew it, and restart the task."
              + " Connect does not do so by itself");
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

  /** Not longer than the lease in any case: a worker that is not heard of may not send. */
  private Duration untilNext() {
    if (!inFlight.isEmpty()) {
      return BUSY;
    }
    boolean open = !engine.isIdle() || !deadLetters.isEmpty() || ended;
    return open ? WAITING : config.lease().dividedBy(4);
  }

  private void forget() {
    engine.withdraw(Pending::isForgotten);
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
    // Nothing of them is sent once this returns; whoever has the records now sends them again.
    inFlight.forEach(
        (turn, update) -> {
          if (turn.row().isForgotten()) {
            update.cancel(true);
          }
        });
    drain();
  }

  private boolean isForgottenInFlight() {
    return inFlight.keySet().stream().anyMatch(turn -> turn.row().isForgotten());
  }

  /** How an update ended, on whatever thread it did. */
  private record End(
      QueuedRow<Pending> turn, @Nullable UpdateResult result, @Nullable Throwable failure) {
    Throwable thrown() {
      if (failure instanceof CompletionException && failure.getCause() != null) {
        return failure.getCause();
      }
      return failure == null ? new IllegalStateException("no end") : failure;
    }
  }
}
