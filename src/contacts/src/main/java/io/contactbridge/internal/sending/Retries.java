package io.contactbridge.internal.sending;

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

  /** Returns tokens to the budget after a success. */
  void succeeded(@Nullable AttemptResult failedBefore) {
    budget.give(failedBefore == null ? RetryBudget.SUCCESS : cost(failedBefore));
  }

  /**
   * Returns when to try again after a failure, which costs tokens of the budget, or why not.
   *
   * @param before how many retries there were
   * @param asked how long the CRM asks to wait, or null
   */
  Decision judge(AttemptResult reply, int before, @Nullable Duration asked, Deadline deadline) {
    Duration wait = wait(reply, before, asked);
    if (!deadline.allows(wait)) {
      return Decision.no(NO_TIME, 0);
    }
    if (!budget.take(cost(reply))) {
      return Decision.no("the retry budget of the account is exhausted", 0);
    }
    return Decision.in(wait.toNanos());
  }

  /**
   * Returns whether the CRM may have made a part of the change. It has not if it refused the
   * update.
   */
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

  /** Returns whether the failure may be transient. */
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
