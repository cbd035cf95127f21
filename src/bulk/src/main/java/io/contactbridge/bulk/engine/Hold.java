package io.contactbridge.bulk.engine;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pause of sending while the CRM cannot be used, with its reason and its end. */
final class Hold<R> {
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HaltReason reason;
  private final Instant since;
  private final boolean asked;
  private final Instant until;
  private final int level;

  /**
   * The row with which the CRM refused the credential, if that is the reason; it is the first
   * probe.
   */
  private final @Nullable QueuedRow<R> suspect;

  private boolean suspectTried;
  private @Nullable QueuedRow<R> probe;

  private Hold(
      HaltReason reason,
      Instant since,
      boolean asked,
      Instant until,
      int level,
      @Nullable QueuedRow<R> suspect) {
    this.reason = reason;
    this.since = since;
    this.asked = asked;
    this.until = until;
    this.level = level;
    this.suspect = suspect;
  }

  /** Returns the hold after a failure, which is longer if it follows another one. */
  static <R> Hold<R> after(
      HaltReason reason, @Nullable Hold<R> before, @Nullable Duration retryAfter, Instant now) {
    int level = before == null ? 0 : before.level + 1;
    Duration pause = pause(level);
    if (retryAfter != null && retryAfter.compareTo(SHORTEST) > 0) {
      pause = retryAfter;
    }
    Instant since = before == null ? now : before.since;
    Instant until = now.plus(pause);
    return new Hold<>(reason, since, retryAfter != null, until, level, null);
  }

  /**
   * Returns the hold that finds out whether the credential or the row {@code suspect} is at fault.
   */
  static <R> Hold<R> suspecting(QueuedRow<R> suspect, @Nullable Hold<R> before, Instant now) {
    return new Hold<>(
        HaltReason.CREDENTIALS, before == null ? now : before.since, false, now, 0, suspect);
  }

  /** Returns how long to wait after this number of failures. */
  static Duration pause(int failures) {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /** Returns this hold, extended to {@code until} if that is later. */
  Hold<R> extended(Instant until) {
    if (!until.isAfter(this.until)) {
      return this;
    }
    Hold<R> longer = new Hold<>(reason, since, true, until, level, suspect);
    longer.probe = probe;
    longer.suspectTried = suspectTried;
    return longer;
  }

  /** Returns whether any answer ends this hold; otherwise only a probe's answer does. */
  boolean endsWithAnyAnswer() {
    return reason == HaltReason.UNAVAILABLE && !asked;
  }

  boolean allowsProbe(Instant now) {
    return probe == null && !now.isBefore(until);
  }

  void probe(QueuedRow<R> queued) {
    probe = queued;
  }

  boolean isProbe(QueuedRow<R> queued) {
    return queued == probe;
  }

  /** Allows another probe, since the last one was inconclusive. */
  void forgetProbe() {
    probe = null;
  }

  /** Makes the next probe another row than the suspect, which has failed. */
  void probeAnotherRow() {
    suspectTried = true;
    probe = null;
  }

  boolean isForCredential() {
    return suspect != null;
  }

  @Nullable QueuedRow<R> suspect() {
    return suspect;
  }

  /** Returns the row that must be the next probe, or null if any other row can be. */
  @Nullable QueuedRow<R> nextProbe() {
    return suspectTried ? null : suspect;
  }

  /** Returns when the next probe can be sent, or null while one is under way. */
  @Nullable Instant probeAt() {
    return probe == null ? until : null;
  }

  SendingState state() {
    return new SendingState(SendingState.Phase.HELD, reason, since, until);
  }
}
