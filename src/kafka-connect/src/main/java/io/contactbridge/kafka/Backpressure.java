package io.contactbridge.kafka;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Pauses the worker's delivery of records while enough records wait. */
final class Backpressure {
  private final SinkTaskContext context;
  private boolean opened;
  private boolean paused;

  Backpressure(SinkTaskContext context) {
    this.context = context;
  }

  /** Notes that partitions were assigned; the worker keeps those paused that were paused before. */
  void opened() {
    opened = true;
  }

  /**
   * Pauses or resumes all partitions.
   *
   * @param full whether delivery should pause
   * @param roomy whether so few records wait that delivery should resume
   */
  void balance(boolean full, boolean roomy) {
    if (full && (opened || !paused)) {
      context.pause(assignment());
      paused = true;
    } else if (!full && (opened || (paused && roomy))) {
      context.resume(assignment());
      paused = false;
    }
    opened = false;
  }

  private TopicPartition[] assignment() {
    return context.assignment().toArray(TopicPartition[]::new);
  }
}
