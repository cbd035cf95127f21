package io.contactbridge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.contactbridge.internal.sending.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many updates at once, of which some go wrong: each ends once, and nothing is miscounted. */
@Timeout(60)
final class LoadTest {
  private static final int UPDATES = 10_000;
  private static final int THREADS = 64;

  private final LoadServer crm = new LoadServer();
  private final FaultyServer server = FaultyServer.start(Crm.RAZE, crm);
  private final Map<String, Integer> ended = new ConcurrentHashMap<>();
  private final AtomicInteger results = new AtomicInteger();

  @AfterEach
  void stop() {
    server.close();
    assertThat(server.broken()).isEmpty();
  }

  @Test
  void eachOfTenThousandUpdatesInFlightEndsOnce() {
    Contacts contacts = contacts().build();

    CompletableFuture<?>[] futures =
        IntStream.range(0, UPDATES)
            .mapToObj(i -> "c" + i)
            .map(id -> contacts.updateAsync(id, update(id)).handle((r, e) -> end(id, r, e)))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(futures).join();

    assertCounts(UPDATES);
  }

  @Test
  void eachUpdateOfManyThreadsEndsOnce() throws Exception {
    Contacts contacts = contacts().build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    List<Callable<Boolean>> tasks =
        IntStream.range(0, UPDATES / 4)
            .mapToObj(i -> "c" + i)
            .map(id -> (Callable<Boolean>) () -> block(contacts, id))
            .toList();
    for (Future<Boolean> done : threads.invokeAll(tasks)) {
      assertThat(done.get()).isTrue();
    }
    threads.shutdown();

    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertCounts(UPDATES / 4);
  }

  @Test
  void nothingIsSentAfterTheDeadline() {
    Duration deadline = Duration.ofSeconds(1);
    server.turn(
        line -> {
          // So slow that all of them would take eight seconds.
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(128));
          crm.take(line);
        });
    Contacts contacts = contacts().deadline(deadline).build();

    List<CompletableFuture<Boolean>> futures = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      String id = "c" + i;
      futures.add(contacts.updateAsync(id, update(id)).handle((r, e) -> end(id, r, e)));
    }
    long end = System.nanoTime() + deadline.toNanos();
    CompletableFuture.allOf(futures.toArray(CompletableFuture<?>[]::new)).join();

    assertThat(results.get()).isBetween(1, 3999);
    assertThat(ended).hasSize(4000);
    Duration late = Duration.ofNanos(crm.last() - end);
    // What was sent in time may be read late on a busy machine.
    assertThat(late).isLessThan(Duration.ofSeconds(4));
  }

  private Contacts.Builder contacts() {
    return Accounts.at(Crm.RAZE).time(SystemTime.INSTANCE).noRateLimit().baseUrl(server.url());
  }

  private static ContactUpdate update(String name) {
    return ContactUpdate.builder().fullName(name).build();
  }

  private boolean block(Contacts contacts, String id) {
    try {
      return end(id, contacts.update(id, update(id)), null);
    } catch (ContactsException e) {
      return end(id, null, e);
    }
  }

  private boolean end(String id, @Nullable UpdateResult result, @Nullable Throwable failure) {
    int attempts =
        result == null
            ? ((ContactsException) requireNonNull(failure)).attempts()
            : result.attempts();
    results.addAndGet(result == null ? 0 : 1);
    ended.merge(id, attempts, (first, second) -> -1);
    return true;
  }

  /** What the callers saw is what the CRM saw. */
  private void assertCounts(int updates) {
    assertThat(ended).hasSize(updates);
    ended.forEach((id, attempts) -> assertThat(crm.attempts(id)).as(id).isEqualTo(attempts));
    assertThat(ended.values().stream().mapToInt(attempts -> attempts).sum())
        .isEqualTo(crm.requests());
    assertThat(results).hasValue(crm.taken()).hasValueGreaterThan(updates * 9 / 10);
  }
}
