package io.contactbridge.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Rounds of updates, each for a time and not for a number, so that slow clients cost no more. */
final class Rounds {
  private static final int CONTACTS = 1_000_000;

  private Rounds() {}

  /** Makes updates on some threads at once, each of its own contacts. */
  static Cost blocking(Client client, int threads, long millis) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread * CONTACTS;
        tasks.add(() -> updates(client, first, millis));
      }
      Meter meter = Meter.start();
      int updates = 0;
      for (Future<Integer> task : pool.invokeAll(tasks)) {
        updates += task.get();
      }
      // Before the pool's threads end, whose bytes could not be asked for any more.
      return meter.stop(updates);
    } finally {
      pool.shutdown();
    }
  }

  private static int updates(Client client, int first, long millis) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    int updates = 0;
    while (System.nanoTime() < end) {
      Worker.check(client.update(Sample.id(first + updates)));
      updates++;
    }
    return updates;
  }

  /** Keeps a number of updates in flight for a time, and waits for the last. */
  static Cost async(Client client, int inFlight, long millis) throws Exception {
    Semaphore places = new Semaphore(inFlight);
    AtomicInteger failures = new AtomicInteger();
    Meter meter = Meter.start();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    int updates = 0;
    while (System.nanoTime() < end) {
      places.acquire();
      client.updateAsync(Sample.id(updates++), email -> done(email, failures, places));
    }
    places.acquire(inFlight);
    Cost cost = meter.stop(updates);
    if (failures.get() > 0) {
      throw new IllegalStateException(failures + " of " + updates + " updates failed");
    }
    return cost;
  }

  private static void done(@Nullable String email, AtomicInteger failures, Semaphore places) {
    if (!Sample.EMAIL.equals(email)) {
      failures.incrementAndGet();
    }
    places.release();
  }
}
