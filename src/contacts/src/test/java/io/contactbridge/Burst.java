package io.contactbridge;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Updates of a number of contacts, all at the same moment. */
final class Burst implements AutoCloseable {
  private final int size;
  private final ExecutorService threads;

  Burst(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /** Returns what {@code send} returned for each contact's id, each on a thread of its own. */
  <T> List<T> of(Function<String, T> send) throws Exception {
    CyclicBarrier together = new CyclicBarrier(size);
    List<Callable<T>> tasks = new ArrayList<>();
    ids()
        .forEach(
            id ->
                tasks.add(
                    () -> {
                      together.await();
                      return send.apply(id);
                    }));
    List<T> results = new ArrayList<>();
    for (Future<T> done : threads.invokeAll(tasks)) {
      results.add(done.get());
    }
    return results;
  }

  /** Fails unless all updates that {@code send} begins are made. */
  void asynchronous(Function<String, CompletableFuture<UpdateResult>> send) {
    List<CompletableFuture<UpdateResult>> futures = ids().map(send).toList();
    futures.forEach(CompletableFuture::join);
  }

  private Stream<String> ids() {
    return IntStream.rangeClosed(1, size).mapToObj(String::valueOf);
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
