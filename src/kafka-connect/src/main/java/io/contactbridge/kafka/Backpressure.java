package io.contactbridge.kafka;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** Has the worker bring no more records while enough wait. */
final class Flow {
  private final SinkTaskContext context;
  private boolean opened;
  private boolean paused;

  Flow(SinkTaskContext context) {
    this.context = context;
  }

  /** Notes that partitions came, of which the worker pauses those that were paused before. */
  void opened() {
    opened = true;
  }

  /**
   * Pauses or resumes all partitions.
   *
   * @param full whether no more records should come
   * @param roomy whether so few wait that more should
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
