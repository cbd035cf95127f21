package io.contactbridge.internal.sending;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Looks after all updates under way, now and then: whether the thread of a blocking one was
 * interrupted, which a socket does not notice, and whether the deadline of another has passed. One
 * thread does it for all, and sleeps while nothing has been under way for a while, so an update
 * pays for no more than to be put on a list and taken off it. After a longer idle time the thread
 * ends until the next update, because a running thread keeps an unloaded application in memory.
 */
final class UpdateWatcher {
  /** An update under way. */
  interface Watched {
    /** Must not block, nor run a caller's code. */
    void look();
  }

  private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(20);

  /**
   * With many thousands it looks less often: it rests for this multiple of the time that a look
   * took.
   */
  private static final int RESTS = 20;

  private static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);

  /** Waking the thread costs more than some looks in vain. */
  private static final long AWAKE = TimeUnit.SECONDS.toNanos(5);

  /** As long as OkHttp's own threads wait for something to do. */
  private static final long ALIVE = TimeUnit.SECONDS.toNanos(60);

  private static final Set<Watched> WATCHED = ConcurrentHashMap.newKeySet();

  private static volatile boolean asleep = true;
  private static @Nullable Thread thread;

  private UpdateWatcher() {}

  static void add(Watched watched) {
    WATCHED.add(watched);
    if (asleep) {
      wake();
    }
  }

  static void remove(Watched watched) {
    WATCHED.remove(watched);
  }

  private static void look(Watched watched) {
    try {
      watched.look();
    } catch (RuntimeException | Error e) {
      // Such as if no thread can be started; the other updates are still looked after.
      Log.warn("an update could not be watched for its deadline or an interrupt", e);
    }
  }

  private static synchronized void wake() {
    if (thread != null) {
      LockSupport.unpark(thread);
      return;
    }
    Thread next = CallThreads.daemon(UpdateWatcher::watch, "ContactBridge watch");
    try {
      next.start();
      thread = next;
    } catch (OutOfMemoryError e) {
      // There is no room for a thread: the update goes on, and the next one tries again.
      Log.warn("an update cannot be looked after", e);
    }
  }

  /** Ends the thread, unless an update came in the meantime. */
  private static synchronized boolean end() {
    if (WATCHED.isEmpty()) {
      thread = null;
      return true;
    }
    return false;
  }

  private static void watch() {
    asleep = false;
    long idleSince = System.nanoTime();
    while (true) {
      long rest = EVERY;
      if (!WATCHED.isEmpty()) {
        idleSince = System.nanoTime();
        WATCHED.forEach(UpdateWatcher::look);
        rest = Math.max(EVERY, Math.min(LONGEST_REST, RESTS * (System.nanoTime() - idleSince)));
      } else if (System.nanoTime() - idleSince > AWAKE) {
        asleep = true;
        long asleepSince = System.nanoTime();
        if (WATCHED.isEmpty()) {
          LockSupport.parkNanos(ALIVE);
        }
        if (System.nanoTime() - asleepSince >= ALIVE && end()) {
          return;
        }
        asleep = false;
        idleSince = System.nanoTime();
      }
      LockSupport.parkNanos(rest);
    }
  }
}
