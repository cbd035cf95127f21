package io.contactbridge.internal.sending;

import io.contactbridge.internal.answer.Answer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The result of one attempt: an answer, or a failure.
 *
 * @param failure why no answer came; an IOException unless the caller's own code threw it
 * @param reached whether the CRM may have the whole request
 * @param timeout whether the attempt ended because of our timeout
 */
record AttemptResult(
    @Nullable Answer answer, @Nullable Throwable failure, boolean reached, boolean timeout) {
  static AttemptResult of(Answer answer) {
    return new AttemptResult(answer, null, true, false);
  }

  static AttemptResult of(Throwable failure, boolean reached) {
    return new AttemptResult(null, failure, reached, false);
  }

  static AttemptResult ofTimeout(IOException failure, boolean reached) {
    return new AttemptResult(null, failure, reached, true);
  }

  /** Returns this reply if an earlier request of the attempt surely did not reach the CRM. */
  AttemptResult after(boolean reachedBefore) {
    return reachedBefore && answer == null ? new AttemptResult(null, failure, true, timeout) : this;
  }

  /** Returns whether no answer came, for a reason other than the caller's own code or client. */
  boolean isFailureOfNetwork() {
    return failure instanceof IOException
        && !(failure instanceof CanceledException)
        && !(failure instanceof GuardedException)
        && !(failure instanceof QueuedException);
  }

  int status() {
    return answer == null ? 0 : answer.status();
  }

  boolean isSuccess() {
    return answer != null && answer.isSuccess();
  }
}
