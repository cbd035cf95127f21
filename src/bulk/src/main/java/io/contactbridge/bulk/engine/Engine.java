package io.contactbridge.bulk.engine;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which row is sent next, and whether failed rows are sent again.
 *
 * <p>A driver {@linkplain #offer offers} rows, sends each row that {@link #next} returns, and
 * reports how its update {@linkplain #ended ended}. The engine guarantees:
 *
 * <ul>
 *   <li>Rows of one contact are returned in the order in which they were offered, each only after
 *       the previous one has ended and was {@linkplain #settle settled}. So an older value never
 *       follows a newer one, even when updates are retried.
 *   <li>A row fails only for its own fault. While the CRM gives no answer, allows no more calls or
 *       refuses the credential, rows are held and do not fail.
 *   <li>It stops for good when the CRM refuses the credential for two contacts in a row, when more
 *       rows fail than allowed, and when an update fails because of a bug.
 * </ul>
 *
 * <p>Not thread-safe.
 *
 * @param <R> the driver's own row
 */
public final class Engine<R> {
  /**
   * How often a row may fail while the CRM answers other rows, and how many other rows that takes.
   */
  private static final int ROUNDS = 5;

  private static final int OTHERS = 20;

  private final int mostInFlight;
  private final int mostWaiting;
  private final FailureLimit limit;
  private final Map<String, QueuedRow<R>> first = new HashMap<>();
  private final ArrayDeque<QueuedRow<R>> ready = new ArrayDeque<>();
  private final PriorityQueue<QueuedRow<R>> later =
      new PriorityQueue<>(
          Comparator.<QueuedRow<R>, Instant>comparing(queued -> queued.notBefore)
              .thenComparing(queued -> queued.number));
  private @Nullable Hold<R> hold;
  private @Nullable HaltReason stopped;
  private boolean complete;
  private int waiting;
  private int inFlight;
  private long given;
  private long answered;
  private long newestAnswered;
  private long ended;
  private long failed;

  /**
   * @param mostInFlight how many rows may be sent at once
   * @param mostWaiting how many rows may wait here
   */
  public Engine(int mostInFlight, int mostWaiting, FailureLimit limit) {
    this.mostInFlight = mostInFlight;
    this.mostWaiting = mostWaiting;
    this.limit = requireNonNull(limit, "limit");
  }

  /**
   * Returns how many more rows can be offered now. A driver that cannot refuse rows may offer more;
   * the result is then negative.
   */
  public int room() {
    return mostWaiting - waiting;
  }

  /** Adds a row, which waits behind the earlier ones of its contact. */
  public void offer(String contact, R row) {
    QueuedRow<R> queued =
        new QueuedRow<>(requireNonNull(contact, "contact"), requireNonNull(row, "row"));
    QueuedRow<R> before = first.putIfAbsent(contact, queued);
    if (before == null) {
      ready.add(queued);
    } else {
      if (before.behind == null) {
        before.behind = new ArrayDeque<>();
      }
      before.behind.add(queued);
    }
    waiting++;
  }

  /** Declares that no further row will be offered. */
  public void complete() {
    complete = true;
  }

  /**
   * Returns a row to send now, or null if there is none; {@link #wakeAt} says when to ask again.
   */
  public @Nullable QueuedRow<R> next(Instant now) {
    if (stopped != null || inFlight >= mostInFlight) {
      return null;
    }
    QueuedRow<R> queued = hold == null ? takeFirst(now) : takeProbe(hold, now);
    if (queued != null) {
      waiting--;
      inFlight++;
      queued.number = ++given;
      if (hold != null) {
        hold.probe(queued);
      }
    }
    return queued;
  }

  /**
   * Returns when {@link #next} may return a row even if no row ends or is offered before, or null
   * if never.
   */
  public @Nullable Instant wakeAt() {
    if (stopped != null) {
      return null;
    }
    if (hold != null) {
      return hold.probeAt();
    }
    QueuedRow<R> earliest = later.peek();
    return earliest == null || inFlight >= mostInFlight ? null : earliest.notBefore;
  }

  /** Reports how the update of a row ended, and returns what to do with the row. */
  public RowDecision ended(QueuedRow<R> queued, Ending ending, Instant now) {
    inFlight--;
    RowDecision decision =
        switch (ending.kind()) {
          case MADE -> answered(queued, RowDecision.MADE);
          case REJECTED -> answered(queued, RowDecision.FAILED);
          case REFUSED -> fail(queued);
          case LIMITED -> holdAndRetry(queued, HaltReason.LIMIT, ending, now);
          case NOT_SENT -> holdAndRetry(queued, HaltReason.UNAVAILABLE, ending, now);
          case UNAVAILABLE -> unavailable(queued, ending, now);
          case CREDENTIALS -> refused(queued, now);
          case BUG -> stop(queued, HaltReason.BUG);
        };
    if (decision == RowDecision.RETRY) {
      waiting++;
    } else {
      ended++;
      failed += decision == RowDecision.FAILED ? 1 : 0;
      if (stopped == null && limit.isExceeded(failed, ended)) {
        stopped = HaltReason.TOO_MANY_FAILED;
      }
    }
    return decision;
  }

  /**
   * Counts a row that is not sent, because it is invalid or changes nothing.
   *
   * @param failed whether it counts as failed
   */
  public void skipped(boolean failed) {
    ended++;
    this.failed += failed ? 1 : 0;
    if (stopped == null && limit.isExceeded(this.failed, ended)) {
      stopped = HaltReason.TOO_MANY_FAILED;
    }
  }

  /**
   * Allows the next row of the contact, because the end of this one is safely stored.
   *
   * @param queued a row that has ended
   */
  public void settle(QueuedRow<R> queued) {
    ArrayDeque<QueuedRow<R>> behind = queued.behind;
    if (behind == null || behind.isEmpty()) {
      first.remove(queued.contact());
    } else {
      QueuedRow<R> next = behind.remove();
      next.behind = behind;
      first.put(queued.contact(), next);
      ready.add(next);
    }
  }

  /** Returns whether another row of the contact waits for this one to be settled. */
  public boolean isWaitedFor(QueuedRow<R> queued) {
    return queued.behind != null && !queued.behind.isEmpty();
  }

  /**
   * Removes waiting rows that are no longer wanted, such as those of a partition that now belongs
   * to another task. A row that is being sent ends as usual.
   */
  public void withdraw(Predicate<? super R> unwanted) {
    for (QueuedRow<R> queued : first.values()) {
      if (queued.behind != null) {
        int before = queued.behind.size();
        queued.behind.removeIf(later -> unwanted.test(later.row()));
        waiting -= before - queued.behind.size();
      }
    }
    withdraw(ready, unwanted);
    withdraw(later, unwanted);
  }

  private void withdraw(Collection<QueuedRow<R>> queue, Predicate<? super R> unwanted) {
    List<QueuedRow<R>> gone = queue.stream().filter(queued -> unwanted.test(queued.row())).toList();
    queue.removeAll(gone);
    for (QueuedRow<R> queued : gone) {
      waiting--;
      if (hold != null && hold.suspect() == queued) {
        // Another row must show whether the row or the credential was at fault.
        hold = null;
      }
      settle(queued);
    }
  }

  /** Resumes after a refused credential has been renewed. */
  public void credentialRenewed(Instant now) {
    QueuedRow<R> suspect = hold == null ? null : hold.suspect();
    if (stopped == HaltReason.CREDENTIALS) {
      stopped = null;
    }
    if (suspect != null) {
      hold = Hold.suspecting(suspect, hold, now);
    }
  }

  public SendingState state() {
    if (stopped != null) {
      return SendingState.stopped(stopped);
    }
    return hold == null ? SendingState.SENDING : hold.state();
  }

  public int inFlight() {
    return inFlight;
  }

  /** Returns whether every row that was offered has ended and was settled. */
  public boolean isIdle() {
    return first.isEmpty();
  }

  private @Nullable QueuedRow<R> takeFirst(Instant now) {
    QueuedRow<R> due = later.peek();
    return due != null && !now.isBefore(due.notBefore) ? later.poll() : ready.poll();
  }

  /** Prefers a row that has not failed, because its result says most about the CRM. */
  private @Nullable QueuedRow<R> takeProbe(Hold<R> hold, Instant now) {
    if (!hold.allowsProbe(now)) {
      return null;
    }
    QueuedRow<R> wanted = hold.nextProbe();
    if (wanted != null) {
      return ready.remove(wanted) || later.remove(wanted) ? wanted : null;
    }
    Iterator<QueuedRow<R>> fresh = ready.iterator();
    while (fresh.hasNext()) {
      QueuedRow<R> queued = fresh.next();
      if (queued != hold.suspect()) {
        fresh.remove();
        return queued;
      }
    }
    if (!later.isEmpty()) {
      return later.poll();
    }
    // Only the suspect is left, and one contact cannot show whether the credential is at fault.
    return inFlight == 0 && (complete || room() <= 0) ? ready.poll() : null;
  }

  private RowDecision answered(QueuedRow<R> queued, RowDecision decision) {
    answered++;
    newestAnswered = Math.max(newestAnswered, queued.number);
    if (hold != null && (hold.isProbe(queued) || hold.endsWithAnyAnswer())) {
      hold = null;
    }
    return decision;
  }

  private RowDecision fail(QueuedRow<R> queued) {
    if (hold != null && hold.isProbe(queued)) {
      hold.forgetProbe();
    }
    return RowDecision.FAILED;
  }

  private RowDecision holdAndRetry(
      QueuedRow<R> queued, HaltReason reason, Ending ending, Instant now) {
    ready.addFirst(queued);
    hold(queued, reason, ending, now);
    return RowDecision.RETRY;
  }

  private RowDecision unavailable(QueuedRow<R> queued, Ending ending, Instant now) {
    boolean last = isNothingElseLeft();
    if (queued.failures == 0) {
      queued.answeredAtFirst = answered;
    }
    queued.rounds += queued.failures == 0 || last || answered > queued.answeredAtLast ? 1 : 0;
    queued.answeredAtLast = answered;
    if (isPoison(queued, last)) {
      return fail(queued);
    }
    queued.notBefore = now.plus(Hold.pause(queued.failures++));
    later.add(queued);
    hold(queued, HaltReason.UNAVAILABLE, ending, now);
    return RowDecision.RETRY;
  }

  /** Returns whether all rows that are left, or that fit in here, have failed. */
  private boolean isNothingElseLeft() {
    return (complete || room() <= 1)
        && inFlight == 0
        && ready.stream().allMatch(queued -> queued.refusedAt > 0);
  }

  /**
   * If only failed rows are left, they cannot show whether the CRM or the row is at fault. They are
   * probed one after the other, so many rows get more time than one.
   */
  private boolean isPoison(QueuedRow<R> queued, boolean last) {
    long others = answered - queued.answeredAtFirst;
    return (queued.rounds >= ROUNDS && (others >= OTHERS || (last && others > 0)))
        || (queued.rounds >= 2 * ROUNDS && last && answered > 0);
  }

  private void hold(QueuedRow<R> queued, HaltReason reason, Ending ending, Instant now) {
    if (hold == null || hold.isProbe(queued)) {
      hold = Hold.after(reason, hold, ending.retryAfter(), now);
    } else if (ending.retryAfter() != null) {
      hold = hold.extended(now.plus(ending.retryAfter()));
    }
  }

  /**
   * Treats the credential as valid once the CRM has answered a row that was sent after the refusal.
   * Rows that were already under way prove nothing, because the credential may have been revoked
   * since.
   */
  private RowDecision refused(QueuedRow<R> queued, Instant now) {
    if (queued.refusedAt > 0 && newestAnswered > queued.refusedAt) {
      return fail(queued);
    }
    queued.refusedAt = given;
    ready.addFirst(queued);
    if (hold == null
        || hold.endsWithAnyAnswer()
        || (hold.isProbe(queued) && !hold.isForCredential())) {
      hold = Hold.suspecting(queued, hold, now);
    } else if (hold.isProbe(queued) && hold.nextProbe() == queued) {
      hold.probeAnotherRow();
    } else if (hold.isProbe(queued)) {
      stopped = HaltReason.CREDENTIALS;
    }
    return RowDecision.RETRY;
  }

  private RowDecision stop(QueuedRow<R> queued, HaltReason reason) {
    ready.addFirst(queued);
    stopped = reason;
    return RowDecision.RETRY;
  }
}
