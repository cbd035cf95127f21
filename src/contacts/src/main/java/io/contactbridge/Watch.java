package io.contactbridge;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Looks after all updates under way, now and then: whether the thread of a blocking one was
 * interrupted, which a socket does not notice, and whether the deadline of another has passed. One
 * thread does it for all, and sleeps while nothing has been under way for a while, so an update
 * pays for no more than to be put on a list and taken off it.
 */
final class Watch {
  /** What is under way. */
  interface Watched {
    /** Must not block, nor run a caller's code. */
    void look();
  }

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(20);

  /** Of many thousands it looks less often: it rests for so many times as long as a look took. */
  private static final int RESTS = 20;

  private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

  /** Waking the thread costs more than some looks in vain. */
  private static final long AWAKE = TimeUnit.SECONDS.toNanos(5);

  private static final Set<Watched> WATCHED = ConcurrentHashMap.newKeySet();
  private static final Thread THREAD = start();

  private static volatile boolean asleep;

  private Watch() {}

  static void add(Watched watched) {
    WATCHED.add(watched);
    if (asleep) {
      LockSupport.unpark(THREAD);
    }
  }

  static void remove(Watched watched) {
    WATCHED.remove(watched);
  }

  private static void look(Watched watched) {
    try {
      watched.look();
    } catch (RuntimeException | Error e) {
      // Such as for want of a thread: the others are looked after all the same.
      Log.warn("an update could not be looked after", e);
    }
  }

  private static Thread start() {
    Thread thread = CallThreads.daemon(Watch::watch, "ContactBridge watch");
    thread.start();
    return thread;
  }

  private static void watch() {
    long idleSince = System.nanoTime();
    while (true) {
      long rest = EVERY;
      if (!WATCHED.isEmpty()) {
        idleSince = System.nanoTime();
        WATCHED.forEach(Watch::look);
        rest = Math.max(EVERY, Math.min(LONGEST_REST, RESTS * (System.nanoTime() - idleSince)));
      } else if (System.nanoTime() - idleSince > AWAKE) {
        asleep = true;
        if (WATCHED.isEmpty()) {
          LockSupport.park();
        }
        asleep = false;
        idleSince = System.nanoTime();
      }
      LockSupport.parkNanos(rest);
    }
  }
}
