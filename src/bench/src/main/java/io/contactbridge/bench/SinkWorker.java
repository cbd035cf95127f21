package io.contactbridge.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A JVM with one task of the sink for Kafka Connect: {@code rounds} makes the same updates again
 * for each line of its input, and says what they cost; {@code stream} makes updates without end
 * from an offset on, and says each offset that it commits.
 */
final class SinkWorker {
  private SinkWorker() {}

  public static void main(String[] args) throws IOException {
    String url = args[1];
    if (args[0].equals("stream")) {
      TaskLoop loop = new TaskLoop(url, Long.parseLong(args[2]), Long.MAX_VALUE);
      loop.run(System.out::println);
    }
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      while (input.readLine() != null) {
        System.out.println(round(url));
      }
    } catch (IOException e) {
      // The driver has gone.
    }
    // OkHttp's threads would keep the process for a minute.
    System.exit(0);
  }

  private static Cost round(String url) {
    Meter meter = Meter.start();
    new TaskLoop(url, 0, BulkWorker.ROWS).run(offset -> {});
    return meter.stop(BulkWorker.ROWS);
  }
}
