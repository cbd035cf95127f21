package io.contactbridge.bulk.engine;

/**
 * How many rows may fail before the run is stopped: a wrong mapping must not use up a day's calls.
 */
public final class FailureLimit {
  private static final int FIRST = 100;
  private static final int ENOUGH_TO_JUDGE = 1000;

  /** One row in ten after the first thousand, and not all of the first hundred. */
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
   * Stops the run once more than so many rows have failed.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public static FailureLimit rows(long most) {
    if (most < 0) {
      throw new IllegalArgumentException("a number of rows is not negative, unlike " + most);
    }
    return new FailureLimit(most, 100, Integer.MAX_VALUE);
  }

  /**
   * Stops the run once more than so many of a hundred rows have failed, of at least a thousand.
   *
   * @throws IllegalArgumentException if it is not from 0 to 100
   */
  public static FailureLimit percent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("a share is from 0% to 100%, unlike " + percent + "%");
    }
    return new FailureLimit(Long.MAX_VALUE, percent, percent < 100 ? FIRST : Integer.MAX_VALUE);
  }

  boolean isExceeded(long dead, long ended) {
    return dead > most
        || (dead == ended && ended >= first)
        || (ended >= ENOUGH_TO_JUDGE && dead * 100.0 > percent * ended);
  }
}
