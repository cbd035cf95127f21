package io.contactbridge.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures a task of the sink for Kafka Connect: beside plain updates, and how much it sends again
 * after {@code kill -9}.
 */
final class SinkBench {
  private static final int ROUNDS = 7;
  private static final int KILLS = 5;

  /** About so many times a second. */
  private static final int COMMITS_BEFORE_A_KILL = 3;

  private SinkBench() {}

  public static void main(String[] args) throws Exception {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : ROUNDS;
    try (Jvm server = Jvm.start(Jvm.SERVER_CORE, Server.class)) {
      compare(server.readLine(), rounds);
    }
    kill();
    System.exit(0);
  }

  private static void compare(String url, int rounds) throws IOException {
    BesideRaw cost;
    try (Jvm raw = Jvm.start(Jvm.CLIENT_CORES, BulkWorker.class, "raw", url, "");
        Jvm task = Jvm.start(Jvm.CLIENT_CORES, SinkWorker.class, "rounds", url)) {
      cost = BesideRaw.measure("task", task, raw, rounds);
    }
    System.out.printf(
        "a task beside updateAsync, %,d records, %d in flight, medians of %d rounds: %.0f/s, %.2f"
            + " of the rate, %.2f of the CPU time%n",
        BulkWorker.ROWS, BulkWorker.IN_FLIGHT, rounds, cost.perSecond(), cost.rate(), cost.cpu());
  }

  /** Counts what a server gets beyond what was committed, each time that the task is killed. */
  private static void kill() throws IOException {
    // Its answers are two writes, of which the second would wait for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    AtomicLong calls = new AtomicLong();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    ExecutorService threads = Executors.newFixedThreadPool(BulkWorker.IN_FLIGHT);
    server.setExecutor(threads);
    byte[] answer = Sample.answer();
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.getRequestBody().readAllBytes();
          String path = exchange.getRequestURI().getPath();
          byte[] bytes =
              new String(answer, StandardCharsets.UTF_8)
                  .replace(Sample.id(0), path.substring(path.lastIndexOf('/') + 1))
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    try {
      kill("http://127.0.0.1:" + server.getAddress().getPort() + "/", calls);
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static void kill(String url, AtomicLong calls) throws IOException {
    long committed = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      long before = calls.get();
      long from = committed;
      long begin = System.nanoTime();
      try (Jvm task =
          Jvm.start(Jvm.ANY_CORE, SinkWorker.class, "stream", url, String.valueOf(from))) {
        for (int commit = 0; commit < COMMITS_BEFORE_A_KILL; commit++) {
          committed = Long.parseLong(task.readLine());
        }
        List<String> last = task.kill();
        committed = last.isEmpty() ? committed : Long.parseLong(last.get(last.size() - 1));
      }
      long made = calls.get() - before;
      System.out.printf(
          "kill -9 number %d: %,d calls, %.0f/s, of which %,d are made again%n",
          kill, made, made * 1e9 / (System.nanoTime() - begin), made - (committed - from));
    }
  }
}
