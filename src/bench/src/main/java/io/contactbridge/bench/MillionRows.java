package io.contactbridge.bench;

import io.contactbridge.AttemptEvent;
import io.contactbridge.Contacts;
import io.contactbridge.DeliveryListener;
import io.contactbridge.bulk.Bulk;
import io.contactbridge.bulk.BulkEnd;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A JVM with a small heap that begins a run of a large file, or goes on with it, until the CRM
 * answers for the first time.
 */
final class MillionRows {
  private static final int ROWS = 1_000_000;
  private static final int LEFT = 50;
  private static final String HEAP = "-Xmx48m";
  // Just below the 200,000 a day that HighLevel allows.
  private static final Duration BETWEEN_CALLS = Duration.ofMillis(440);

  private MillionRows() {}

  /** Measures both, each in a JVM of its own. */
  static void measure(Path folder, String url) throws IOException {
    Path file = RowsFile.write(folder.resolve("million.csv"), ROWS);
    report("begin", child(url, file));
    Path results = bulk(url, file, null).results();
    endAllButTheLast(results);
    report("resume", child(url, file));
  }

  public static void main(String[] args) throws Exception {
    HeapAfterCollection heap = HeapAfterCollection.watch();
    AtomicLong answered = new AtomicLong();
    Bulk[] bulk = new Bulk[1];
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void attempted(AttemptEvent event) {
            answered.compareAndSet(0, System.nanoTime());
            bulk[0].stop();
          }
        };
    bulk[0] = bulk(args[0], Path.of(args[1]), listener);
    Meter meter = Meter.start();
    long begin = System.nanoTime();
    BulkEnd end = bulk[0].run(progress -> {});
    double cpuSeconds = meter.stop(1).cpuMicros() / 1e6;
    System.out.printf(
        Locale.ROOT,
        "%.1f s to the first answer, %.1f s of CPU time, at most %d MB of heap after a collection;"
            + " %d of %d rows have ended%n",
        (answered.get() - begin) / 1e9,
        cpuSeconds,
        heap.mostMegabytes(),
        end.progress().ended(),
        end.progress().rows());
    System.exit(0);
  }

  private static Bulk bulk(String url, Path file, @Nullable DeliveryListener listener) {
    Contacts.Builder contacts = Contacts.highLevel(Sample.TOKEN).baseUrl(url);
    return Bulk.builder(listener == null ? contacts : contacts.listener(listener), file).build();
  }

  private static String child(String url, Path file) throws IOException {
    try (Jvm jvm =
        Jvm.start(Jvm.CLIENT_CORES, List.of(HEAP), MillionRows.class, url, file.toString())) {
      return jvm.readLine();
    }
  }

  private static void report(String what, String figures) {
    System.out.printf("%s, %,d rows, %s: %s%n", what, ROWS, HEAP, figures);
  }

  /** Writes the results as they would be after days, between the lines of the run that began. */
  private static void endAllButTheLast(Path results) throws IOException {
    List<String> lines = Files.readAllLines(results);
    int ended = ROWS - LEFT;
    Instant first = Instant.now().minus(BETWEEN_CALLS.multipliedBy(ended));
    try (Writer writer = Files.newBufferedWriter(results)) {
      writer.write(lines.get(0) + "\n");
      for (int row = 1; row <= ended; row++) {
        writer.write(
            "{\"row\":%d,\"line\":%d,\"id\":\"%s\",\"at\":\"%s\",\"made\":{\"EMAIL\":\"APPLIED\"}}\n"
                .formatted(
                    row, row + 1, Sample.id(row), first.plus(BETWEEN_CALLS.multipliedBy(row))));
      }
      writer.write(lines.get(lines.size() - 1) + "\n");
    }
  }
}
