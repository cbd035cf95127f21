package io.contactbridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.internal.sending.SystemTime;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/**
 * Updates without end, as far as a build has time: {@code mvn -pl src/contacts -am test
 * -Dtest=SoakTest -Dsurefire.failIfNoSpecifiedTests=false -Dsoak=PT10M} takes longer.
 */
final class SoakTest {
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final int IN_FLIGHT = 1000;

  /** Twice what comes and goes; a kilobyte that each update left would be more in any soak. */
  private static final long FLAT = 4 << 20;

  private final LoadServer crm = new LoadServer();
  private final Semaphore places = new Semaphore(IN_FLIGHT);
  private final AtomicLong ended = new AtomicLong();

  @Test
  void heapStaysFlat() throws InterruptedException {
    Duration soak = Duration.parse(System.getProperty("soak", "PT3S"));
    assertThat(soak).isLessThanOrEqualTo(LONGEST);
    try (FaultyServer server = FaultyServer.start(Crm.RAZE, crm)) {
      Contacts contacts =
          Accounts.at(Crm.RAZE)
              .time(SystemTime.INSTANCE)
              .noRateLimit()
              .baseUrl(server.url())
              .build();

      long warm = send(contacts, soak.dividedBy(4), 0);
      long before = heap();
      long sent = send(contacts, soak, warm);
      long after = heap();

      assertThat(sent).isGreaterThan(warm).isEqualTo(ended.get());
      assertThat(after - before).isLessThan(FLAT);
    }
  }

  /** Returns how many updates were sent so far. */
  private long send(Contacts contacts, Duration time, long sent) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    long number = sent;
    while (System.nanoTime() < end) {
      places.acquire();
      String id = "c" + number;
      ContactUpdate update = ContactUpdate.builder().fullName("n" + number++).build();
      var unused =
          contacts
              .updateAsync(id, update)
              .whenComplete(
                  (result, failure) -> {
                    ended.incrementAndGet();
                    crm.forget(id);
                    places.release();
                  });
    }
    places.acquire(IN_FLIGHT);
    places.release(IN_FLIGHT);
    return number;
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
