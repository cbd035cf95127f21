package io.contactbridge.bench;

import io.contactbridge.AttemptEvent;
import io.contactbridge.Contacts;
import io.contactbridge.DeliveryListener;
import io.contactbridge.bulk.Bulk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How near a run comes to HighLevel's limit, and whether it ever passes it. */
final class HighLevelPace {
  private static final int ROWS = 2_000;
  // Stops where all that is in flight has its place in the period: the run ends at once then, and
  // the next has to know of the period's calls. Otherwise it would end when the period has passed.
  private static final int CALLS_BEFORE_STOP = 210;
  private static final int CALLS_AFTER_STOP = 210;

  private HighLevelPace() {}

  static void measure(Path folder) throws IOException, InterruptedException {
    Path file = RowsFile.write(folder.resolve("pace.csv"), ROWS);
    try (LimitedServer server = new LimitedServer()) {
      run(server, file, CALLS_BEFORE_STOP);
      report("until a stop", server);
      run(server, file, CALLS_AFTER_STOP);
      report("with the run that went on", server);
    }
  }

  private static void run(LimitedServer server, Path file, int calls)
      throws IOException, InterruptedException {
    AtomicInteger left = new AtomicInteger(calls);
    Bulk[] bulk = new Bulk[1];
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void attempted(AttemptEvent event) {
            if (left.decrementAndGet() == 0) {
              bulk[0].stop();
            }
          }
        };
    Contacts.Builder contacts =
        Contacts.highLevel(Sample.TOKEN).baseUrl(server.url()).listener(listener);
    bulk[0] = Bulk.builder(contacts, file).build();
    bulk[0].run(progress -> {});
  }

  private static void report(String until, LimitedServer server) {
    List<Long> taken = server.taken();
    // Whole periods only: the calls of one may all be made at its beginning.
    int last = (taken.size() - 1) / LimitedServer.CALLS * LimitedServer.CALLS;
    System.out.printf(
        "pace, %s: %.2f calls/s (≥ 9.8), %d calls, %d answered with 429 (0)%n",
        until,
        last * 1e9 / (taken.get(last) - taken.get(0)),
        taken.size() + server.refused(),
        server.refused());
  }
}
