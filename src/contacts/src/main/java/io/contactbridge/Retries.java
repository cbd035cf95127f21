package io.contactbridge;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Decides whether an update is sent again, and when. */
final class Retries {
  static final String NO_TIME = "the deadline leaves no time for a retry";
  static final Duration LONG = Duration.ofSeconds(1);

  private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Time time;
  private final RetryBudget budget = new RetryBudget();

  Retries(Time time) {
    this.time = time;
  }

  /** Gives back to the budget after a success. */
  void succeeded(@Nullable AttemptResult failedBefore) {
    budget.give(failedBefore == null ? RetryBudget.SUCCESS : cost(failedBefore));
  }

  /**
   * Says when to try again after a failure, at the cost of the budget, or why not.
   *
   * @param before how many retries there were
   * @param asked for how long the CRM wants to be left alone, or null
   */
  Step judge(AttemptResult reply, int before, @Nullable Duration asked, Deadline deadline) {
    Duration wait = wait(reply, before, asked);
    if (!deadline.allows(wait)) {
      return Step.no(NO_TIME, 0);
    }
    if (!budget.take(cost(reply))) {
      return Step.no("the retry budget of the account is exhausted", 0);
    }
    return Step.in(wait.toNanos());
  }

  /** Whether the CRM may have done a part of what was asked, which it has not where it refused. */
  static boolean mayHaveBegun(AttemptResult reply) {
    return reply.answer() == null ? reply.reached() : reply.status() >= 500;
  }

  private static int cost(AttemptResult reply) {
    return reply.timeout() ? RetryBudget.RETRY_AFTER_TIMEOUT : RetryBudget.RETRY;
  }

  private Duration wait(AttemptResult reply, int before, @Nullable Duration asked) {
    Duration base = reply.status() == 429 ? LONG : SHORT;
    Duration most = base.multipliedBy(1L << Math.min(before, 30));
    Duration wait = time.part(most.compareTo(LONGEST) < 0 ? most : LONGEST);
    if (asked == null) {
      return wait;
    }
    Duration longer = asked.plus(time.part(base));
    return longer.compareTo(wait) > 0 ? longer : wait;
  }

  /** Returns whether a failure may have passed when the update is sent again. */
  static boolean isPassing(AttemptResult reply) {
    return reply.answer() != null
        ? PASSING.contains(reply.status())
        : reply.failure() instanceof IOException e && !isLasting(e);
  }

  /** A certificate that is not trusted now will not be soon. */
  private static boolean isLasting(IOException e) {
    return e instanceof CanceledException
        || e instanceof GuardedException
        || e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
  }
}
