package io.contactbridge.internal.sending;

/**
 * How many retries an account can afford: an outage must not be answered with three times the
 * calls. The figures are those of the AWS SDKs' standard mode.
 */
final class RetryBudget {
  static final int MOST = 500;
  static final int RETRY = 5;
  static final int RETRY_AFTER_TIMEOUT = 10;
  static final int SUCCESS = 1;

  private int tokens = MOST;

  /** Takes the cost of a retry, or returns false if it is not there. */
  synchronized boolean take(int cost) {
    if (tokens < cost) {
      return false;
    }
    tokens -= cost;
    return true;
  }

  /** Gives back after a success. */
  synchronized void give(int amount) {
    tokens = Math.min(MOST, tokens + amount);
  }

  synchronized int tokens() {
    return tokens;
  }
}
