package io.contactbridge;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import okhttp3.OkHttpClient;

/**
 * Runs tasks on the threads of an HTTP client. What ends an update runs the caller's code, which
 * may block: neither the alarms' thread nor a call within a call may do that.
 */
record Handover(Executor executor) implements Executor {
  static Handover to(OkHttpClient client) {
    return new Handover(client.dispatcher().executorService());
  }

  @Override
  public void execute(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      // The caller has shut its client down, and has still to be told what became of its updates.
      var unused = SystemTime.alarm(Duration.ZERO, task);
    }
  }
}
