package io.contactbridge.bulk.engine;

/**
 * How many rows may fail before the run stops. It prevents a wrong mapping from using up a day's
 * calls.
 */
public final class FailureLimit {
  private static final int FIRST = 100;
  private static final int ENOUGH_TO_JUDGE = 1000;

  /** Stops if all of the first hundred rows fail, or more than a tenth of at least a thousand. */
  public static final FailureLimit DEFAULT = new FailureLimit(Long.MAX_VALUE, 10, FIRST);

  private final long most;
  private final double percent;
  private final int first;

  private FailureLimit(long most, double percent, int first) {
    this.most = most;
    this.percent = percent;
    this.first = first;
  }

  /**
   * Stops the run when more than {@code most} rows have failed.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static FailureLimit rows(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("the number of rows must not be negative, unlike " + most);
    }
    return new FailureLimit(most, 100, Integer.MAX_VALUE);
  }

  /**
   * Stops the run when more than this percentage of at least a thousand rows have failed. A limit
   * below 100 also stops it when all of the first hundred rows fail.
   *
   * @throws IllegalArgumentException if it is not from 0 to 100
   */
  public static FailureLimit percent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException(
          "the percentage must be from 0% to 100%, unlike " + percent + "%");
    }
    return new FailureLimit(Long.MAX_VALUE, percent, percent < 100 ? FIRST : Integer.MAX_VALUE);
  }

  boolean isExceeded(long failed, long ended) {
    return failed > most
        || (failed == ended && ended >= first)
        || (ended >= ENOUGH_TO_JUDGE && failed * 100.0 > percent * ended);
  }
}
