package io.contactbridge.bulk;

import io.contactbridge.bulk.engine.Ending;
import io.contactbridge.bulk.engine.Engine;
import io.contactbridge.bulk.engine.HaltReason;
import io.contactbridge.bulk.engine.QueuedRow;
import io.contactbridge.bulk.engine.RowDecision;
import io.contactbridge.bulk.engine.SendingState;
import io.contactbridge.bulk.internal.input.InputException;
import io.contactbridge.bulk.internal.results.ResultsFile;
import io.contactbridge.bulk.internal.results.ResultsWriter;
import io.contactbridge.bulk.internal.results.RowResult;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Drives the engine. The caller's thread reads rows and keeps time, the threads on which updates
 * end send the next ones, and a third thread writes the results.
 */
final class BulkRun {
  private static final int READ_AHEAD = 1024;

  /** The number of lines that may wait for the disk before sending pauses. */
  private static final int MAX_UNWRITTEN = 4096;

  private static final Duration TICK = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final RowSource source;
  private final RunOptions options;
  private final BulkListener listener;
  private final Tally tally;
  private final Engine<SendableRow> engine;
  private final BulkAccount.Sender sender;
  private final ResultsWriter<QueuedRow<SendableRow>> writer;
  private final Thread driver = Thread.currentThread();
  private boolean read;
  private boolean waitsForCredential;
  private Instant credentialSince = Instant.MAX;
  private Instant lastReport = Instant.MIN;
  private SendingState.@Nullable Phase lastPhase;
  private @Nullable SendingState stateAtEnd;
  private volatile BulkEnd.@Nullable How end;
  private volatile @Nullable Throwable cause;

  BulkRun(
      RowSource source,
      Tally tally,
      Engine<SendableRow> engine,
      BulkAccount.Sender sender,
      ResultsFile results,
      RunOptions options,
      BulkListener listener) {
    this.source = source;
    this.tally = tally;
    this.engine = engine;
    this.sender = sender;
    this.options = options;
    this.listener = listener;
    this.writer = new ResultsWriter<>(results, this::written, this::unwritten);
  }

  static int readAhead() {
    return READ_AHEAD;
  }

  /** Sends the rows until none is under way, and returns why sending ended. */
  BulkEnd.How run() throws InterruptedException {
    try {
      while (!isOver()) {
        fill();
        pump();
        finishWriting();
        tick();
        LockSupport.parkNanos(this, untilNext().toNanos());
        if (Thread.interrupted()) {
          stop(BulkEnd.How.STOPPED, null);
        }
      }
    } finally {
      writer.close();
    }
    BulkEnd.How how = end;
    return how == null ? BulkEnd.How.FINISHED : how;
  }

  /** Stops sending; the updates under way end first. */
  void stop() {
    stop(BulkEnd.How.STOPPED, null);
  }

  /** Returns whether an attempt may still be sent; called right before each attempt. */
  boolean isSending() {
    return end == null;
  }

  @Nullable Throwable cause() {
    return cause;
  }

  synchronized Progress progress() {
    return tally.progress(state(), engine.inFlight(), now());
  }

  private synchronized void stop(BulkEnd.How how, @Nullable Throwable cause) {
    if (end == null) {
      stateAtEnd = state();
      this.cause = cause;
      end = how;
    }
    LockSupport.unpark(driver);
  }

  private synchronized boolean isOver() {
    if (end != null) {
      return engine.inFlight() == 0;
    }
    return read && engine.isIdle() && writer.backlog() == 0;
  }

  private void fill() {
    try {
      while (!read && end == null && hasRoom()) {
        RowSource.Next next = source.next();
        if (next == null) {
          complete();
        } else {
          take(next);
        }
      }
    } catch (InputException | IOException e) {
      stop(BulkEnd.How.INPUT, e);
    }
  }

  /** Does not wait for further lines if none can come. */
  private void finishWriting() {
    boolean last;
    synchronized (this) {
      last = engine.inFlight() == 0 && (read || end != null);
    }
    if (last) {
      writer.hurry();
    }
  }

  private boolean hasRoom() {
    int unwritten = writer.backlog();
    synchronized (this) {
      return engine.room() > 0 && unwritten < MAX_UNWRITTEN && !engine.state().isStopped();
    }
  }

  private synchronized void complete() {
    read = true;
    engine.complete();
  }

  private void take(RowSource.Next next) {
    SendableRow row = next.row();
    RowResult result = next.result();
    synchronized (this) {
      if (row != null) {
        engine.offer(row.id(), row);
      } else if (result != null) {
        engine.skipped(result.failure() != null);
        tally.add(result);
      }
    }
    if (result != null) {
      writer.add(result, null, false);
    }
  }

  private void pump() {
    for (QueuedRow<SendableRow> queued = next(); queued != null; queued = next()) {
      send(queued);
    }
  }

  private @Nullable QueuedRow<SendableRow> next() {
    if (end != null || writer.backlog() >= MAX_UNWRITTEN) {
      return null;
    }
    synchronized (this) {
      return end == null ? engine.next(now()) : null;
    }
  }

  private void send(QueuedRow<SendableRow> queued) {
    CompletableFuture<BulkAccount.Sent> sending;
    try {
      sending = sender.send(queued.row().id(), queued.row().update());
    } catch (RuntimeException e) {
      ended(queued, null, e);
      return;
    }
    if (sending.isDone()) {
      // The loop that sent it continues; a call from here would nest once per row.
      var unused = sending.whenComplete((sent, failure) -> ended(queued, sent, failure));
    } else {
      var unused =
          sending.whenComplete(
              (sent, failure) -> {
                ended(queued, sent, failure);
                pump();
              });
    }
  }

  private void ended(
      QueuedRow<SendableRow> queued, BulkAccount.@Nullable Sent sent, @Nullable Throwable failure) {
    Instant now = now();
    Throwable thrown =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    RowResult result =
        sent != null
            ? RowResultFactory.made(queued.row(), sent, options.strict(), now)
            : RowResultFactory.failed(
                queued.row(), thrown == null ? new IllegalStateException("no end") : thrown, now);
    note(queued, result, ending(sent, result, thrown), thrown, now);
  }

  private static Ending ending(
      BulkAccount.@Nullable Sent sent, RowResult result, @Nullable Throwable thrown) {
    if (sent != null) {
      return result.failure() == null ? Ending.MADE : Ending.REJECTED;
    }
    return Ending.of(thrown == null ? new IllegalStateException("no end") : thrown);
  }

  private synchronized void note(
      QueuedRow<SendableRow> queued,
      RowResult result,
      Ending ending,
      @Nullable Throwable thrown,
      Instant now) {
    RowDecision decision = engine.ended(queued, ending, now);
    SendingState state = engine.state();
    if (state.isStopped() && end == null) {
      stopWith(state, thrown);
    }
    if (decision == RowDecision.RETRY) {
      LockSupport.unpark(driver);
      return;
    }
    tally.add(result);
    // Before another thread can see that nothing is under way and close the writer.
    writer.add(result, queued, engine.isWaitedFor(queued));
    if (engine.inFlight() == 0 || (!read && engine.room() >= READ_AHEAD / 2)) {
      LockSupport.unpark(driver);
    }
  }

  private void stopWith(SendingState state, @Nullable Throwable thrown) {
    if (state.reason() == HaltReason.CREDENTIALS && options.renewed() != null) {
      waitsForCredential = true;
      credentialSince = now();
    } else {
      stop(
          switch (state.reason() == null ? HaltReason.BUG : state.reason()) {
            case CREDENTIALS -> BulkEnd.How.CREDENTIALS;
            case TOO_MANY_FAILED -> BulkEnd.How.TOO_MANY_FAILED;
            default -> BulkEnd.How.BUG;
          },
          thrown);
    }
  }

  private void written(List<QueuedRow<SendableRow>> queued) {
    synchronized (this) {
      queued.forEach(engine::settle);
    }
    LockSupport.unpark(driver);
  }

  /** Overrides other reasons to stop, because the results of ended rows are missing. */
  private synchronized void unwritten(Throwable e) {
    cause = e;
    end = BulkEnd.How.DISK;
    LockSupport.unpark(driver);
  }

  private void tick() {
    Instant now = now();
    Progress progress = progress();
    SendingState state = progress.state();
    if (!now.isBefore(lastReport.plus(TICK)) || state.phase() != lastPhase) {
      lastReport = now;
      lastPhase = state.phase();
      listener.progress(progress);
      handleTime(state, now);
    }
  }

  /** Handles everything that depends only on time. */
  private synchronized void handleTime(SendingState state, Instant now) {
    if (waitsForCredential && options.renewed() != null && options.renewed().getAsBoolean()) {
      waitsForCredential = false;
      engine.credentialRenewed(now);
    }
    if (engine.state().reason() == HaltReason.TOO_MANY_FAILED) {
      stop(BulkEnd.How.TOO_MANY_FAILED, null);
    }
    Duration patience = options.giveUpAfter();
    if (patience != null && state.since() != null && now.isAfter(state.since().plus(patience))) {
      stop(BulkEnd.How.GAVE_UP, null);
    }
  }

  /** A row that is not sent because the run ends says nothing about the CRM. */
  private SendingState state() {
    if (stateAtEnd != null) {
      return stateAtEnd;
    }
    return waitsForCredential
        ? new SendingState(SendingState.Phase.HELD, HaltReason.CREDENTIALS, credentialSince, null)
        : engine.state();
  }

  private synchronized Duration untilNext() {
    Instant wake = engine.wakeAt();
    if (wake == null) {
      return LONGEST_WAIT;
    }
    Duration wait = Duration.between(now(), wake);
    return wait.isNegative() || wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }

  private Instant now() {
    return options.clock().instant();
  }
}
