package io.contactbridge.bench;

import io.contactbridge.ContactUpdate;
import io.contactbridge.Contacts;
import io.contactbridge.UpdateResult;
import io.contactbridge.bulk.Bulk;
import io.contactbridge.bulk.BulkEnd;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A JVM that makes the same updates again for each line of its input, either with a bulk run of a
 * file or with plain {@code updateAsync}, and says what they cost.
 */
final class BulkWorker {
  static final int ROWS = 10_000;
  static final int IN_FLIGHT = 64;

  private BulkWorker() {}

  public static void main(String[] args) throws Exception {
    boolean bulk = args[0].equals("bulk");
    String url = args[1];
    Path file = Path.of(args[2]);
    try (BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
      while (input.readLine() != null) {
        System.out.println(bulk ? bulk(url, file) : raw(url));
      }
    } catch (IOException e) {
      // The driver has gone.
    }
    // OkHttp's threads would keep the process for a minute.
    System.exit(0);
  }

  private static Contacts.Builder contacts(String url) {
    return Contacts.highLevel(Sample.TOKEN).baseUrl(url).noRateLimit();
  }

  /** Makes a whole run: it reads the file twice, and forces the results to the disk. */
  private static Cost bulk(String url, Path file) throws Exception {
    Bulk bulk = Bulk.builder(contacts(url), file).inFlight(IN_FLIGHT).build();
    Files.deleteIfExists(bulk.results());
    Meter meter = Meter.start();
    BulkEnd end = bulk.run(progress -> {});
    Cost cost = meter.stop(ROWS);
    if (end.progress().made() != ROWS || end.progress().different() != 0) {
      throw new IllegalStateException(end.message());
    }
    return cost;
  }

  private static Cost raw(String url) throws InterruptedException {
    Semaphore places = new Semaphore(IN_FLIGHT);
    AtomicInteger made = new AtomicInteger();
    Meter meter = Meter.start();
    Contacts contacts = contacts(url).build();
    for (int row = 1; row <= ROWS; row++) {
      places.acquire();
      CompletableFuture<UpdateResult> unused =
          contacts
              .updateAsync(Sample.id(row), ContactUpdate.builder().email(Sample.EMAIL).build())
              .whenComplete(
                  (result, e) -> {
                    made.addAndGet(e == null ? 1 : 0);
                    places.release();
                  });
    }
    places.acquire(IN_FLIGHT);
    Cost cost = meter.stop(ROWS);
    if (made.get() != ROWS) {
      throw new IllegalStateException((ROWS - made.get()) + " updates failed");
    }
    return cost;
  }
}
