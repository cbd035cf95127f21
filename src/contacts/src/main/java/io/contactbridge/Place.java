package io.contactbridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A call's place in time: true once the call may be made, and false if that would be too late. */
final class Place extends CompletableFuture<Boolean> {
  private final Deadline deadline;
  private volatile long opened;
  private volatile Duration wait = Duration.ZERO;
  private volatile String reason = "";

  Place(Deadline deadline) {
    this.deadline = deadline;
  }

  boolean allows(Duration wait) {
    return deadline.allows(wait);
  }

  void open(long now) {
    opened = now;
  }

  /** Returns when the call was allowed to be made. */
  long opened() {
    return opened;
  }

  void refuse(Duration wait, String reason) {
    this.wait = wait;
    this.reason = reason;
    complete(false);
  }

  /** Returns how long it would have taken. */
  Duration delay() {
    return wait;
  }

  /** Returns why it would have been too late. */
  String reason() {
    return reason + ", which is longer than the deadline allows";
  }
}
