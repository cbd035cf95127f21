package io.contactbridge;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A CRM under load, of which one request in ten goes wrong, and which keeps count. */
final class LoadServer implements FaultyServer.Turn {
  private static final int SLOW = 30_000_000;

  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final AtomicLong last = new AtomicLong();

  int requests() {
    return requests.get();
  }

  /** Returns how many updates were made. */
  int taken() {
    return taken.get();
  }

  /** Returns when the last request came, by {@link System#nanoTime}. */
  long last() {
    return last.get();
  }

  /** Returns how often the update of a contact came, and forgets it. */
  int attempts(String contact) {
    Integer came = attempts.remove(contact);
    return came == null ? 0 : came;
  }

  /** Forgets a contact, whose update has ended. */
  void forget(String contact) {
    attempts.remove(contact);
  }

  @Override
  public void take(Line line) throws IOException {
    last.accumulateAndGet(System.nanoTime(), Math::max);
    String path = line.request().split(" ", 3)[1];
    attempts.merge(path.substring(path.lastIndexOf('/') + 1), 1, Integer::sum);
    answer(line, requests.getAndIncrement());
  }

  private void answer(Line line, int number) throws IOException {
    switch (number % 50) {
      case 7 -> line.reset();
      case 17 -> line.write(RawHttp.answer(503, "{}"));
      case 27 -> line.write(RawHttp.answer(429, "{}", "Retry-After: 0"));
      case 37 -> line.write(RawHttp.answer(500, "<html>"));
      case 47 -> {
        LockSupport.parkNanos(SLOW);
        succeed(line);
      }
      default -> succeed(line);
    }
  }

  private void succeed(Line line) throws IOException {
    taken.incrementAndGet();
    line.write(RawHttp.taken(line.crm()));
  }
}
