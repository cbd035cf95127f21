package io.contactbridge.internal.sending;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of asynchronous updates. They are daemons, so that a program can end without waiting
 * for idle threads. They inherit nothing from the thread that starts them, because it may belong to
 * another caller.
 */
final class CallThreads extends ThreadPoolExecutor {
  static final CallThreads INSTANCE = new CallThreads();

  private CallThreads() {
    super(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), CallThread::new);
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(CallThreads.class.getClassLoader());
    return thread;
  }

  /**
   * Runs a task once the present call has ended. During the call the client would still count it as
   * running, and callbacks of the update may block for another update.
   */
  static void afterCall(Runnable task) {
    if (Thread.currentThread() instanceof CallThread thread && thread.calling) {
      thread.after.add(task);
    } else {
      INSTANCE.execute(task);
    }
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    ((CallThread) thread).calling = true;
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    CallThread thread = (CallThread) Thread.currentThread();
    thread.calling = false;
    Runnable next = thread.after.poll();
    while (next != null) {
      next.run();
      next = thread.after.poll();
    }
  }

  private static final class CallThread extends Thread {
    private final Queue<Runnable> after = new ArrayDeque<>(2);
    private boolean calling;

    private CallThread(Runnable task) {
      super(null, task, "ContactBridge", 0, false);
      setDaemon(true);
      setContextClassLoader(CallThreads.class.getClassLoader());
    }
  }
}
