package io.contactbridge.bench;

/** What one update cost on average in a round: process CPU time, bytes, and how many a second. */
record Cost(double cpuMicros, double bytes, double perSecond) {
  static Cost parse(String text) {
    String[] words = text.split(" ", -1);
    return new Cost(
        Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2]));
  }

  @Override
  public String toString() {
    return cpuMicros + " " + bytes + " " + perSecond;
  }
}
