package io.contactbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Measures what a file of updates costs: beside plain updates, in memory, and at a limit. */
final class BulkBench {
  private static final int ROUNDS = 7;
  private static final int WARM_UP_ROUNDS = 3;

  private BulkBench() {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    Path folder = Files.createTempDirectory("contactbridge-bench");
    try {
      try (Jvm server = Jvm.start(Jvm.SERVER_CORE, Server.class)) {
        String url = server.readLine();
        compare(folder, url, rounds);
        MillionRows.measure(folder, url);
      }
      HighLevelPace.measure(folder);
    } finally {
      delete(folder);
    }
    // OkHttp's threads would keep the process for a minute.
    System.exit(0);
  }

  private static void compare(Path folder, String url, int rounds) throws IOException {
    String file = RowsFile.write(folder.resolve("rows.csv"), BulkWorker.ROWS).toString();
    List<Double> rates = new ArrayList<>();
    List<Double> cpus = new ArrayList<>();
    try (Jvm raw = Jvm.start(Jvm.CLIENT_CORES, BulkWorker.class, "raw", url, file);
        Jvm bulk = Jvm.start(Jvm.CLIENT_CORES, BulkWorker.class, "bulk", url, file)) {
      for (int round = 1 - WARM_UP_ROUNDS; round <= rounds; round++) {
        // Each begins every other round, since the first finds the machine as it was left before.
        boolean bulkFirst = round % 2 == 0;
        Cost first = Cost.parse((bulkFirst ? bulk : raw).ask("round"));
        Cost second = Cost.parse((bulkFirst ? raw : bulk).ask("round"));
        Cost ofBulk = bulkFirst ? first : second;
        Cost ofRaw = bulkFirst ? second : first;
        if (round > 0) {
          rates.add(ofBulk.perSecond() / ofRaw.perSecond());
          cpus.add(ofBulk.cpuMicros() / ofRaw.cpuMicros());
          System.err.printf(
              "round %d: updateAsync %.0f/s, %.0f µs; bulk %.0f/s, %.0f µs%n",
              round, ofRaw.perSecond(), ofRaw.cpuMicros(), ofBulk.perSecond(), ofBulk.cpuMicros());
        }
      }
    }
    System.out.printf(
        "bulk beside updateAsync, %,d rows, %d in flight, medians of %d rounds:"
            + " %.2f of the rate (≥ 0.90), %.2f of the CPU time (≤ 1.10)%n",
        BulkWorker.ROWS, BulkWorker.IN_FLIGHT, rounds, Results.median(rates), Results.median(cpus));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
