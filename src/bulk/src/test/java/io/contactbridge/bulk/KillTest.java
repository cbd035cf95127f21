package io.contactbridge.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process repeatedly, as a power loss or an operator does. */
final class KillTest {
  private static final int ROWS = 12_000;
  private static final int KILLS = 50;

  @TempDir private Path directory = Path.of("");

  @Test
  void killedRunsLoseNoRowAndKeepTheOrder() throws Exception {
    Path input = RowFiles.write(directory, ROWS, 400);
    Random random = new Random(7);
    try (CountingServer crm = new CountingServer()) {
      int kills = 0;
      // The CRM answers slowly, so that rows are left for all the kills.
      crm.answering(row -> pause());
      while (kills < KILLS && crm.sent().size() < ROWS) {
        kills += killAfter(random.nextInt(150), input, crm) ? 1 : 0;
      }
      crm.answering(row -> 200);
      assertThat(start(input, crm).waitFor()).isZero();

      assertThat(kills).isEqualTo(KILLS);
      assertThat(crm.disordered()).as("older rows after newer ones").isZero();
      assertThat(crm.sent()).hasSize(ROWS);
      assertThat(rowsOf(results(input))).isEqualTo(IntStream.rangeClosed(1, ROWS).boxed().toList());
      // Repeated are the rows that were under way, and those whose results were not yet on the
      // disk.
      assertThat(crm.requests() - ROWS).as("sent again").isLessThan(KILLS * 200);
    }
  }

  private static int pause() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(8));
    return 200;
  }

  /** Returns whether the process was killed before it ended by itself. */
  private boolean killAfter(int calls, Path input, CountingServer crm) throws Exception {
    Process child = start(input, crm);
    int before = crm.requests();
    while (child.isAlive() && crm.requests() <= before + calls) {
      LockSupport.parkNanos(100_000);
    }
    boolean alive = child.isAlive();
    child.destroyForcibly().waitFor();
    return alive;
  }

  private Process start(Path input, CountingServer crm) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-XX:-UsePerfData",
            "-Xshare:auto",
            "-Xmx48m",
            "-cp",
            System.getProperty("java.class.path"),
            BulkProcess.class.getName(),
            input.toString(),
            crm.url())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("child.log").toFile())
        .start();
  }

  private static Path results(Path input) {
    return input.resolveSibling("contacts.csv.raze.results.ndjson");
  }

  private static List<Integer> rowsOf(Path results) throws IOException {
    try (Stream<String> lines = Files.lines(results)) {
      return lines
          .filter(line -> line.startsWith("{\"row\":"))
          .map(line -> Integer.valueOf(line.replaceFirst("\\{\"row\":(\\d+),.*", "$1")))
          .sorted()
          .toList();
    }
  }
}
