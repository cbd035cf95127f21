package io.contactbridge;

import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What has become of an update so far. Attempts follow each other, and others may look on. */
final class History {
  /** So many of the earlier failures are told beside the last. */
  private static final int MOST_TOLD = 10;

  private final Updates<?, ?> updates;
  private final UpdatePlan plan;
  private final Time time;
  private final Telemetry telemetry;
  private final long asked;
  private final AtomicLong begun = new AtomicLong();
  private final AtomicLong calling = new AtomicLong();
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();
  private final List<Throwable> earlier = new CopyOnWriteArrayList<>();
  private volatile @Nullable Reply failed;
  private volatile @Nullable ContactsException failure;
  private volatile boolean mayHaveBeenApplied;

  History(Updates<?, ?> updates, UpdatePlan plan, Time time, Telemetry telemetry) {
    this.updates = updates;
    this.plan = plan;
    this.time = time;
    this.telemetry = telemetry;
    this.asked = time.nanos();
  }

  /** Notes that an attempt begins. */
  void attempt() {
    attempts.incrementAndGet();
    begun.set(time.nanos());
  }

  /** Notes that the attempt has ended, without a reply if it was cancelled. */
  void attempted(@Nullable Reply reply) {
    Duration duration = Duration.ofNanos(time.nanos() - begun.get());
    calling.addAndGet(duration.toNanos());
    telemetry.attempted(new AttemptEvent(plan, attempts.get(), reply, duration));
  }

  /** Notes that the update is to be sent again after a reply, at the cost of a retry or not. */
  void again(Reply reply, boolean retry) {
    ContactsException exception = exception(reply, null);
    suppress(exception);
    failed = reply;
    failure = exception;
    mayHaveBeenApplied = exception.mayHaveBeenApplied();
    retries.addAndGet(retry ? 1 : 0);
  }

  boolean isSafeToRepeat() {
    return plan.isSafeToRepeat();
  }

  int retries() {
    return retries.get();
  }

  /** Returns the reply after which the update was sent again, or null if it was not. */
  @Nullable Reply failed() {
    return failed;
  }

  /** Has a failure told beside the one that is thrown. */
  void suppress(Throwable other) {
    if (earlier.size() < MOST_TOLD) {
      earlier.add(other);
    }
  }

  /** Returns for how long the CRM wants to be left alone, as far as it says. */
  @Nullable Duration pause(Reply reply) {
    Answer answer = reply.answer();
    return answer == null ? null : updates.failure(answer, time.now()).retryAfter();
  }

  /** Returns what to say of an update for which there is no time left. */
  Verdict withoutTime() {
    Reply last = failed;
    if (last == null) {
      return unsent("its deadline passed before its turn came");
    }
    // It is the last one after all.
    earlier.remove(failure);
    return new Verdict(last, null, Retries.NO_TIME);
  }

  /** Returns what to say of an update that would get its place too late. */
  Verdict withoutPlace(Place place) {
    Failure late = Failure.withoutAnswer(updates.crm(), place.reason()).after(place.delay());
    return failed == null ? unsent(new RateLimitedException(late.in(uncalled()))) : withoutTime();
  }

  /** Returns what to say of an update that was not sent, or not sent again. */
  Verdict unsent(String words) {
    Failure failure = Failure.withoutAnswer(updates.crm(), words).in(uncalled());
    return unsent(new UnavailableException(failure, false, null));
  }

  private static Verdict unsent(ContactsException exception) {
    return new Verdict(new Reply(null, exception, false, false), null, null);
  }

  /** Returns the result, or throws why there is none. */
  UpdateResult result(Verdict last) throws Throwable {
    Answer answer = last.reply().answer();
    if (answer != null && answer.isSuccess()) {
      return updates.result(plan, answer, attempts.get());
    }
    Throwable thrown = last.reply().failure();
    if (thrown == null || thrown instanceof IOException) {
      throw told(exception(last.reply(), last.note()));
    }
    throw told(thrown);
  }

  UnavailableException interrupted(boolean reached, InterruptedException e) {
    Failure interrupted = Failure.withoutAnswer(updates.crm(), "the thread was interrupted");
    return told(
        new UnavailableException(
            interrupted.in(course(null)).doing(plan.repeatHarm()), reached, e));
  }

  void ended(UpdateResult result) {
    ended(null, result.outcomes().values());
  }

  void ended(String exception) {
    ended(exception, List.of());
  }

  private void ended(@Nullable String exception, Collection<Outcome> outcomes) {
    Duration whole = Duration.ofNanos(time.nanos() - asked);
    telemetry.ended(
        new UpdateEvent(
            updates.crm(),
            exception,
            attempts.get(),
            whole,
            whole.minusNanos(calling.get()),
            outcomes));
  }

  private ContactsException exception(Reply reply, @Nullable String note) {
    Answer answer = reply.answer();
    if (answer != null) {
      return updates.refusal(
          updates.failure(answer, time.now()).in(course(note)).doing(plan.repeatHarm()));
    }
    Throwable cause = reply.failure();
    String words =
        cause == null ? "" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    return new UnavailableException(
        Failure.withoutAnswer(updates.crm(), words).in(course(note)).doing(plan.repeatHarm()),
        reply.reached(),
        cause);
  }

  private Course course(@Nullable String note) {
    return new Course(attempts.get(), true, mayHaveBeenApplied, note);
  }

  private Course uncalled() {
    return new Course(attempts.get(), false, mayHaveBeenApplied, null);
  }

  private <T extends Throwable> T told(T thrown) {
    earlier.forEach(thrown::addSuppressed);
    return thrown;
  }
}
