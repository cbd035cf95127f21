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
 * Decides which row is sent next, and what becomes of rows that failed.
 *
 * <p>A driver {@linkplain #offer offers} rows, sends each that {@link #next} gives out, and says
 * how it {@linkplain #ended ended}. What the engine promises:
 *
 * <ul>
 *   <li>Rows of one contact are given out in the order in which they were offered, each only after
 *       the one before it has ended for good and was {@linkplain #settle settled}: an older value
 *       never follows a newer one, whatever fails and is sent again.
 *   <li>A row is dead only if the fault is its own. While the CRM answers nothing, has enough calls
 *       or refuses the credential, rows are held and not given up.
 *   <li>It stops, for good, when the CRM refuses the credential of two contacts one after the
 *       other, when more rows fail than is allowed, and when an update ends in a way that no row
 *       can cause.
 * </ul>
 *
 * <p>Not safe for threads.
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
          Comparator.<QueuedRow<R>, Instant>comparing(turn -> turn.notBefore)
              .thenComparing(turn -> turn.number));
  private @Nullable Hold<R> hold;
  private @Nullable Why stopped;
  private boolean complete;
  private int waiting;
  private int inFlight;
  private long given;
  private long answered;
  private long newestAnswered;
  private long ended;
  private long dead;

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
   * Returns how many more rows can be offered now. A driver that cannot refuse rows may offer more,
   * and then has a room of less than nothing.
   */
  public int room() {
    return mostWaiting - waiting;
  }

  /** Adds a row, which waits behind the earlier ones of its contact. */
  public void offer(String contact, R row) {
    QueuedRow<R> turn =
        new QueuedRow<>(requireNonNull(contact, "contact"), requireNonNull(row, "row"));
    QueuedRow<R> before = first.putIfAbsent(contact, turn);
    if (before == null) {
      ready.add(turn);
    } else {
      if (before.behind == null) {
        before.behind = new ArrayDeque<>();
      }
      before.behind.add(turn);
    }
    waiting++;
  }

  /** Says that no further row will be offered. */
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
    QueuedRow<R> turn = hold == null ? takeFirst(now) : takeProbe(hold, now);
    if (turn != null) {
      waiting--;
      inFlight++;
      turn.number = ++given;
      if (hold != null) {
        hold.probe(turn);
      }
    }
    return turn;
  }

  /**
   * Returns when {@link #next} may have a row even if no row ends or is offered until then, or null
   * for never.
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

  /** Says how the update of a row ended, and returns what becomes of the row. */
  public RowDecision ended(QueuedRow<R> turn, Ending ending, Instant now) {
    inFlight--;
    RowDecision verdict =
        switch (ending.kind()) {
          case MADE -> answered(turn, RowDecision.MADE);
          case REJECTED -> answered(turn, RowDecision.DEAD);
          case REFUSED -> withoutWord(turn);
          case LIMITED -> notItsFault(turn, Why.LIMIT, ending, now);
          case NOT_SENT -> notItsFault(turn, Why.UNAVAILABLE, ending, now);
          case UNAVAILABLE -> unavailable(turn, ending, now);
          case CREDENTIALS -> refused(turn, now);
          case BUG -> stop(turn, Why.BUG);
        };
    if (verdict == RowDecision.AGAIN) {
      waiting++;
    } else {
      ended++;
      dead += verdict == RowDecision.DEAD ? 1 : 0;
      if (stopped == null && limit.isExceeded(dead, ended)) {
        stopped = Why.TOO_MANY_FAILED;
      }
    }
    return verdict;
  }

  /**
   * Counts a row that took no turn, because it cannot be sent at all or asks for nothing.
   *
   * @param dead whether it counts as failed
   */
  public void skipped(boolean dead) {
    ended++;
    this.dead += dead ? 1 : 0;
    if (stopped == null && limit.isExceeded(this.dead, ended)) {
      stopped = Why.TOO_MANY_FAILED;
    }
  }

  /**
   * Allows the next row of the contact, because the end of this one is safely stored.
   *
   * @param turn one that ended for good
   */
  public void settle(QueuedRow<R> turn) {
    ArrayDeque<QueuedRow<R>> behind = turn.behind;
    if (behind == null || behind.isEmpty()) {
      first.remove(turn.contact());
    } else {
      QueuedRow<R> next = behind.remove();
      next.behind = behind;
      first.put(turn.contact(), next);
      ready.add(next);
    }
  }

  /** Returns whether another row of the contact waits for this one to be settled. */
  public boolean isWaitedFor(QueuedRow<R> turn) {
    return turn.behind != null && !turn.behind.isEmpty();
  }

  /**
   * Forgets the rows that wait and are not wanted any more, such as those of a partition that now
   * belongs to another task. A row that is being sent ends as any other does.
   */
  public void withdraw(Predicate<? super R> unwanted) {
    for (QueuedRow<R> turn : first.values()) {
      if (turn.behind != null) {
        int before = turn.behind.size();
        turn.behind.removeIf(later -> unwanted.test(later.row()));
        waiting -= before - turn.behind.size();
      }
    }
    withdraw(ready, unwanted);
    withdraw(later, unwanted);
  }

  private void withdraw(Collection<QueuedRow<R>> queue, Predicate<? super R> unwanted) {
    List<QueuedRow<R>> gone = queue.stream().filter(turn -> unwanted.test(turn.row())).toList();
    queue.removeAll(gone);
    for (QueuedRow<R> turn : gone) {
      waiting--;
      if (hold != null && hold.suspect() == turn) {
        // Whether it was the row or the credential is for another row to find out.
        hold = null;
      }
      settle(turn);
    }
  }

  /** Resumes after the credential was refused, because it has been renewed. */
  public void credentialRenewed(Instant now) {
    QueuedRow<R> suspect = hold == null ? null : hold.suspect();
    if (stopped == Why.CREDENTIALS) {
      stopped = null;
    }
    if (suspect != null) {
      hold = Hold.suspecting(suspect, hold, now);
    }
  }

  public State state() {
    if (stopped != null) {
      return State.stopped(stopped);
    }
    return hold == null ? State.SENDING : hold.state();
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
      QueuedRow<R> turn = fresh.next();
      if (turn != hold.suspect()) {
        fresh.remove();
        return turn;
      }
    }
    if (!later.isEmpty()) {
      return later.poll();
    }
    // Only the suspect is left, and one contact cannot show whether the credential is at fault.
    return inFlight == 0 && (complete || room() <= 0) ? ready.poll() : null;
  }

  private RowDecision answered(QueuedRow<R> turn, RowDecision verdict) {
    answered++;
    newestAnswered = Math.max(newestAnswered, turn.number);
    if (hold != null && (hold.isProbe(turn) || hold.endsWithAnyAnswer())) {
      hold = null;
    }
    return verdict;
  }

  private RowDecision withoutWord(QueuedRow<R> turn) {
    if (hold != null && hold.isProbe(turn)) {
      hold.forgetProbe();
    }
    return RowDecision.DEAD;
  }

  private RowDecision notItsFault(QueuedRow<R> turn, Why why, Ending ending, Instant now) {
    ready.addFirst(turn);
    hold(turn, why, ending, now);
    return RowDecision.AGAIN;
  }

  private RowDecision unavailable(QueuedRow<R> turn, Ending ending, Instant now) {
    boolean last = isNothingElseLeft();
    if (turn.failures == 0) {
      turn.answeredAtFirst = answered;
    }
    turn.rounds += turn.failures == 0 || last || answered > turn.answeredAtLast ? 1 : 0;
    turn.answeredAtLast = answered;
    if (isPoison(turn, last)) {
      return withoutWord(turn);
    }
    turn.notBefore = now.plus(Hold.pause(turn.failures++));
    later.add(turn);
    hold(turn, Why.UNAVAILABLE, ending, now);
    return RowDecision.AGAIN;
  }

  /** Returns whether only rows are left, or fit in here, that have failed. */
  private boolean isNothingElseLeft() {
    return (complete || room() <= 1)
        && inFlight == 0
        && ready.stream().allMatch(turn -> turn.refusedAt > 0);
  }

  /**
   * If only failed rows are left, they cannot show whether the CRM or the row is at fault. They are
   * probed one after the other, so many rows get more time than one.
   */
  private boolean isPoison(QueuedRow<R> turn, boolean last) {
    long others = answered - turn.answeredAtFirst;
    return (turn.rounds >= ROUNDS && (others >= OTHERS || (last && others > 0)))
        || (turn.rounds >= 2 * ROUNDS && last && answered > 0);
  }

  private void hold(QueuedRow<R> turn, Why why, Ending ending, Instant now) {
    if (hold == null || hold.isProbe(turn)) {
      hold = Hold.after(why, hold, ending.retryAfter(), now);
    } else if (ending.retryAfter() != null) {
      hold = hold.extended(now.plus(ending.retryAfter()));
    }
  }

  /**
   * Holds the credential to be good once the CRM has answered a row that was given out after the
   * refusal was known. Rows that were under way then say nothing: it may have been revoked since.
   */
  private RowDecision refused(QueuedRow<R> turn, Instant now) {
    if (turn.refusedAt > 0 && newestAnswered > turn.refusedAt) {
      return withoutWord(turn);
    }
    turn.refusedAt = given;
    ready.addFirst(turn);
    if (hold == null
        || hold.endsWithAnyAnswer()
        || (hold.isProbe(turn) && !hold.isForCredential())) {
      hold = Hold.suspecting(turn, hold, now);
    } else if (hold.isProbe(turn) && hold.nextProbe() == turn) {
      hold.trySomeOther();
    } else if (hold.isProbe(turn)) {
      stopped = Why.CREDENTIALS;
    }
    return RowDecision.AGAIN;
  }

  private RowDecision stop(QueuedRow<R> turn, Why why) {
    ready.addFirst(turn);
    stopped = why;
    return RowDecision.AGAIN;
  }
}
