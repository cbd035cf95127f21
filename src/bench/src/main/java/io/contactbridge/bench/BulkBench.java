package io.contactbridge.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Measures what a file of updates costs: beside plain updates, in memory, and at a limit. */
final class BulkBench {
  private static final int ROUNDS = 7;

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
    BesideRaw cost;
    try (Jvm raw = Jvm.start(Jvm.CLIENT_CORES, BulkWorker.class, "raw", url, file);
        Jvm bulk = Jvm.start(Jvm.CLIENT_CORES, BulkWorker.class, "bulk", url, file)) {
      cost = BesideRaw.measure("bulk", bulk, raw, rounds);
    }
    System.out.printf(
        "bulk beside updateAsync, %,d rows, %d in flight, medians of %d rounds:"
            + " %.2f of the rate (≥ 0.90), %.2f of the CPU time (≤ 1.10)%n",
        BulkWorker.ROWS, BulkWorker.IN_FLIGHT, rounds, cost.rate(), cost.cpu());
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
