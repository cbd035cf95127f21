package io.contactbridge;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What has become of an update so far. Attempts follow each other, and others may look on. */
final class History {
  /** So many of the earlier failures are told beside the last. */
  private static final int MOST_TOLD = 10;

  private final Updates<?, ?> updates;
  private final Supplier<Instant> clock;
  private final List<Throwable> earlier = new CopyOnWriteArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private volatile boolean mayHaveBeenApplied;
  private volatile @Nullable Reply failed;

  History(Updates<?, ?> updates, Supplier<Instant> clock) {
    this.updates = updates;
    this.clock = clock;
  }

  /** Notes that an attempt begins. */
  void attempt() {
    Reply last = failed;
    if (last != null) {
      ContactsException failure = failure(last, null);
      mayHaveBeenApplied = failure.mayHaveBeenApplied();
      suppress(failure);
    }
    attempts.incrementAndGet();
  }

  /** Notes that the update is to be sent again after a reply, at the cost of a retry or not. */
  void again(Reply reply, boolean retry) {
    failed = reply;
    retries.addAndGet(retry ? 1 : 0);
  }

  int retries() {
    return retries.get();
  }

  /** Returns the reply after which the update was sent again, or null if it was not. */
  @Nullable Reply failed() {
    return failed;
  }

  /** Has a failure told beside the one that is thrown. */
  void suppress(Throwable failure) {
    if (earlier.size() < MOST_TOLD) {
      earlier.add(failure);
    }
  }

  /** Returns the reply to an update for which there is no time left. */
  Verdict withoutTime() {
    Reply last = failed;
    return last != null
        ? new Verdict(last, null, Retries.NO_TIME)
        : unsent("its deadline passed before its turn came");
  }

  private Verdict unsent(String words) {
    Failure failure =
        Failure.withoutAnswer(updates.crm(), words)
            .in(new Course(attempts.get(), false, mayHaveBeenApplied, null));
    UnavailableException unsent = new UnavailableException(failure, false, null);
    return new Verdict(new Reply(null, unsent, false, false), null, null);
  }

  /** Returns for how long the CRM wants to be left alone, as far as it says. */
  @Nullable Duration pause(Reply reply) {
    Answer answer = reply.answer();
    return answer == null ? null : updates.failure(answer, clock.get()).retryAfter();
  }

  UpdateResult result(UpdatePlan plan, Verdict last) throws Throwable {
    Answer answer = last.reply().answer();
    if (answer != null && answer.isSuccess()) {
      return updates.result(plan, answer, attempts.get());
    }
    Throwable failure = last.reply().failure();
    if (failure == null || failure instanceof IOException) {
      throw told(failure(last.reply(), last.note()));
    }
    throw failure instanceof ContactsException unsent ? told(unsent) : failure;
  }

  UnavailableException interrupted(boolean reached, InterruptedException e) {
    Failure failure =
        Failure.withoutAnswer(updates.crm(), "the thread was interrupted").in(course(null));
    return told(new UnavailableException(failure, reached, e));
  }

  private ContactsException failure(Reply reply, @Nullable String note) {
    Answer answer = reply.answer();
    Throwable failure = reply.failure();
    return answer != null
        ? updates.refusal(updates.failure(answer, clock.get()).in(course(note)))
        : new UnavailableException(
            Failure.withoutAnswer(updates.crm(), words(failure)).in(course(note)),
            reply.reached(),
            failure);
  }

  private Course course(@Nullable String note) {
    return new Course(attempts.get(), true, mayHaveBeenApplied, note);
  }

  private <T extends Throwable> T told(T failure) {
    earlier.forEach(failure::addSuppressed);
    return failure;
  }

  private static String words(@Nullable Throwable e) {
    return e == null ? "" : e.getClass().getSimpleName() + ": " + e.getMessage();
  }
}
