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

  private final int most;
  private final Time time;
  private final RetryBudget budget = new RetryBudget();

  Retries(int most, Time time) {
    this.most = most;
    this.time = time;
  }

  /** Returns what is to be done after a reply, and takes what a retry costs. */
  Verdict judge(Reply reply, History history, Deadline deadline) {
    if (reply.isSuccess()) {
      Reply failed = history.failed();
      budget.give(failed == null || history.retries() == 0 ? RetryBudget.SUCCESS : cost(failed));
      return new Verdict(reply, null, null);
    }
    if (history.retries() >= most || !isPassing(reply)) {
      return new Verdict(reply, null, null);
    }
    if (!history.isSafeToRepeat() && mayHaveBegun(reply)) {
      return new Verdict(reply, null, null);
    }
    Duration wait = wait(reply, history.retries(), history.pause(reply));
    if (!deadline.allows(wait)) {
      return new Verdict(reply, null, NO_TIME);
    }
    if (!budget.take(cost(reply))) {
      return new Verdict(reply, null, "too many retries were needed of late for another one");
    }
    return new Verdict(reply, wait, null);
  }

  /** Whether the CRM may have done a part of what was asked, which it has not where it refused. */
  private static boolean mayHaveBegun(Reply reply) {
    return reply.answer() == null ? reply.reached() : reply.status() >= 500;
  }

  private static int cost(Reply reply) {
    return reply.timeout() ? RetryBudget.RETRY_AFTER_TIMEOUT : RetryBudget.RETRY;
  }

  private Duration wait(Reply reply, int before, @Nullable Duration pause) {
    Duration base = reply.status() == 429 ? LONG : SHORT;
    Duration most = base.multipliedBy(1L << Math.min(before, 30));
    Duration wait = time.part(most.compareTo(LONGEST) < 0 ? most : LONGEST);
    if (pause == null) {
      return wait;
    }
    Duration asked = pause.plus(time.part(base));
    return asked.compareTo(wait) > 0 ? asked : wait;
  }

  private static boolean isPassing(Reply reply) {
    return reply.answer() != null
        ? PASSING.contains(reply.status())
        : reply.failure() instanceof IOException failure && !isLasting(failure);
  }

  /** What was cancelled is not wanted; a certificate that is not trusted now will not be soon. */
  private static boolean isLasting(IOException e) {
    return e instanceof CanceledException
        || e instanceof SSLPeerUnverifiedException
        || (e instanceof SSLHandshakeException && e.getCause() instanceof CertificateException);
  }
}
