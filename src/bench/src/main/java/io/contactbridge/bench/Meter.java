package io.contactbridge.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;

/** What this process spends between two moments: all its threads, its compiler and collector. */
final class Meter {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> bytesBefore = bytes();
  private final long cpuBefore = SYSTEM.getProcessCpuTime();
  private final long before = System.nanoTime();

  private Meter() {}

  static Meter start() {
    return new Meter();
  }

  Cost stop(int updates) {
    long nanos = System.nanoTime() - before;
    long cpu = SYSTEM.getProcessCpuTime() - cpuBefore;
    long bytes = 0;
    for (Map.Entry<Long, Long> thread : bytes().entrySet()) {
      bytes += thread.getValue() - bytesBefore.getOrDefault(thread.getKey(), 0L);
    }
    return new Cost(cpu / 1e3 / updates, (double) bytes / updates, updates * 1e9 / nanos);
  }

  /** Returns what each living thread has allocated; JDK 17 knows no sum for all of them. */
  private static Map<Long, Long> bytes() {
    long[] ids = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    Map<Long, Long> byThread = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      byThread.put(ids[i], bytes[i]);
    }
    return byThread;
  }
}
