package io.contactbridge.internal.sending;

/**
 * A call's slot in the rate limit of its account: asked for, and open once the call may be made.
 */
final class RateSlot {
  private final Deadline deadline;
  private final Runnable waiter;
  private boolean queued;
  private boolean open;
  private long opened;

  /**
   * @param waiter is run when it makes sense to ask again; must not block
   */
  RateSlot(Deadline deadline, Runnable waiter) {
    this.deadline = deadline;
    this.waiter = waiter;
  }

  Deadline deadline() {
    return deadline;
  }

  void wake() {
    waiter.run();
  }

  boolean isQueued() {
    return queued;
  }

  void queue() {
    queued = true;
  }

  void leaveQueue() {
    queued = false;
  }

  boolean isOpen() {
    return open;
  }

  void open(long now) {
    open = true;
    queued = false;
    opened = now;
  }

  /** Returns when the call was allowed to be made. */
  long opened() {
    return opened;
  }
}
