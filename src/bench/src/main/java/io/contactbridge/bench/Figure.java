package io.contactbridge.bench;

/** One line of the table, and what the clients of this project have to reach in it. */
enum Figure {
  CPU_MANY_THREADS("CPU µs per update, 16 threads", "≤ 1.10", "≤ 1.10"),
  CPU_ONE_THREAD("CPU µs per update, one thread", "≤ 1.10", "≤ 1.15"),
  PER_SECOND_MANY_THREADS("updates/s, 16 threads", "", ""),
  PER_SECOND_ONE_THREAD("updates/s, one thread", "", ""),
  PER_SECOND_ASYNC("updates/s, 10,000 in flight", "", "≥ 0.90"),
  BYTES("bytes allocated per update", "≤ 1.25", "≤ 1.30"),
  COLD_START("first result of a new JVM, ms", "", "≤ 1.00"),
  COLD_START_CPU("first result of a new JVM, CPU ms", "", "");

  private final String words;
  private final String generatedMustReach;
  private final String facadeMustReach;

  Figure(String words, String generatedMustReach, String facadeMustReach) {
    this.words = words;
    this.generatedMustReach = generatedMustReach;
    this.facadeMustReach = facadeMustReach;
  }

  String words() {
    return words;
  }

  /** Returns the bound for a client, relative to the limit; empty where there is none. */
  String mustReach(String client) {
    return switch (client) {
      case "generated" -> generatedMustReach;
      case "facade" -> facadeMustReach;
      default -> "";
    };
  }
}
