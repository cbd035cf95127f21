package io.contactbridge.kafka;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Reports records that failed for good. A record has ended only when its report is stored. */
final class DeadLetters {
  private final SinkTaskContext context;
  private final Queue<Report> reports = new ArrayDeque<>();

  DeadLetters(SinkTaskContext context) {
    this.context = context;
  }

  /**
   * Reports a record.
   *
   * @throws ConnectException if there is no reporter; it stops the task, so the record is not lost
   */
  void report(SinkRecord record, PartitionOffsets partition, String reason) {
    ErrantRecordReporter reporter = context.errantRecordReporter();
    if (reporter == null) {
      throw new ConnectException(
          "the record "
              + PendingRecord.name(record)
              + " failed: "
              + reason
              + "; to continue without such records, set errors.tolerance=all and"
              + " errors.deadletterqueue.topic.name");
    }
    Future<Void> stored = reporter.report(record, new DeadRecordException(reason));
    reports.add(new Report(record, partition, stored));
  }

  /** Ends the records whose reports are now stored, and returns whether there was one. */
  boolean settle() {
    boolean any = false;
    for (Report report = reports.peek();
        report != null && report.stored().isDone();
        report = reports.peek()) {
      reports.remove();
      try {
        report.stored().get();
      } catch (ExecutionException e) {
        throw new ConnectException(
            "the record "
                + PendingRecord.name(report.record())
                + " failed and could not be reported",
            e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ConnectException("interrupted", e);
      }
      report.partition().end(report.record().originalKafkaOffset());
      any = true;
    }
    return any;
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  private record Report(SinkRecord record, PartitionOffsets partition, Future<Void> stored) {}
}
