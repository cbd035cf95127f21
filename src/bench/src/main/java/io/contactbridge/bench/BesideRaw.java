package io.contactbridge.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a way to send many updates costs beside as many calls of plain {@code updateAsync}: medians
 * of rounds that take turns.
 *
 * @param perSecond its updates a second
 * @param rate those relative to plain calls
 * @param cpu its CPU time relative to theirs
 */
record BesideRaw(double perSecond, double rate, double cpu) {
  private static final int WARM_UP_ROUNDS = 3;

  /**
   * Measures rounds, after some to warm up.
   *
   * @param name what it is called in the lines that tell of the rounds
   */
  static BesideRaw measure(String name, Jvm measured, Jvm raw, int rounds) throws IOException {
    List<Double> perSecond = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    List<Double> cpus = new ArrayList<>();
    for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
      // Each begins every other round, since the first finds the machine as it was left before.
      boolean rawFirst = round % 2 != 0;
      Cost first = Cost.parse((rawFirst ? raw : measured).ask("round"));
      Cost second = Cost.parse((rawFirst ? measured : raw).ask("round"));
      Cost cost = rawFirst ? second : first;
      Cost ofRaw = rawFirst ? first : second;
      if (round > 0) {
        perSecond.add(cost.perSecond());
        rates.add(cost.perSecond() / ofRaw.perSecond());
        cpus.add(cost.cpuMicros() / ofRaw.cpuMicros());
        System.err.printf(
            "round %d: updateAsync %.0f/s, %.0f µs; %s %.0f/s, %.0f µs%n",
            round, ofRaw.perSecond(), ofRaw.cpuMicros(), name, cost.perSecond(), cost.cpuMicros());
      }
    }
    return new BesideRaw(Results.median(perSecond), Results.median(rates), Results.median(cpus));
  }
}
